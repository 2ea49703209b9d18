// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gidn.legal.Part.Identity;

/** Whose work parts are, where their licence asks to be told so with every copy: {@code copyrights.csv}. */
final class Copyrights {
    private static final Pattern ASKING = Pattern.compile("MIT|BSD-.*");

    private static final Map<String, String> NOTICES = Table.read("copyrights.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private Copyrights() {}

    /** The notice of a part, or {@code ""} if none has to be given. */
    static String of(Identity part) {
        return NOTICES.getOrDefault(part.key(), "");
    }

    /**
     * Checks that those that ask for it are told.
     *
     * @param parts with all that is inside them
     */
    static void check(List<Part> parts) {
        for (Part part : parts) {
            boolean asks = LicenceList.licences(part.licence()).stream()
                    .anyMatch(licence -> ASKING.matcher(licence).matches());
            if (asks && of(part.identity()).isEmpty()) {
                throw new Refusal(part.file() + " (" + part.identity().key() + ") is under " + part.licence()
                        + ", which asks for its copyright notice with every copy; add the notice to copyrights.csv");
            }
        }
    }
}
