// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Locale;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Phase;

/**
 * What a search has proved so far: the best value found, how good any other design can be at most, and the share of the designs of which
 * that is final. Values are multiplied by the sign of the goal.
 */
public final class Certificate {
    /** A gap that is told as none but for rounding. */
    private static final double CLOSED = 1e-6;

    private final Goal goal;
    private final double designs;
    private double best = Double.NEGATIVE_INFINITY;
    /** The greatest bound of all parts that are closed. */
    private double closed = Double.NEGATIVE_INFINITY;

    private double proved;
    private int shown;

    /**
     * @param designs how many there are
     */
    public Certificate(Goal goal, double designs) {
        this.goal = goal;
        this.designs = designs;
    }

    /** A design has this value. */
    public void found(double value) {
        if (!Double.isNaN(value)) {
            best = Math.max(best, goal.sign() * value);
        }
    }

    /** So many designs are shown to be no better than the best one known and this value. */
    public void close(double value, double count) {
        closed = Math.max(closed, value);
        proved += count;
    }

    /** The best value found, times the sign of the goal. */
    public double best() {
        return best;
    }

    /** The same as a value of the objective. */
    public double bestValue() {
        return goal.sign() * best;
    }

    /**
     * How good any design can be at most, times the sign of the goal.
     *
     * @param open the greatest bound of what is open
     */
    public double upper(double open) {
        return Math.max(best, Math.max(closed, open));
    }

    /** By which share of the best value a design might be better still; infinite if nothing is known. */
    public double gap(double open) {
        double distance = upper(open) - best;
        return distance == 0 ? 0 : Double.isFinite(distance) ? distance / Math.abs(best) : Double.POSITIVE_INFINITY;
    }

    /**
     * Shows and stores how far the proof is.
     *
     * @param step what metrics are plotted against
     */
    public void tell(RunContext run, Phase phase, double open, long step) {
        double upper = upper(open);
        run.metric("share of designs proved", 0, step, proved / designs);
        run.metric("evaluations until then", 0, step, run.evaluations());
        if (Double.isFinite(upper) && Double.isFinite(best)) {
            run.metric(Bound.METRIC, 0, step, goal.sign() * upper);
            run.metric("gap", 0, step, gap(open));
        }
        int percent = (int) (100 * proved / designs);
        phase.advance(percent - shown);
        shown = percent;
        phase.share(proved / designs);
        phase.note(text(open));
    }

    /** The best value and what is known of all others, e.g. {@code best 27.25, none above 31.2, gap 14.5 %}. */
    public String text(double open) {
        double upper = upper(open);
        String known = Double.isFinite(upper)
                ? String.format(
                        Locale.ROOT,
                        gap(open) < CLOSED ? "none %s %.6g, gap below 0.0001 %%" : "none %s %.6g, gap %.3g %%",
                        goal == Goal.MAXIMISE ? "above" : "below",
                        goal.sign() * upper,
                        100 * gap(open))
                : "no bound yet of all others";
        return String.format(Locale.ROOT, "best %.6g, %s", bestValue(), known);
    }

    /** How many numbers {@link #write} fills. */
    public static final int LENGTH = 3;

    /** Writes the state as numbers. */
    public void write(double[] to, int from) {
        to[from] = best;
        to[from + 1] = closed;
        to[from + 2] = proved;
    }

    /** Reads what {@link #write} wrote, and shows what was done before. */
    public void read(double[] from, int at, Phase phase) {
        best = from[at];
        closed = from[at + 1];
        proved = from[at + 2];
        shown = (int) (100 * proved / designs);
        phase.skip(shown);
    }
}
