// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import org.gidn.core.design.DesignBatch;

/**
 * What the inputs of designs are, as the examples have them: levels, which are 0 or 1 in each of them, as cells of two phases and
 * the one of each level of a relaxed variable are; or numbers, which are scaled so that the examples' range is 0 to 1.
 *
 * @param level whether each input is a level
 * @param origin what is subtracted from each input
 * @param unit what each is divided by then, above 0; origin 0 and unit 1 for levels
 */
public record InputKinds(boolean[] level, double[] origin, double[] unit) {
    /** Finds out what the inputs are. */
    public static InputKinds of(DesignBatch designs) {
        int inputs = designs.variables();
        boolean[] level = new boolean[inputs];
        double[] origin = new double[inputs];
        double[] unit = new double[inputs];
        for (int j = 0; j < inputs; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            level[j] = true;
            for (int i = 0; i < designs.size(); i++) {
                double value = designs.value(i, j);
                least = Math.min(least, value);
                most = Math.max(most, value);
                level[j] &= value == 0 || value == 1;
            }
            origin[j] = level[j] ? 0 : least;
            // A number that never changes in the examples is compared as it is.
            unit[j] = level[j] || most == least ? 1 : most - least;
        }
        return new InputKinds(level, origin, unit);
    }

    /** The number of inputs. */
    int inputs() {
        return level.length;
    }

    int levels() {
        int count = 0;
        for (boolean each : level) {
            count += each ? 1 : 0;
        }
        return count;
    }

    int numbers() {
        return inputs() - levels();
    }

    /** An input as the kernel compares it. */
    double scaled(int input, double value) {
        return (value - origin[input]) / unit[input];
    }

    /** A design as the kernel compares it. */
    void scale(DesignBatch designs, int design, double[] target) {
        designs.copy(design, target, 0);
        for (int j = 0; j < target.length; j++) {
            target[j] = scaled(j, target[j]);
        }
    }
}
