// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.statistics.Statistics;

/**
 * What another level of a variable does, as gradients at designs tell it.
 *
 * <p>A derivative tells how steep the way to the other level begins, not where it leads to: of the toughness of a composite it
 * is several times too large where a soft element is to become stiff, and too small the other way round. Yet for all variables
 * of the same level the true effect is nearly the same multiple of the derivative. So there is a factor for each level becoming
 * another one, and pairs of evaluated designs tell them by least squares: from one design to the other the value changes by the
 * effects of the variables in which they differ, nearly so if these are few.
 */
final class LevelEffects {
    /** Spaces of more levels have more factors than pairs of few designs can tell. */
    private static final int MOST_LEVELS = 4;
    /** Every design is compared with so many of those that differ least from it. */
    private static final int NEIGHBOURS = 6;
    /** So many of the best designs are compared, which bounds the work. */
    private static final int COMPARED = 400;
    /** Bounds of the factors: an effect has the sign of its derivative. */
    private static final double LEAST = 0.02;

    private static final double MOST = 5;
    /** A pair counts half if its squared error is this part of the values' variance for each variable that differs. */
    private static final double TOLERANCE = 0.1;
    /** How much a factor of 1 counts in comparison with all that the pairs tell. */
    private static final double PRIOR = 1e-6;

    private final int levels;
    /** For level a becoming b at {@code a · levels + b}. */
    private final double[] factors;

    /**
     * Two designs.
     *
     * @param promised what the first one's derivatives say of the variables that differ in the other, by their levels as factors
     * @param change of the value
     * @param distance number of variables that differ
     */
    private record Pair(double[] promised, double change, int distance) {}

    /**
     * Finds the factors.
     *
     * @param space see {@link #fits}
     * @param designs best first
     * @param values of each
     * @param gradients of each with respect to the inputs of its {@link org.gidn.core.design.Relaxation}; null where there is none
     */
    LevelEffects(DesignSpace space, DesignBatch designs, double[] values, double[][] gradients) {
        levels = space.blockOf(0).levels().size();
        factors = new double[levels * levels];
        Arrays.fill(factors, 1);
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

    /** Whether all variables have the same few levels. */
    static boolean fits(DesignSpace space) {
        return space.blocks().size() == 1
                && space.blockOf(0).levels().size() > 1
                && space.blockOf(0).levels().size() <= MOST_LEVELS;
    }

    private static int[] nearest(DesignBatch designs, int from, int[] others) {
        return Arrays.stream(others)
                .filter(j -> j != from)
                .mapToLong(j -> (long) differing(designs, from, j) << Integer.SIZE | j)
                .sorted()
                .limit(NEIGHBOURS)
                .mapToInt(both -> (int) both)
                .toArray();
    }

    private static int differing(DesignBatch designs, int from, int to) {
        if (designs.packed()) {
            return (int) Distance.of(designs, from, designs, to);
        }
        int count = 0;
        for (int j = 0; j < designs.variables(); j++) {
            count += designs.value(from, j) == designs.value(to, j) ? 0 : 1;
        }
        return count;
    }

    private Pair pair(DesignBatch designs, double[] values, double[] gradient, int from, int to) {
        double[] promised = new double[factors.length];
        int distance = 0;
        for (int j = 0; j < designs.variables(); j++) {
            int before = (int) designs.value(from, j);
            int after = (int) designs.value(to, j);
            if (before != after) {
                promised[before * levels + after] += promise(gradient, j, before, after);
                distance++;
            }
        }
        return new Pair(promised, values[to] - values[from], distance);
    }

    /** What derivatives say of a variable that goes from one level to another. */
    private double promise(double[] gradient, int variable, int before, int after) {
        return levels == 2
                ? gradient[variable] * (after - before)
                : gradient[variable * levels + after] - gradient[variable * levels + before];
    }

    /**
     * Least squares, in which pairs of great errors by the factors of before count less.
     *
     * @param tolerance squared error at which a pair counts half, for each variable that differs
     */
    private void fit(List<Pair> pairs, double tolerance) {
        int size = factors.length;
        double[][] products = new double[size][size];
        double[] changes = new double[size];
        for (Pair pair : pairs) {
            double error = pair.change();
            for (int u = 0; u < size; u++) {
                error -= factors[u] * pair.promised()[u];
            }
            double weight = 1 / (pair.distance() * (1 + error * error / (tolerance * pair.distance())));
            for (int u = 0; u < size; u++) {
                changes[u] += weight * pair.promised()[u] * pair.change();
                for (int v = 0; v < size; v++) {
                    products[u][v] += weight * pair.promised()[u] * pair.promised()[v];
                }
            }
        }
        double most =
                IntStream.range(0, size).mapToDouble(u -> products[u][u]).max().orElse(0);
        if (most > 0) {
            for (int u = 0; u < size; u++) {
                products[u][u] += PRIOR * most;
                changes[u] += PRIOR * most;
            }
            solve(products, changes);
            Arrays.setAll(factors, u -> Math.max(LEAST, Math.min(MOST, changes[u])));
        }
    }

    /** Solves a positive definite system by Gaussian elimination; the solution replaces the right side. */
    private static void solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int k = 0; k < size; k++) {
            for (int i = k + 1; i < size; i++) {
                double factor = matrix[i][k] / matrix[k][k];
                for (int j = k; j < size; j++) {
                    matrix[i][j] -= factor * matrix[k][j];
                }
                right[i] -= factor * right[k];
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            for (int j = k + 1; j < size; j++) {
                right[k] -= matrix[k][j] * right[j];
            }
            right[k] /= matrix[k][k];
        }
    }

    /** The number of levels of a variable. */
    int levels() {
        return levels;
    }

    /** How many times its derivative the effect is of a variable that goes from one level to another. */
    double factor(int before, int after) {
        return factors[before * levels + after];
    }

    /** The slopes of the straight ways from a design to its neighbours: derivatives that reach as far as another level. */
    double[] slopes(DesignBatch designs, int design, double[] gradient) {
        double[] slopes = new double[gradient.length];
        for (int j = 0; j < designs.variables(); j++) {
            int level = (int) designs.value(design, j);
            if (levels == 2) {
                slopes[j] = factor(level, 1 - level) * gradient[j];
            } else {
                for (int other = 0; other < levels; other++) {
                    slopes[j * levels + other] =
                            other == level ? 0 : factor(level, other) * promise(gradient, j, level, other);
                }
            }
        }
        return slopes;
    }
}
