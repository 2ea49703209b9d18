// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.statistics.Statistics;

/**
 * What people measured of one specimen.
 *
 * @param values one an output of the problem, in its order; NaN if there is none
 * @param failure why there is no value; null if there is one
 * @param remark what they noted; {@code ""} if nothing
 * @param who measured it; {@code ""} if that was not told
 * @since 1.0
 */
public record Measurement(double[] values, String failure, String remark, String who) {
    /** The means of several measurements of a design, one an output; NaN where there is no value. */
    public static double[] means(List<Measurement> measured) {
        double[] means = new double[measured.get(0).values.length];
        Arrays.setAll(means, output -> Statistics.mean(known(measured, output)));
        return means;
    }

    /** The sample standard deviations (n − 1) of several measurements of a design, one an output; NaN where there are not two. */
    public static double[] spreads(List<Measurement> measured) {
        double[] spreads = new double[measured.get(0).values.length];
        Arrays.setAll(spreads, output -> {
            double[] known = known(measured, output);
            return known.length < 2
                    ? Double.NaN
                    : Statistics.standardDeviation(known) * Math.sqrt(known.length / (known.length - 1.0));
        });
        return spreads;
    }

    private static double[] known(List<Measurement> measured, int output) {
        return measured.stream()
                .mapToDouble(each -> each.values[output])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Whether it is of the same outcome as another one, whoever measured it. */
    public boolean sameOutcome(Measurement other) {
        return Arrays.equals(values, other.values) && (failure == null) == (other.failure == null);
    }
}
