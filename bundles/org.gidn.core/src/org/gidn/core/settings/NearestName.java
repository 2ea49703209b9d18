// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gidn.core.text.Spelling;

/**
 * Finds the name that somebody who mistyped one probably meant.
 *
 * @since 1.0
 */
public final class NearestName {
    private NearestName() {}

    /**
     * A sentence on a name that is not known.
     *
     * @param kind what was to be named, e.g. {@code setting}
     * @param name the name given
     * @param known all names that would have been right
     */
    public static String unknown(String kind, String name, Collection<String> known) {
        String start = "Unknown " + kind + " '" + name + "'; ";
        return known.stream()
                .min(Comparator.comparingInt(candidate -> Spelling.distance(name, candidate)))
                .filter(candidate -> Spelling.distance(name, candidate) <= Math.max(2, name.length() / 3))
                .or(() -> elsewhere(name, known))
                .map(candidate -> start + "did you mean '" + candidate + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? start + "there are none."
                        : start + "known are " + String.join(", ", known) + ".");
    }

    /** The one name that ends like the given one, as a setting does that was looked for in the wrong place. */
    private static Optional<String> elsewhere(String name, Collection<String> known) {
        List<String> alike = known.stream()
                .filter(candidate -> lastPart(candidate).equalsIgnoreCase(lastPart(name)))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
