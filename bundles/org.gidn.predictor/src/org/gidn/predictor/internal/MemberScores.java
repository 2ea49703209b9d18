// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import org.gidn.core.predictor.Acquisition;

/**
 * The score of an acquisition from the outputs of an ensemble's members, and its slope with respect to each of them. Each member has its
 * own merit of a design, so that outputs that depend on each other are heeded. Used by one thread.
 */
final class MemberScores {
    private final Acquisition acquisition;
    private final int members;
    private final int outputs;
    private final double[] values;
    private final double[] slopes;
    /** Of each member {@code [member][design]}. */
    private final double[][] merits;
    /** Slopes of a member's merit with respect to its outputs {@code [member][design · outputs + output]}. */
    private final double[][] meritSlopes;
    /** Slopes of the scores with respect to the members' merits {@code [member][design]}; null where they are {@link #share}. */
    private final double[][] shares;

    private final double[] own;

    /** @param capacity the most designs of a call */
    MemberScores(Acquisition acquisition, int members, int outputs, int capacity) {
        this.acquisition = acquisition;
        this.members = members;
        this.outputs = outputs;
        values = new double[outputs];
        slopes = new double[outputs];
        merits = new double[members][capacity];
        meritSlopes = new double[members][capacity * outputs];
        shares = acquisition.usesSpread() ? new double[members][capacity] : null;
        own = new double[members];
    }

    /** How much a member counts where the deviation doesn't. */
    private double share(int member) {
        if (acquisition.kind() != Acquisition.Kind.DRAW) {
            return 1.0 / members;
        }
        return counts(member) ? 1 : 0;
    }

    /** Whether scores depend on a member at all. */
    boolean counts(int member) {
        return acquisition.kind() != Acquisition.Kind.DRAW
                || Math.floorMod((long) acquisition.parameter(), members) == member;
    }

    /**
     * Takes the outputs of a member.
     *
     * @param said {@code [design · outputs + output]}
     */
    void take(int member, float[] said, int count) {
        for (int i = 0; i < count; i++) {
            for (int o = 0; o < outputs; o++) {
                values[o] = said[i * outputs + o];
            }
            merits[member][i] = acquisition.merit().of(values, slopes);
            System.arraycopy(slopes, 0, meritSlopes[member], i * outputs, outputs);
        }
    }

    /**
     * Scores designs once all members that count have been taken.
     *
     * @param shifts added to each design's merit; receives the slope of its score with respect to it
     */
    void scores(int count, double[] shifts, float[] scores) {
        for (int i = 0; i < count; i++) {
            if (shares != null) {
                scores[i] = scored(i, shifts);
                continue;
            }
            double sum = 0;
            for (int k = 0; k < members; k++) {
                sum += share(k) * merits[k][i];
            }
            scores[i] = (float) (sum + shifts[i]);
            shifts[i] = 1;
        }
    }

    private float scored(int design, double[] shifts) {
        for (int k = 0; k < members; k++) {
            own[k] = merits[k][design];
        }
        double unshifted = mean(own);
        double mean = unshifted + shifts[design];
        double deviation = deviation(own);
        shifts[design] = acquisition.meanSlope(mean, deviation);
        double byMean = shifts[design] / members;
        double byDeviation = acquisition.deviationSlope(mean, deviation);
        for (int k = 0; k < members; k++) {
            // Where the members agree, the deviation has no slope.
            double slope = deviation > 0 ? (own[k] - unshifted) / ((members - 1) * deviation) : 0;
            shares[k][design] = byMean + byDeviation * slope;
        }
        return (float) acquisition.score(mean, deviation);
    }

    /**
     * How much the scores depend on the outputs of a member {@code [design · outputs + output]}: known after {@link #take} where the
     * deviation doesn't count, else after {@link #scores}.
     */
    void slopes(int member, int count, float[] target) {
        for (int i = 0; i < count; i++) {
            double share = shares == null ? share(member) : shares[member][i];
            for (int o = 0; o < outputs; o++) {
                target[i * outputs + o] = (float) (share * meritSlopes[member][i * outputs + o]);
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
