// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.statistics.Statistics;

/**
 * What the flip of a binary variable does, as gradients at designs tell it.
 *
 * <p>A derivative tells how steep the way to the other value begins, not where it leads to: of the toughness of a composite it
 * is several times too large where a soft element is to become stiff, and too small the other way round. Yet for all variables
 * of the same value the true effect is nearly the same multiple of the derivative. So there are two factors, one for 0 becoming
 * 1 and one for 1 becoming 0, and pairs of evaluated designs tell them by least squares: from one design to the other the value
 * changes by the effects of the variables in which they differ, nearly so if these are few.
 */
final class FlipEffects {
    /** Every design is compared with so many of those that differ least from it. */
    private static final int NEIGHBOURS = 6;
    /** So many of the best designs are compared, which bounds the work. */
    private static final int COMPARED = 400;
    /** Bounds of the factors: an effect has the sign of its derivative. */
    private static final double LEAST = 0.02;

    private static final double MOST = 5;
    /** A pair counts half if its squared error is this part of the values' variance for each variable that differs. */
    private static final double TOLERANCE = 0.1;

    /** For 0 becoming 1 and for 1 becoming 0. */
    private double[] factors = {1, 1};

    /**
     * Two designs.
     *
     * @param promised what the first one's derivatives say of the variables that are 0 and 1 in it and differ in the other
     * @param change of the value
     * @param distance number of variables that differ
     */
    private record Pair(double[] promised, double change, int distance) {}

    /**
     * Finds the factors.
     *
     * @param designs binary, best first
     * @param values of each
     * @param gradients of each with respect to its variables; null where there is none
     */
    FlipEffects(DesignBatch designs, double[] values, double[][] gradients) {
        int[] compared = IntStream.range(0, values.length)
                .filter(i -> gradients[i] != null)
                .limit(COMPARED)
                .toArray();
        List<Pair> pairs = new ArrayList<>();
        for (int i : compared) {
            for (int j : nearest(designs, i, compared)) {
                pairs.add(pair(designs, values, gradients[i], i, j));
            }
        }
        double deviation = Statistics.standardDeviation(values);
        fit(pairs, Double.POSITIVE_INFINITY);
        fit(pairs, TOLERANCE * deviation * deviation);
    }

    private static int[] nearest(DesignBatch designs, int from, int[] others) {
        return Arrays.stream(others)
                .filter(j -> j != from)
                .mapToLong(j -> (long) Distance.of(designs, from, designs, j) << Integer.SIZE | j)
                .sorted()
                .limit(NEIGHBOURS)
                .mapToInt(both -> (int) both)
                .toArray();
    }

    private static Pair pair(DesignBatch designs, double[] values, double[] gradient, int from, int to) {
        double[] promised = new double[2];
        int distance = 0;
        for (int j = 0; j < designs.variables(); j++) {
            int value = (int) designs.value(from, j);
            if (value != (int) designs.value(to, j)) {
                promised[value] += gradient[j] * (1 - 2 * value);
                distance++;
            }
        }
        return new Pair(promised, values[to] - values[from], distance);
    }

    /**
     * Least squares, in which pairs of great errors by the factors of before count less.
     *
     * @param tolerance squared error at which a pair counts half, for each variable that differs
     */
    private void fit(List<Pair> pairs, double tolerance) {
        double[][] products = new double[2][2];
        double[] changes = new double[2];
        for (Pair pair : pairs) {
            double[] promised = pair.promised();
            double error = pair.change() - factors[0] * promised[0] - factors[1] * promised[1];
            double weight = 1 / (pair.distance() * (1 + error * error / (tolerance * pair.distance())));
            for (int u = 0; u < 2; u++) {
                changes[u] += weight * promised[u] * pair.change();
                for (int v = 0; v < 2; v++) {
                    products[u][v] += weight * promised[u] * promised[v];
                }
            }
        }
        double determinant = products[0][0] * products[1][1] - products[0][1] * products[1][0];
        if (determinant > 0) {
            double first = (changes[0] * products[1][1] - changes[1] * products[0][1]) / determinant;
            double second = (changes[1] * products[0][0] - changes[0] * products[1][0]) / determinant;
            factors = new double[] {bounded(first), bounded(second)};
        }
    }

    private static double bounded(double factor) {
        return Math.max(LEAST, Math.min(MOST, factor));
    }

    /** How many times its derivative the effect of flipping a variable is that is 0 or 1. */
    double factor(int value) {
        return factors[value];
    }

    /** The slopes of the straight ways from a design to its neighbours: derivatives that reach as far as a flip does. */
    double[] slopes(DesignBatch designs, int design, double[] gradient) {
        double[] slopes = new double[gradient.length];
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] = factors[(int) designs.value(design, j)] * gradient[j];
        }
        return slopes;
    }
}
