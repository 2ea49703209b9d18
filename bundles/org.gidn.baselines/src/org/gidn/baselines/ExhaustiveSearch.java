// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.math.BigInteger;
import java.util.Locale;
import org.gidn.baselines.internal.FilteredSearch;
import org.gidn.baselines.internal.Requirements;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Evaluates every design of the space and keeps the best: the true optimum, where the space is small enough. The paper's 8
 * by 8 composite has 10,518,300 designs. Designs that break a rule are left out, and so are those that miss a bound of what is
 * measured; how many is told. With a budget of fewer evaluations it evaluates as many designs, drawn at random.
 *
 * <p>Where the number of zeros is the only constraint, an evaluator with {@link Capability#ENUMERATION enumeration} is asked for
 * all designs at once; otherwise they are evaluated some at a time.
 *
 * @since 1.0
 */
public final class ExhaustiveSearch implements Optimiser {
    private static final BigInteger MOST = BigInteger.valueOf(1_000_000_000);

    private final int top;

    /**
     * @param top how many of the best designs are kept
     */
    public ExhaustiveSearch(int top) {
        this.top = top;
    }

    @Override
    public void check(Problem problem) {
        Requirements.binary(problem, "Exhaustive search");
        BigInteger designs = problem.space().count();
        if (!enumerated(problem) && designs.compareTo(MOST) > 0) {
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "Exhaustive search evaluates at most %,d designs one by one, but the problem allows %,d; give the problem a"
                            + " volumeFraction or other constraints that allow fewer, or use org.gidn.baselines.random.",
                    MOST,
                    designs));
        }
    }

    /** Whether the evaluator gives all designs at once, and those are the ones that are wanted. */
    private static boolean enumerated(Problem problem) {
        return problem.space().swappable()
                && problem.limitsOnly()
                && problem.capabilities().contains(Capability.ENUMERATION);
    }

    @Override
    public void optimise(RunContext run) {
        long designs = run.problem()
                .space()
                .count()
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
        boolean enumerated = enumerated(run.problem());
        // Of designs that are evaluated one by one the best are evaluated again, to be stored.
        long wanted = enumerated ? designs : designs + Math.min(top, designs);
        long left = run.budgetLeft().orElse(Long.MAX_VALUE);
        if (left < wanted) {
            some(run, Math.min(left, designs));
        } else if (enumerated) {
            all(run);
        } else {
            new FilteredSearch(run, top).search(designs);
        }
    }

    private void all(RunContext run) {
        Enumeration all = run.enumerate(run.problem().space(), top);
        run.metric("mean", 0, 0, all.mean());
        run.metric("standard deviation", 0, 0, all.standardDeviation());
        run.metric("histogram bin width", 0, 0, all.binWidth());
        for (int bin = 0; bin < all.histogram().length; bin++) {
            run.metric("histogram", 0, bin, all.histogram()[bin]);
        }
        run.done("every design is evaluated");
    }

    /** Evaluates as many designs as the budget allows, drawn at random. */
    private static void some(RunContext run, long count) {
        DesignSpace space = run.problem().space();
        run.event("The budget does not suffice for all " + String.format(Locale.ROOT, "%,d", space.count())
                + " designs: as many as it allows are drawn at random and evaluated.");
        DesignBatch designs = new Feasibility(run.problem())
                .drawn(new RandomSampler(true), Math.toIntExact(count), run.random().stream("some"), run);
        run.evaluate(Candidates.of(designs, Candidates.SAMPLE, 0));
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new ExhaustiveSearch(settings.integer("top"));
        }
    }
}
