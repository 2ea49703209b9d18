// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.Arrays;
import java.util.Objects;

/**
 * What is proved of all designs of a part of a space.
 *
 * @param value no design of the part has a better first objective than the better one of this and the value that was to be beaten;
 *     infinite if nothing is known of them
 * @param closed whether that is all that is asked of the part: no design of it beats both the value that was to be beaten and
 *     {@code design} by more than the evaluator's margin of rounding, which {@code value} holds
 * @param branch the variable by which the part is best divided; −1 if it is closed
 * @param design a good design of the part, one value a variable; null if none is told
 * @param evaluations how many designs were evaluated one by one for that; each counts as one evaluation
 * @since 1.0
 */
public record Bound(double value, boolean closed, int branch, double[] design, long evaluations) {
    /**
     * The metric by which a method tells, while it runs, how good any design of its problem can be at most, evaluated or not; it stands
     * beside the best design of every run on the same problem.
     */
    public static final String METRIC = "bound";

    @Override
    public boolean equals(Object other) {
        return other instanceof Bound bound
                && Double.compare(value, bound.value) == 0
                && closed == bound.closed
                && branch == bound.branch
                && evaluations == bound.evaluations
                && Arrays.equals(design, bound.design);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, closed, branch, evaluations, Arrays.hashCode(design));
    }

    @Override
    public String toString() {
        return "Bound[value=" + value + ", closed=" + closed + ", branch=" + branch + ", design="
                + Arrays.toString(design) + ", evaluations=" + evaluations + "]";
    }
}
