// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import static org.gidn.core.contract.Contract.require;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.design.Relaxation;
import org.gidn.core.sampling.RandomStreams;

/** Compares derivatives with difference quotients. */
final class Slopes {
    private static final int FEW = 3;
    /** What a difference quotient may be off by, relative to the largest slope. */
    private static final double STEEP = 1e-3;

    /** A function of relaxed designs. */
    interface Differentiable {
        /** The value; the array receives one derivative an input. */
        double gradient(double[] inputs, double[] gradient);
    }

    private Slopes() {}

    /** Compares a few derivatives inside of the bounds. */
    static void check(Relaxation relaxation, Differentiable function) {
        float[] lower = relaxation.lower();
        float[] upper = relaxation.upper();
        RandomGenerator random = new RandomStreams(17).stream("inside");
        for (int i = 0; i < FEW; i++) {
            double[] inputs = new double[relaxation.inputs()];
            Arrays.setAll(inputs, j -> lower[j] + (upper[j] - lower[j]) * (0.2 + 0.6 * random.nextDouble()));
            double[] gradient = new double[inputs.length];
            function.gradient(inputs.clone(), gradient);
            int steepest = steepest(gradient);
            check(function, inputs, steepest, gradient, upper[steepest] - lower[steepest]);
            for (int k = 0; k < FEW; k++) {
                int j = random.nextInt(inputs.length);
                check(function, inputs, j, gradient, upper[j] - lower[j]);
            }
        }
    }

    private static int steepest(double[] gradient) {
        int steepest = 0;
        for (int j = 1; j < gradient.length; j++) {
            steepest = Math.abs(gradient[j]) > Math.abs(gradient[steepest]) ? j : steepest;
        }
        return steepest;
    }

    private static void check(Differentiable function, double[] inputs, int input, double[] gradient, double range) {
        double step = 1e-5 * range;
        double difference = (moved(function, inputs, input, step) - moved(function, inputs, input, -step)) / (2 * step);
        require(
                Math.abs(difference - gradient[input]) <= STEEP * Math.abs(gradient[steepest(gradient)]),
                "a derivative of " + gradient[input] + " where the slope is " + difference);
    }

    private static double moved(Differentiable function, double[] inputs, int input, double step) {
        double[] moved = inputs.clone();
        moved[input] += step;
        return function.gradient(moved, new double[moved.length]);
    }
}
