// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * MATLAB's peaks function on [−3, 3]², to be minimised; the paper's first example:
 * {@code z = 3 (1 − x)² exp(−x² − (y + 1)²) − 10 (x/5 − x³ − y⁵) exp(−x² − y²) − ⅓ exp(−(x + 1)² − y²)}.
 *
 * @since 1.0
 */
public final class Peaks implements GradientEvaluator, KnownOptima {
    private static final DesignSpace SPACE = DesignSpace.continuous(new double[] {-3, -3}, new double[] {3, 3});
    private static final List<Output> OBJECTIVES = List.of(new Output("height", "", Goal.MINIMISE));

    /** The local minima, the global one first: −6.5511, −3.0498 and −0.0649. */
    private static final double[][] MINIMA = {
        {0.228278921, -1.625534957}, {-1.347396244, 0.204518866}, {0.296445554, 0.320196248}
    };

    @Override
    public double[][] optima() {
        double[][] copy = new double[MINIMA.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = MINIMA[i].clone();
        }
        return copy;
    }

    @Override
    public double nearness() {
        return 0.1;
    }

    @Override
    public DesignSpace space() {
        return SPACE;
    }

    @Override
    public List<Output> outputs() {
        return OBJECTIVES;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        checkVariables(designs.variables());
        Evaluations results = new Evaluations(designs.size(), 1);
        double[] unused = new double[2];
        for (int i = 0; i < designs.size(); i++) {
            results.set(i, 0, height(designs.value(i, 0), designs.value(i, 1), unused));
        }
        return results;
    }

    @Override
    public double gradient(double[] design, double[] gradient) {
        checkVariables(design.length);
        return height(design[0], design[1], gradient);
    }

    private static void checkVariables(int variables) {
        if (variables != 2) {
            throw new InvalidInputException(
                    "The peaks function takes 2 variables, x and y, but the design has " + variables + ".");
        }
    }

    /** StrictMath gives the same bits on every machine. */
    private static double height(double x, double y, double[] gradient) {
        double a = 3 * StrictMath.exp(-x * x - (y + 1) * (y + 1));
        double b = 10 * StrictMath.exp(-x * x - y * y);
        double c = StrictMath.exp(-(x + 1) * (x + 1) - y * y) / 3;
        double p = x / 5 - x * x * x - y * y * y * y * y;
        gradient[0] =
                a * (-2 * (1 - x) - 2 * x * (1 - x) * (1 - x)) - b * (0.2 - 3 * x * x - 2 * x * p) + 2 * (x + 1) * c;
        gradient[1] = -2 * (y + 1) * (1 - x) * (1 - x) * a - b * (-5 * y * y * y * y - 2 * y * p) + 2 * y * c;
        return a * (1 - x) * (1 - x) - b * p - c;
    }

    /** Makes the evaluator, which has no settings. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new Peaks();
        }
    }
}
