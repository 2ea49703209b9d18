// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.problem.Goal;

/**
 * Finds the best swaps for climbs that run side by side, in a binary space with a fixed number of zeros, as far as the
 * run's budget pays for them: near its end fewer climbs go on at once, the best ones, and where it does not pay for a whole
 * neighbourhood any more, some of its swaps are evaluated.
 *
 * @since 1.0
 */
public final class Neighbourhoods {
    /** So many swaps are evaluated at once where there are not evaluations enough for all. */
    private static final int SOME = 128;

    private final RunContext run;
    private final Goal goal;
    private final String source;
    private final int iteration;
    private final int zeros;
    private final int ones;

    /**
     * @param source the source of the swaps that are evaluated as designs, see {@link Candidates#source}
     * @param iteration their iteration
     */
    public Neighbourhoods(RunContext run, String source, int iteration) {
        this.run = run;
        this.goal = run.problem().objective().goal();
        this.source = source;
        this.iteration = iteration;
        this.zeros = run.problem().space().zeros().orElseThrow();
        this.ones = run.problem().space().variables() - zeros;
    }

    /** The evaluations that a step of a climb takes: all swaps of a design, and the design that the best of them leads to. */
    private long step() {
        return (long) zeros * ones + 1;
    }

    /**
     * How many climbs should go on at once: so few, but at least one, that what is left of the budget lets each of them swap
     * as many times as there are variables of the rarer kind.
     *
     * @param wanted how many there may be at most
     */
    public int atOnce(int wanted) {
        OptionalLong left = run.budgetLeft();
        long climb = step() * Math.max(1, Math.min(zeros, ones));
        return left.isEmpty() ? wanted : (int) Math.max(1, Math.min(wanted, left.getAsLong() / climb));
    }

    /**
     * Which of some climbs go on now, see {@link #atOnce}.
     *
     * @param values where each of them is
     * @return their places, in order
     */
    public int[] goingOn(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -goal.sign() * values[i]))
                .limit(atOnce(values.length))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /**
     * The best swap of each of some designs that {@linkplain #goingOn go on}.
     *
     * @param designs packed
     * @param values their values
     * @return empty where no swap is better than the design
     * @throws BudgetSpentException if the budget ends first
     */
    public List<Optional<Swap>> best(DesignBatch designs, double[] values) {
        OptionalLong left = run.budgetLeft();
        if (left.isEmpty() || left.getAsLong() >= designs.size() * step()) {
            return run.swaps(
                    designs, (design, swaps) -> Swap.best(designs.toArray(design), values[design], swaps, goal));
        }
        return List.of(some(designs.slice(0, 1), values[0]));
    }

    /** Evaluates swaps of a design in random order, until some of them are better. */
    private Optional<Swap> some(DesignBatch design, double value) {
        RandomGenerator random = run.random().stream("some swaps", run.evaluations());
        int[] zero = places(design, 0);
        int[] one = places(design, 1);
        long all = (long) zero.length * one.length;
        Set<Long> drawn = new HashSet<>();
        Swap best = new Swap(-1, -1, value);
        while (drawn.size() < all && !Swap.better(best.value(), value, goal)) {
            Swap[] swaps = random.longs(0, all)
                    .filter(drawn::add)
                    .limit(Math.min(SOME, all - drawn.size()))
                    .mapToObj(pair ->
                            new Swap(zero[(int) (pair / one.length)], one[(int) (pair % one.length)], Double.NaN))
                    .toArray(Swap[]::new);
            Evaluations found = run.evaluate(Candidates.of(swapped(design, swaps), source, iteration));
            for (int i = 0; i < swaps.length; i++) {
                if (goal.better(found.value(i, 0), best.value())) {
                    best = new Swap(swaps[i].raised(), swaps[i].lowered(), found.value(i, 0));
                }
            }
        }
        return Optional.of(best).filter(swap -> Swap.better(swap.value(), value, goal));
    }

    private static int[] places(DesignBatch design, int value) {
        return IntStream.range(0, design.variables())
                .filter(j -> design.value(0, j) == value)
                .toArray();
    }

    /** The designs that swaps of a design lead to. */
    private static DesignBatch swapped(DesignBatch design, Swap[] swaps) {
        int words = DesignBatch.words(design.variables());
        long[] bits = new long[swaps.length * words];
        for (int i = 0; i < swaps.length; i++) {
            for (int w = 0; w < words; w++) {
                bits[i * words + w] = design.word(0, w);
            }
            bits[i * words + (swaps[i].raised() >>> 6)] |= 1L << swaps[i].raised();
            bits[i * words + (swaps[i].lowered() >>> 6)] &= ~(1L << swaps[i].lowered());
        }
        return DesignBatch.ofBits(design.variables(), bits);
    }
}
