// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * How far names lie apart, without regard to case.
 *
 * @since 1.0
 */
public final class Spelling {
    private Spelling() {}

    /** How many letters are put in, left out, changed, or have changed places with the next one (optimal string alignment). */
    public static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                least[i][j] =
                        Math.min(least[i - 1][j - 1] + (same ? 0 : 1), Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[a.length()][b.length()];
    }

    /** The one of some names that is like another but for every third letter of it at most; the nearest, if several are. */
    public static Optional<String> alike(String name, Collection<String> names) {
        return names.stream()
                .filter(other -> distance(name, other) <= name.length() / 3)
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }
}
