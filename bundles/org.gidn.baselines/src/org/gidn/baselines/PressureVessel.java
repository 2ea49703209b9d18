// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * The design of a pressure vessel, a cylinder capped by two half spheres, the literature's example of whole numbers beside
 * continuous variables (Sandgren 1990, with the bounds of Coello Coello 2000): the thicknesses x1 of the shell and x2 of the
 * heads, which are multiples of a sixteenth of an inch, the inner radius x3 and the length x4 of the cylinder, in inches.
 *
 * <p>The cost of material, forming and welding, {@code 0.6224 x1 x3 x4 + 1.7781 x2 x3² + 3.1661 x1² x4 + 19.84 x1² x3}, is to be
 * least under four constraints, outputs that are to be 0 or less: {@code g1 = 0.0193 x3 − x1} and {@code g2 = 0.00954 x3 − x2},
 * so that the pressure is borne, {@code g3 = 1,296,000 − π x3² x4 − 4/3 π x3³}, the volume that is missing, and {@code g4 = x4 −
 * 240}. The best cost known is 6,059.714.
 *
 * @since 1.0
 */
public final class PressureVessel implements Evaluator {
    private static final double INCHES = 1 / 16.0;
    private static final double LEAST_VOLUME = 1_296_000;
    private static final double MOST_LENGTH = 240;

    private static final DesignSpace SPACE = DesignSpace.of(
            Block.integers("thickness", new double[] {1, 1}, new double[] {99, 99}, "in/16"),
            Block.continuous("length", new double[] {10, 10}, new double[] {200, 200}, "in"));

    private static final List<Output> OUTPUTS = List.of(
            new Output("cost", "$", Goal.MINIMISE),
            new Output("g1", "in"),
            new Output("g2", "in"),
            new Output("g3", "in³"),
            new Output("g4", "in"));

    @Override
    public DesignSpace space() {
        return SPACE;
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != SPACE.variables()) {
            throw new InvalidInputException("The pressure vessel takes " + SPACE.variables()
                    + " variables, two thicknesses and two lengths, but the designs have " + designs.variables() + ".");
        }
        Evaluations results = new Evaluations(designs.size(), OUTPUTS.size());
        for (int i = 0; i < designs.size(); i++) {
            double x1 = INCHES * designs.value(i, 0);
            double x2 = INCHES * designs.value(i, 1);
            double x3 = designs.value(i, 2);
            double x4 = designs.value(i, 3);
            results.set(
                    i, 0, 0.6224 * x1 * x3 * x4 + 1.7781 * x2 * x3 * x3 + 3.1661 * x1 * x1 * x4 + 19.84 * x1 * x1 * x3);
            results.set(i, 1, 0.0193 * x3 - x1);
            results.set(i, 2, 0.00954 * x3 - x2);
            results.set(i, 3, LEAST_VOLUME - Math.PI * x3 * x3 * x4 - 4 / 3.0 * Math.PI * x3 * x3 * x3);
            results.set(i, 4, x4 - MOST_LENGTH);
        }
        return results;
    }

    /** Makes the evaluator, which has no settings. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new PressureVessel();
        }
    }
}
