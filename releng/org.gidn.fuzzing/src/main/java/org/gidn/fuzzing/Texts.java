// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Inputs as texts. */
final class Texts {
    private Texts() {}

    /** The text of bytes of any kind; what is no UTF-8 becomes U+FFFD. */
    static String of(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    static List<byte[]> seeds(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
