// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;

/**
 * An iterated local search: climbs by best neighbours to a local optimum, then again from the best design found with some random
 * swaps made, until that fails a number of times in a row. Not thread-safe.
 */
public final class IteratedClimb {
    private final Problem problem;
    private final Goal goal;
    private final FeasibleNeighbours neighbours;
    private final RandomStreams random;
    private final int kicks;
    private final int kickSwaps;

    private int start;
    private int kicked;
    private int failures;
    private double value;
    private double bestValue;
    private double[] current;
    private double[] best;

    /**
     * @param kicks how often in a row the search may go on from its best design in vain
     * @param kickSwaps random swaps made on that design
     */
    public IteratedClimb(Problem problem, RandomStreams random, int kicks, int kickSwaps) {
        this.problem = problem;
        this.neighbours = new FeasibleNeighbours(problem);
        this.goal = problem.objective().goal();
        this.random = random;
        this.kicks = kicks;
        this.kickSwaps = kickSwaps;
    }

    /** Begins anew from the random design of a start. */
    public void begin(int newStart) {
        start = newStart;
        kicked = 0;
        failures = 0;
        value = Double.NaN;
        bestValue = Double.NaN;
        current = new Feasibility(problem)
                .drawn(new RandomSampler(false), 1, random.stream("start", start), Cancellation.NONE)
                .toArray(0);
        best = current.clone();
    }

    /** The number of the present start. */
    public int start() {
        return start;
    }

    /** The design whose value and swaps are wanted next. */
    public double[] current() {
        return current;
    }

    /** The best value of the present start. */
    public double bestValue() {
        return bestValue;
    }

    /** The value of the current design. */
    public double value() {
        return value;
    }

    /** Tells the value of the current design. */
    public void value(double currentValue) {
        value = currentValue;
    }

    /**
     * Goes to the best neighbour, or on from the best design if no neighbour is better.
     *
     * @param better the best neighbour of the current design, if any is better
     * @return whether the present start still goes on
     */
    public boolean step(Optional<double[]> better) {
        if (better.isPresent()) {
            current = better.get();
            return true;
        }
        if (Swap.better(value, bestValue, goal)) {
            best = current;
            bestValue = value;
            failures = 0;
        } else {
            failures++;
        }
        if (failures >= kicks) {
            return false;
        }
        RandomGenerator kick = random.child("start", start).stream("kick", kicked++);
        current = best.clone();
        for (int i = 0; i < kickSwaps; i++) {
            neighbours.change(current, kick);
        }
        return true;
    }

    /** All that {@link #restore} needs, as numbers. */
    public double[] state() {
        double[] state =
                Arrays.copyOf(new double[] {start, kicked, failures, value, bestValue}, 5 + 2 * current.length);
        System.arraycopy(current, 0, state, 5, current.length);
        System.arraycopy(best, 0, state, 5 + current.length, current.length);
        return state;
    }

    /** Goes on from where {@link #state} was called. */
    public void restore(double[] state) {
        int variables = problem.space().variables();
        start = (int) state[0];
        kicked = (int) state[1];
        failures = (int) state[2];
        value = state[3];
        bestValue = state[4];
        current = Arrays.copyOfRange(state, 5, 5 + variables);
        best = Arrays.copyOfRange(state, 5 + variables, 5 + 2 * variables);
    }
}
