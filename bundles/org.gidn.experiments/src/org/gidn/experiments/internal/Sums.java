// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 sum of contents, each with its name; another sum is another content. */
public final class Sums {
    private final MessageDigest digest;

    public Sums() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens what is to be read. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Adds a content to its end. */
    public Sums add(String name, Source source) throws IOException {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        try (InputStream stream = new DigestInputStream(source.open(), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return this;
    }

    /** The sum of all that was added, in hexadecimal digits; nothing can be added afterwards. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
