// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;

/**
 * A sparse linear map from sources (what the designs determine) to targets (entries of the stiffness matrix), built once
 * and applied to every batch.
 *
 * @param start for each target the first of its terms; one number more than there are targets
 * @param source source of each term
 * @param weight weight of each term
 */
record Contributions(int[] start, int[] source, double[] weight) {
    /** Collects terms; those with the same target and source are added up. */
    static final class Builder {
        private long[] keys = new long[1024];
        private double[] weights = new double[1024];
        private int size;

        void add(int target, int source, double weight) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            keys[size] = (long) target << 32 | source;
            weights[size++] = weight;
        }

        Contributions build(int targets) {
            Integer[] order = new Integer[size];
            double greatest = 0;
            for (int t = 0; t < size; t++) {
                order[t] = t;
                greatest = Math.max(greatest, Math.abs(weights[t]));
            }
            Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
            int[] start = new int[targets + 1];
            int[] source = new int[size];
            double[] weight = new double[size];
            int count = 0;
            for (int t = 0; t < size; ) {
                long key = keys[order[t]];
                double sum = 0;
                for (; t < size && keys[order[t]] == key; t++) {
                    sum += weights[order[t]];
                }
                // What integration leaves of a zero, such as C₅ at a Poisson ratio of 1/3, is no term.
                if (Math.abs(sum) > 1e-15 * greatest) {
                    source[count] = (int) key;
                    weight[count++] = sum;
                    start[(int) (key >> 32) + 1] = count;
                }
            }
            for (int target = 0; target < targets; target++) {
                start[target + 1] = Math.max(start[target + 1], start[target]);
            }
            return new Contributions(start, Arrays.copyOf(source, count), Arrays.copyOf(weight, count));
        }
    }

    /** Computes one target for all lanes. */
    void apply(int target, double[][] sources, double[] result, int lanes) {
        Lanes.combine(result, weight, source, sources, start[target], start[target + 1], lanes);
    }

    /** One target for one lane, added up as {@link Lanes#combine} does. */
    double at(int target, double[][] sources, int lane) {
        int t = start[target];
        int end = start[target + 1];
        double sum = 0;
        for (; t + 2 <= end; t += 2) {
            sum += weight[t] * sources[source[t]][lane] + weight[t + 1] * sources[source[t + 1]][lane];
        }
        return t < end ? sum + weight[t] * sources[source[t]][lane] : sum;
    }
}
