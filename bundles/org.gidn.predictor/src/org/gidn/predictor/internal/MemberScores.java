// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import org.gidn.core.predictor.Acquisition;

/**
 * The score of an acquisition from the outputs of an ensemble's members, and its slope with respect to each of them. Of several
 * outputs each member has its own weighted sum, so that their correlation is heeded. Used by one thread.
 */
final class MemberScores {
    private final double spread;
    private final int members;
    private final int outputs;
    private final float[] shares;
    private final double[] sums;
    /** Slopes of the scores {@code [member][design]} with respect to the members' sums, as multiples of an equal share. */
    private final float[][] slopes;

    /** @param capacity the most designs of a call */
    MemberScores(Acquisition acquisition, int members, int outputs, int capacity) {
        this.spread = acquisition.spread();
        this.members = members;
        this.outputs = outputs;
        shares = new float[outputs];
        for (int o = 0; o < outputs; o++) {
            shares[o] = (float) (acquisition.weights()[o] / members);
        }
        sums = new double[members];
        slopes = new float[spread == 0 ? 0 : members][capacity];
    }

    /**
     * Scores designs.
     *
     * @param values the members' outputs {@code [member][design · outputs + output]}
     */
    void of(float[][] values, int count, float[] scores) {
        for (int i = 0; i < count; i++) {
            scores[i] = 0;
            for (int k = 0; k < members; k++) {
                float part = 0;
                for (int o = 0; o < outputs; o++) {
                    part += values[k][i * outputs + o] * shares[o];
                }
                scores[i] += part;
                sums[k] = (double) part * members;
            }
            if (spread != 0) {
                addSpread(i, scores);
            }
        }
    }

    private void addSpread(int design, float[] scores) {
        double mean = mean(sums);
        double deviation = deviation(sums);
        scores[design] += (float) (spread * deviation);
        for (int k = 0; k < members; k++) {
            // Where the members agree, the deviation has no slope.
            double slope = deviation > 0 ? (sums[k] - mean) / ((members - 1) * deviation) : 0;
            slopes[k][design] = (float) (1 + members * spread * slope);
        }
    }

    /** How much the scores of the last call depend on the outputs of a member {@code [design · outputs + output]}. */
    void slopes(int member, int count, float[] target) {
        for (int i = 0; i < count; i++) {
            for (int o = 0; o < outputs; o++) {
                target[i * outputs + o] = spread == 0 ? shares[o] : shares[o] * slopes[member][i];
            }
        }
    }

    /** The standard deviation of what the members are a sample of. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
