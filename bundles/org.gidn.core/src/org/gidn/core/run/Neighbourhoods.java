// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;

/**
 * Finds the best neighbours for climbs that run side by side in a binary space, as far as the run's budget pays for them: near
 * its end fewer climbs go on at once, the best ones, and where it does not pay for a whole neighbourhood any more, some of it
 * is evaluated. A neighbour is a swap of a 0 with a 1 away, or a flip where the number of zeros may change, and breaks the rules of
 * the problem no more. Where swaps are all there is, the evaluator gives their values at once; other neighbours are evaluated as
 * designs.
 *
 * @since 1.0
 */
public final class Neighbourhoods {
    /** So many neighbours are evaluated at once where there are not evaluations enough for all. */
    private static final int SOME = 128;

    private final RunContext run;
    private final Problem problem;
    private final DesignSpace space;
    private final Goal goal;
    private final String source;
    private final int iteration;
    private final Feasibility feasibility;
    private final boolean swaps;
    /** The most neighbours of a design, and the most that a climb has to change. */
    private final long most;

    private final int climb;

    /**
     * @param source the source of the neighbours that are evaluated as designs, see {@link Candidates#source}
     * @param iteration their iteration
     */
    public Neighbourhoods(RunContext run, String source, int iteration) {
        this.run = run;
        this.problem = run.problem();
        this.space = problem.space();
        this.goal = problem.objective().goal();
        this.source = source;
        this.iteration = iteration;
        this.feasibility = new Feasibility(problem);
        boolean tied = IntStream.range(0, space.variables()).anyMatch(j -> space.leader(j) != j);
        // What the evaluator tells of swaps are plain values.
        this.swaps = space.zeros().isPresent()
                && !tied
                && problem.demands().isEmpty()
                && problem.capabilities().contains(Capability.SWAPS);
        int zeros = space.zeros().orElse(space.variables() / 2);
        int free = space.groups().size();
        int rarer = Math.min(zeros, space.variables() - zeros);
        this.climb = Math.max(1, Math.min(rarer, free / 2));
        this.most = space.zeros().isPresent() && !tied
                ? (long) zeros * (space.variables() - zeros)
                : (long) (free / 2) * (free - free / 2) + (space.zeros().isPresent() ? 0 : free);
    }

    /** The evaluations that a step of a climb takes at most: all neighbours of a design, and the one that it goes to. */
    private long step() {
        return most + 1;
    }

    /**
     * How many climbs should go on at once: so few, but at least one, that what is left of the budget lets each of them swap
     * as many times as there are variables of the rarer kind.
     *
     * @param wanted how many there may be at most
     */
    public int atOnce(int wanted) {
        OptionalLong left = run.budgetLeft();
        return left.isEmpty() ? wanted : (int) Math.max(1, Math.min(wanted, left.getAsLong() / (step() * climb)));
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
     * The best neighbour of each of some designs that {@linkplain #goingOn go on}.
     *
     * @param designs packed
     * @param values their values
     * @return the design, or empty where no neighbour is better
     * @throws BudgetSpentException if the budget ends first
     */
    public List<Optional<double[]>> best(DesignBatch designs, double[] values) {
        if (run.budgetLeft().orElse(Long.MAX_VALUE) < designs.size() * step()) {
            return List.of(some(designs.toArray(0), values[0]));
        }
        // A design that breaks a rule counts by less than its value, which is all that swaps tell of.
        if (swaps && IntStream.range(0, designs.size()).allMatch(i -> feasibility.violation(designs.toArray(i)) == 0)) {
            return run.swaps(designs, (i, told) -> {
                double[] design = designs.toArray(i);
                return Swap.best(design, values[i], told, goal, allowed(design)).map(swap -> swap.of(design));
            });
        }
        return all(designs, values);
    }

    /** Whether a neighbour of a design is a design of the problem, as far as the one that it is a neighbour of is. */
    private Predicate<double[]> allowed(double[] design) {
        if (space.swappable() && problem.rules().isEmpty()) {
            return neighbour -> true;
        }
        double violation = feasibility.violation(design);
        return neighbour -> space.contains(DesignBatch.ofValues(neighbour.length, neighbour), 0)
                && feasibility.violation(neighbour) <= violation;
    }

    /** Evaluates all neighbours of designs. */
    private List<Optional<double[]>> all(DesignBatch designs, double[] values) {
        List<double[][]> around = new ArrayList<>();
        for (int i = 0; i < designs.size(); i++) {
            double[] design = designs.toArray(i);
            Exchanges exchanges = new Exchanges(space, design);
            around.add(LongStream.range(0, exchanges.count())
                    .mapToObj(exchanges::of)
                    .filter(allowed(design))
                    .toArray(double[][]::new));
        }
        double[] found = evaluated(around.stream().flatMap(Arrays::stream).toArray(double[][]::new));
        List<Optional<double[]>> best = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < designs.size(); i++) {
            int to = from + around.get(i).length;
            best.add(better(around.get(i), Arrays.copyOfRange(found, from, to), values[i]));
            from = to;
        }
        return best;
    }

    /** The best of some designs, if it is better than a value. */
    private Optional<double[]> better(double[][] designs, double[] values, double value) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            best = goal.better(values[i], best < 0 ? value : values[best]) ? i : best;
        }
        return best >= 0 && Swap.better(values[best], value, goal) ? Optional.of(designs[best]) : Optional.empty();
    }

    private double[] evaluated(double[][] designs) {
        DesignBuilder batch = new DesignBuilder(space, designs.length);
        Arrays.stream(designs).forEach(batch::add);
        Evaluations found = run.evaluate(Candidates.of(batch.batch(), source, iteration));
        return found.values(0);
    }

    /** Evaluates neighbours of a design in random order, until some of them are better. */
    private Optional<double[]> some(double[] design, double value) {
        RandomGenerator random = run.random().stream("some swaps", run.evaluations());
        Exchanges exchanges = new Exchanges(space, design);
        Predicate<double[]> allowed = allowed(design);
        Set<Long> drawn = new HashSet<>();
        Optional<double[]> best = Optional.empty();
        while (best.isEmpty() && drawn.size() < exchanges.count()) {
            double[][] neighbours = random.longs(0, exchanges.count())
                    .filter(drawn::add)
                    .limit(Math.min(SOME, exchanges.count() - drawn.size()))
                    .mapToObj(exchanges::of)
                    .toArray(double[][]::new);
            neighbours = Arrays.stream(neighbours).filter(allowed).toArray(double[][]::new);
            best = better(neighbours, evaluated(neighbours), value);
        }
        return best;
    }
}
