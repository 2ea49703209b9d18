// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gidn.legal.Part.Identity;

/** What no POM says: whose the native libraries are, and under which licence parts come that others have packed into theirs. */
final class KnownParts {
    private final List<Row> natives;
    private final List<List<String>> licences;

    KnownParts(LicenceList list) {
        natives = Table.read("natives.csv").stream()
                .map(row -> new Row(
                        Pattern.compile(row.get(0)), new Identity("", row.get(1), ""), list.checked(row.get(2))))
                .toList();
        licences = Table.read("parts.csv");
        licences.forEach(row -> list.checked(row.get(1)));
    }

    /** The licence of what Maven knows by a group and a name, if we had to look it up ourselves. */
    Optional<String> licence(Identity part) {
        return licences.stream()
                .filter(row -> row.get(0).equals(part.key()))
                .map(row -> row.get(1))
                .findFirst();
    }

    /**
     * Whose a native library is.
     *
     * @param file the name of its file
     * @param where names the place in the refusal
     * @throws Refusal if nobody has looked it up yet
     */
    Row library(String file, String where) {
        return natives.stream()
                .filter(row -> row.file.matcher(file).matches())
                .findFirst()
                .orElseThrow(() -> new Refusal(where + " holds the native library " + file
                        + ", whose licence nobody has looked up; add it to natives.csv if it may be given away"));
    }

    /** A row of the table of native libraries. */
    record Row(Pattern file, Identity part, String licence) {}
}
