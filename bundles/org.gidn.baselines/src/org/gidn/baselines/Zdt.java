// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
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
 * Test functions with two objectives, both to be minimised, whose Pareto fronts are known (Zitzler, Deb and Thiele 2000,
 * "Comparison of multiobjective evolutionary algorithms", functions T1 to T3): {@code f1 = x1} and {@code f2 = g · h(f1, g)}
 * with {@code g = 1 + 9 (x2 + … + xn)/(n − 1)}, on 0 … 1. The front is where all variables but the first are 0.
 *
 * @since 1.0
 */
public final class Zdt implements Evaluator {
    private static final List<Output> OBJECTIVES =
            List.of(new Output("f1", "", Goal.MINIMISE), new Output("f2", "", Goal.MINIMISE));

    /** The shape of the front. */
    public enum Shape {
        /** ZDT1, {@code h = 1 − √(f1/g)}. */
        CONVEX,
        /** ZDT2, {@code h = 1 − (f1/g)²}. */
        CONCAVE,
        /** ZDT3, {@code h = 1 − √(f1/g) − f1/g · sin(10 π f1)}, a front of five pieces. */
        BROKEN
    }

    private final Shape shape;
    private final DesignSpace space;

    /**
     * @param shape which of the functions
     * @param variables number of variables, at least 2; 30 in the literature
     * @throws InvalidInputException if there are fewer variables
     */
    public Zdt(Shape shape, int variables) {
        if (variables < 2) {
            throw new InvalidInputException(
                    "The ZDT functions need at least 2 variables, but " + variables + " were asked for.");
        }
        this.shape = shape;
        double[] upper = new double[variables];
        Arrays.fill(upper, 1);
        this.space = DesignSpace.continuous(new double[variables], upper);
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return OBJECTIVES;
    }

    /** The least {@code f2} that goes with {@code f1}; of ZDT3 only its falling stretches below all before are the front. */
    public double front(double f1) {
        return second(f1, 1);
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException("This ZDT function takes " + space.variables()
                    + " variables, but the designs have " + designs.variables() + ".");
        }
        Evaluations results = new Evaluations(designs.size(), 2);
        double[] x = new double[designs.variables()];
        for (int i = 0; i < designs.size(); i++) {
            designs.copy(i, x, 0);
            double sum = 0;
            for (int j = 1; j < x.length; j++) {
                sum += x[j];
            }
            results.set(i, 0, x[0]);
            results.set(i, 1, second(x[0], 1 + 9 * sum / (x.length - 1)));
        }
        return results;
    }

    /** {@code f2}; StrictMath gives the same bits on every machine. */
    private double second(double f1, double g) {
        double ratio = f1 / g;
        return g
                * switch (shape) {
                    case CONVEX -> 1 - Math.sqrt(ratio);
                    case CONCAVE -> 1 - ratio * ratio;
                    case BROKEN -> 1 - Math.sqrt(ratio) - ratio * StrictMath.sin(10 * Math.PI * f1);
                };
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            Shape shape = Shape.values()[settings.integer("function") - 1];
            return new Zdt(shape, settings.integer("variables"));
        }
    }
}
