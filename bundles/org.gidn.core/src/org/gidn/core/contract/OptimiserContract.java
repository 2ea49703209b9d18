// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Optimiser;

/**
 * What every {@link Optimiser} promises. It solves a problem that the author gives about a dozen times, so that settings for a quick run
 * are wanted.
 *
 * @since 1.0
 */
public final class OptimiserContract extends Contract {
    private static final int PARTS = 4;
    private static final int FEW = 3;

    private final Supplier<? extends Optimiser> maker;
    private final Evaluator evaluator;
    private final Problem problem;
    private final Path folder;

    /**
     * @param maker makes the method, always with the same settings
     * @param evaluator measures what the problem asks for
     * @param problem one that suits the method
     * @param folder where files may be written
     */
    public OptimiserContract(Supplier<? extends Optimiser> maker, Evaluator evaluator, Problem problem, Path folder) {
        this.maker = maker;
        this.evaluator = evaluator;
        this.problem = problem;
        this.folder = folder;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("It takes the problem and finds designs.", this::finds),
                new Promise("All that it stores are designs of the problem.", this::inside),
                new Promise("The number of threads makes no difference.", this::threads),
                new Promise("Another seed leads elsewhere, unless nothing is drawn.", this::seeds),
                new Promise("A resumed run equals an uninterrupted one.", this::resumed),
                new Promise("It spends no more than its budget, and what it found is kept.", this::budget),
                new Promise("It stops when it is cancelled.", this::cancelled),
                new Promise("It can be closed twice.", this::closedTwice));
    }

    private MemoryRun fresh(long seed, int threads) throws IOException {
        return new MemoryRun(evaluator, problem, seed, threads, Files.createTempDirectory(folder, "run"));
    }

    /** Lets the method act until it ends by itself or has no use for what is left of the budget. */
    private MemoryRun optimise(MemoryRun run) throws Exception {
        try (Optimiser optimiser = maker.get()) {
            optimiser.check(problem);
            optimiser.optimise(run);
        } catch (BudgetSpentException e) {
            // A run ends so.
        }
        return run;
    }

    private void finds() throws Exception {
        MemoryRun run = optimise(fresh(1, 2));
        require(!run.stored().isEmpty(), "no design");
    }

    private void inside() throws Exception {
        MemoryRun run = optimise(fresh(1, 2));
        for (MemoryRun.Stored each : run.stored()) {
            problem.space()
                    .objection(DesignText.parse(List.of(each.design()), problem.space()), 0)
                    .ifPresent(objection -> require(false, each.design() + ", which " + objection));
        }
    }

    private void threads() throws Exception {
        requireSame(optimise(fresh(1, 1)).outcome(), optimise(fresh(1, FEW)).outcome());
    }

    private static void requireSame(MemoryRun.Outcome expected, MemoryRun.Outcome found) {
        require(
                expected.evaluations() == found.evaluations(),
                found.evaluations() + " evaluations instead of " + expected.evaluations());
        require(expected.stored().equals(found.stored()), "other designs or values");
        require(expected.metrics().equals(found.metrics()), found.metrics() + " instead of " + expected.metrics());
    }

    private void seeds() throws Exception {
        MemoryRun.Outcome one = optimise(fresh(1, 1)).outcome();
        MemoryRun.Outcome two = optimise(fresh(2, 1)).outcome();
        boolean draws = !one.equals(two);
        boolean everything =
                problem.space().discrete() && problem.space().count().longValueExact() <= one.evaluations();
        require(draws || everything || one.equals(optimise(fresh(3, 1)).outcome()), "the same for some seeds only");
    }

    private void resumed() throws Exception {
        MemoryRun.Outcome whole = optimise(fresh(1, 2)).outcome();
        MemoryRun run = fresh(1, 2);
        for (int part = 1; part < PARTS; part++) {
            long end = whole.evaluations() * part / PARTS;
            MemoryRun stopping = run.again().stoppedWhen(spent -> spent >= end);
            requireThrown(CancellationException.class, () -> optimise(stopping));
        }
        requireSame(whole, optimise(run.again()).outcome());
    }

    private void budget() throws Exception {
        long whole = optimise(fresh(1, 2)).evaluations();
        long most = Math.max(1, whole * 2 / FEW);
        MemoryRun run = optimise(fresh(1, 2).withBudget(most));
        require(run.evaluations() <= most, run.evaluations() + " evaluations of " + most);
        require(!run.stored().isEmpty(), "no design for " + most + " evaluations");
    }

    private void cancelled() throws Exception {
        MemoryRun run = fresh(1, 2).stoppedWhen(spent -> true);
        requireThrown(CancellationException.class, () -> optimise(run));
    }

    private void closedTwice() throws Exception {
        try (Optimiser optimiser = maker.get()) {
            optimiser.close();
        }
    }
}
