// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

/**
 * How alike two designs' values are. Numbers by Matérn's kernel of smoothness 5/2, {@code (1 + √5·r + 5/3·s)·exp(−√5·r)} with
 * {@code s = r² = mean((Δ/length)²)} over the numbers (Rasmussen and Williams 2006, equation 4.17); levels by the exponential
 * Hamming kernel {@code exp(−t)}, where {@code t = mean(Δ²/length)} over the levels is the share of levels that differ, in lengths.
 * Between levels, where a designer goes, Δ is a real number, so that the kernel has a gradient and remains one. Both are multiplied
 * with each other and the variance, or added with a variance each. Immutable and thread-safe.
 */
final class Kernel {
    private static final double SQRT_5 = Math.sqrt(5);

    private final KernelShape shape;
    private final double numberVariance;
    /** Only where kinds are added. */
    private final double levelVariance;

    private final double noise;
    /** What the squared difference of each input is multiplied by. */
    private final double[] weights;

    Kernel(KernelShape shape, double[] parameters) {
        this.shape = shape;
        InputKinds kinds = shape.kinds();
        numberVariance = Math.exp(2 * parameters[0]);
        levelVariance = shape.added() ? Math.exp(2 * parameters[1]) : 0;
        noise = Math.exp(2 * parameters[parameters.length - 1]);
        weights = new double[kinds.inputs()];
        int number = shape.deviations();
        int level = number + shape.numberLengths();
        for (int j = 0; j < weights.length; j++) {
            if (kinds.level()[j]) {
                weights[j] = Math.exp(-parameters[level]) / kinds.levels();
                level += shape.each() ? 1 : 0;
            } else {
                weights[j] = Math.exp(-2 * parameters[number]) / kinds.numbers();
                number += shape.each() ? 1 : 0;
            }
        }
    }

    /** What a design's value has in common with itself, the noise left out. */
    double variance() {
        return numberVariance + levelVariance;
    }

    /** The share of the numbers in it where kinds are added, else all of it. */
    double numberVariance() {
        return numberVariance;
    }

    double noiseVariance() {
        return noise;
    }

    double weight(int input) {
        return weights[input];
    }

    /** One design compared with others; reused from design to design by one thread. */
    final class Row {
        /** The squared distances of the numbers, s, and of the levels, t. */
        final double[] numbers;

        final double[] levels;
        /** The kernel's values, and where they were asked for its slopes with respect to s and t. */
        final double[] values;

        final double[] numberSlopes;
        final double[] levelSlopes;
        /** Where kinds are added, the part of the numbers in the values. */
        final double[] numberValues;

        /** @param capacity how many a design is compared with at most */
        Row(int capacity) {
            numbers = new double[capacity];
            levels = new double[capacity];
            values = new double[capacity];
            numberSlopes = new double[capacity];
            levelSlopes = new double[capacity];
            numberValues = new double[capacity];
        }

        /** Compares a design, scaled, with the first {@code count} examples. */
        void compare(double[] design, Examples examples, int count) {
            distances(design, examples, count);
            for (int i = 0; i < count; i++) {
                double root = SQRT_5 * Math.sqrt(numbers[i]);
                // One exponential for both kinds, but where they are added.
                double decay = Math.exp(shape.added() ? -root : -root - levels[i]);
                double apart = shape.added() ? levelVariance * Math.exp(-levels[i]) : 0;
                double number = numberVariance * (1 + root + 5.0 / 3 * numbers[i]) * decay;
                numberValues[i] = number;
                numberSlopes[i] = numberVariance * -5.0 / 6 * (1 + root) * decay;
                levelSlopes[i] = shape.added() ? -apart : -number;
                values[i] = number + apart;
            }
        }

        private void distances(double[] design, Examples examples, int count) {
            for (int i = 0; i < count; i++) {
                numbers[i] = 0;
                levels[i] = 0;
            }
            for (int j = 0; j < weights.length; j++) {
                add(
                        weights[j],
                        design[j],
                        examples.byInput()[j],
                        count,
                        shape.kinds().level()[j] ? levels : numbers);
            }
        }

        private static void add(double weight, double value, double[] others, int count, double[] sums) {
            for (int i = 0; i < count; i++) {
                double difference = value - others[i];
                sums[i] += weight * difference * difference;
            }
        }
    }
}
