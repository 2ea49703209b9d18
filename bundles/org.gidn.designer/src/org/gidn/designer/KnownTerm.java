// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.evaluation.PartlyKnownEvaluator.Composition;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.RunContext;
import org.gidn.designer.internal.KnownOffset;

/**
 * What is known exactly of the objective, as a term beside the rest that is learned: the logarithm of a known factor, beside that of the
 * rest, or a known summand. Thread-safe.
 */
final class KnownTerm {
    private final RunContext run;
    private final boolean factor;

    private KnownTerm(RunContext run) {
        this.run = run;
        this.factor = run.composition() == Composition.PRODUCT;
    }

    /** The term of a run's objective; null where none is known, or there are several objectives or demands on what is measured. */
    static KnownTerm of(RunContext run) {
        Problem problem = run.problem();
        boolean alone = problem.objectives().size() == 1 && problem.demands().isEmpty();
        return alone && problem.capabilities().contains(Capability.KNOWN_PART) ? new KnownTerm(run) : null;
    }

    /** Whether it is a term of the objective's logarithm, which values have above 0 only. */
    boolean logarithmic() {
        return factor;
    }

    /**
     * The term of a relaxed design.
     *
     * @param slopes receives one derivative an input
     */
    double of(double[] inputs, double[] slopes) {
        double known = run.knownPart(inputs, slopes);
        if (!factor) {
            return known;
        }
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] /= known;
        }
        return Math.log(known);
    }

    /**
     * The term at positions of the designer, as a multiple of a unit.
     *
     * @param coding of the positions
     */
    KnownOffset offset(Coding coding, double unit) {
        return (positions, from, slopes) -> {
            double[] relaxed = new double[slopes.length];
            double[] perPosition = new double[slopes.length];
            coding.relax(positions, from, relaxed, perPosition);
            double known = of(relaxed, slopes);
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] *= perPosition[k] / unit;
            }
            return known / unit;
        };
    }
}
