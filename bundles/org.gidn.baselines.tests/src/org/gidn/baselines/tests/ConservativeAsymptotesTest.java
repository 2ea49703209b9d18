// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.Function;
import org.gidn.baselines.internal.ConservativeAsymptotes;
import org.gidn.baselines.internal.ConservativeAsymptotes.Point;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The method for several constraints on problems that Svanberg published with their solutions. */
class ConservativeAsymptotesTest {
    private static double[] solved(
            double[] lower,
            double[] upper,
            double[] start,
            int steps,
            Function<double[], double[]> values,
            Function<double[], double[][]> slopes) {
        ConservativeAsymptotes method = new ConservativeAsymptotes(lower, upper);
        Point at = new Point(start, values.apply(start));
        for (int step = 0; step < steps; step++) {
            at = method.step(at, slopes.apply(at.x()), values);
        }
        return at.x();
    }

    private static double[] equal(int size, double value) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    private static double squares(double[] x, double... centre) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (x[j] - centre[j]) * (x[j] - centre[j]);
        }
        return sum;
    }

    @Test
    @DisplayName("Svanberg 2007: the least square of a point within two balls")
    void twoBalls() {
        double[][] centres = {{0, 0, 0}, {5, 2, 1}, {3, 4, 3}};
        double[] found = solved(
                equal(3, 0),
                equal(3, 5),
                new double[] {4, 3, 2},
                15,
                x -> new double[] {squares(x, 0, 0, 0), squares(x, centres[1]) - 9, squares(x, centres[2]) - 9},
                x -> {
                    double[][] slopes = new double[3][3];
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 3; j++) {
                            slopes[i][j] = 2 * (x[j] - centres[i][j]);
                        }
                    }
                    return slopes;
                });
        assertArrayEquals(new double[] {2.0175, 1.7800, 1.2375}, found, 1e-3);
    }

    @Test
    @DisplayName("Svanberg 1987: the lightest cantilever of five hollow beams")
    void cantilever() {
        double[] weights = {61, 37, 19, 7, 1};
        double[] found = solved(
                equal(5, 1),
                equal(5, 10),
                equal(5, 5),
                20,
                x -> {
                    double bent = -1;
                    for (int j = 0; j < 5; j++) {
                        bent += weights[j] / Math.pow(x[j], 3);
                    }
                    return new double[] {0.0624 * Arrays.stream(x).sum(), bent};
                },
                x -> {
                    double[] bent = new double[5];
                    Arrays.setAll(bent, j -> -3 * weights[j] / Math.pow(x[j], 4));
                    return new double[][] {equal(5, 0.0624), bent};
                });
        assertEquals(1.340, 0.0624 * Arrays.stream(found).sum(), 5e-4);
        assertArrayEquals(new double[] {6.016, 5.309, 4.494, 3.502, 2.153}, found, 0.01);
    }

    @Test
    @DisplayName("Svanberg 1987: the lightest truss of two bars under a stress limit in each")
    void twoBars() {
        Function<double[], double[]> values = x -> {
            double stretch = 0.124 * Math.sqrt(1 + x[1] * x[1]);
            return new double[] {
                x[0] * Math.sqrt(1 + x[1] * x[1]),
                stretch * (8 / x[0] + 1 / (x[0] * x[1])) - 1,
                stretch * (8 / x[0] - 1 / (x[0] * x[1])) - 1
            };
        };
        double[] found =
                solved(new double[] {0.2, 0.1}, new double[] {4, 1.6}, new double[] {1.5, 0.5}, 12, values, x -> {
                    double root = Math.sqrt(1 + x[1] * x[1]);
                    double[][] slopes = {{root, x[0] * x[1] / root}, new double[2], new double[2]};
                    for (int i = 1; i < 3; i++) {
                        int sign = i == 1 ? 1 : -1;
                        double load = 8 / x[0] + sign / (x[0] * x[1]);
                        slopes[i][0] = -0.124 * root * load / x[0];
                        slopes[i][1] = 0.124 * (x[1] / root * load - sign * root / (x[0] * x[1] * x[1]));
                    }
                    return slopes;
                });
        assertArrayEquals(new double[] {1.41, 0.38}, found, 0.01);
        assertEquals(1.51, values.apply(found)[0], 0.005);
    }
}
