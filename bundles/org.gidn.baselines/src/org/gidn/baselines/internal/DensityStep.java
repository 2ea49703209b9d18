// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.function.UnaryOperator;

/** How a method of topology optimisation goes from one design to the next. Used by one thread. */
public interface DensityStep {
    /**
     * Makes a step.
     *
     * @param x the variables, replaced
     * @param worth how much better the objective gets with more of each variable
     * @param costs how much more of the volume that takes
     * @param densities of variables, whose volume the next design has to keep to
     * @return the greatest change of a variable, as a share of its range
     */
    double step(double[] x, double[] worth, double[] costs, UnaryOperator<double[]> densities);

    /** All that {@link #restore} needs, as numbers, always as many. */
    double[] state();

    /** Goes on from where {@link #state} was called. */
    void restore(double[] state);
}
