// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a finding's sentence offers in place of what is wrong.
 *
 * @param wrong what is to be replaced, as the sentence writes it
 * @param right what may stand there
 */
public record Remedy(String wrong, String right) {
    /** {@code Unknown setting 'sise'; did you mean 'size'?} */
    private static final Pattern MEANT = Pattern.compile("'([^']*)'; did you mean '([^']+)'\\?");

    /** {@code A share of 0.3 of …; the nearest share that does is 0.296875.}, also {@code … is 3/8 = 0.375.} */
    private static final Pattern NEAREST = Pattern.compile(
            "(?:fraction|share) of ([-\\d.Ee]+) .*; the nearest (?:fraction|share) that .*? ([\\d.]+(?:[Ee]-?\\d+)?)\\.");

    /** {@code … but has 7; the nearest are 6 and 8.} */
    private static final Pattern EITHER = Pattern.compile("has (\\d+); the nearest are (\\d+) and (\\d+)\\.");

    /** All that a sentence offers, the likeliest first. */
    public static List<Remedy> of(String sentence) {
        Matcher meant = MEANT.matcher(sentence);
        if (meant.find()) {
            return List.of(new Remedy(meant.group(1), meant.group(2)));
        }
        Matcher nearest = NEAREST.matcher(sentence);
        if (nearest.find()) {
            return List.of(new Remedy(nearest.group(1), nearest.group(2)));
        }
        Matcher either = EITHER.matcher(sentence);
        return either.find()
                ? List.of(new Remedy(either.group(1), either.group(3)), new Remedy(either.group(1), either.group(2)))
                : List.of();
    }
}
