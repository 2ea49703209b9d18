// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run has spent is stored, in whatever way it spends and however it ends. */
class SpendingTest {
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    /** Opened at the end, so that what hangs may go. */
    private final CountDownLatch released = new CountDownLatch(1);

    private final AtomicBoolean stop = new AtomicBoolean();

    @AfterEach
    void release() {
        released.countDown();
    }

    /** How a method spends evaluations, and how many in a round. */
    private enum Way {
        EVALUATE(1, (run, round) -> run.evaluate(Candidates.of(Bench.designs(round), "walk", 0))),
        GRADIENTS(1, (run, round) -> run.evaluateWithGradients(Candidates.of(Bench.designs(round), "walk", 0))),
        PROBE(1, (run, round) -> run.probe(Bench.designs(round))),
        GRADIENT(1, (run, round) -> run.gradient(new double[8], new double[8])),
        SWAPS(2 * 6, (run, round) -> run.swaps(Bench.designs(3), (design, swaps) -> swaps.length));

        private final int price;
        private final BiConsumer<RunContext, Integer> round;

        Way(int price, BiConsumer<RunContext, Integer> round) {
            this.price = price;
            this.round = round;
        }

        void spend(RunContext run, int number) {
            round.accept(run, number);
        }
    }

    /** What happens in the last round. */
    private enum End {
        DONE(RunState.DONE, ROUNDS),
        BUDGET(RunState.DONE, ROUNDS),
        CANCELLED(RunState.CANCELLED, ROUNDS),
        FAILED(RunState.FAILED, ROUNDS - 1),
        SILENT(RunState.FAILED, ROUNDS - 1);

        private final RunState state;
        private final int rounds;

        End(RunState state, int rounds) {
            this.state = state;
            this.rounds = rounds;
        }
    }

    static Stream<Arguments> allWaysAndEnds() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(End.values()).map(end -> Arguments.of(way, end)));
    }

    @ParameterizedTest
    @MethodSource("allWaysAndEnds")
    void whatWasDoneIsStoredHoweverTheRunEnds(Way way, End end) {
        Everything evaluator = new Everything(ROUNDS, end);
        Bench bench = new Bench(run -> {
                    for (int round = 0; round < ROUNDS || end == End.BUDGET; round++) {
                        way.spend(run, round);
                    }
                    run.check();
                })
                .evaluatedBy(evaluator);
        RunRecord run = run(bench, end == End.BUDGET ? ROUNDS * way.price : 1_000);
        assertEquals(end.state, run.state(), run.failure());
        assertEquals((long) end.rounds * way.price, run.evaluations());
        stop.set(false);
        if (end.state != RunState.DONE) {
            RunRecord resumed = bench.resume(Project.open(folder), 1);
            assertEquals(RunState.DONE, resumed.state());
            assertEquals((long) ROUNDS * way.price, resumed.evaluations());
        }
    }

    private RunRecord run(Bench bench, long budget) {
        return new Runner(bench.catalogue())
                .run(
                        Bench.project(folder),
                        bench.experiment("budget=" + budget, "patience=1"),
                        RunListener.NONE,
                        stop::get);
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEnumerationHasDoneIsStoredHoweverTheRunEnds(End end) {
        Bench bench = new Bench(run -> run.enumerate(run.problem().space(), 2)).evaluatedBy(new Everything(1, end));
        RunRecord run = run(bench, end == End.BUDGET ? 255 : 256);
        assertEquals(end.state, run.state(), run.failure());
        assertEquals(end == End.DONE ? 256 : end == End.BUDGET ? 0 : Everything.PART, run.evaluations());
        List<String> events = new ArrayList<>();
        Project.open(folder).results(1).events().forEach(event -> events.add(event.message()));
        assertEquals(
                end == End.BUDGET,
                events.contains("The budget of 255 evaluations is spent but for 255: the next step takes 256."),
                events::toString);
    }

    /** A run that is killed keeps what the store shows meanwhile. */
    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void whatIsDoneIsStoredWhileTheRunGoesOn(Way way) {
        Project project = Bench.project(folder);
        Bench bench = new Bench(run -> {
                    for (int round = 0; project.run(1).evaluations() == 0; round++) {
                        way.spend(run, round % 256);
                    }
                    assertTrue(project.run(1).evaluations() <= run.evaluations());
                })
                .evaluatedBy(new Everything(Integer.MAX_VALUE, End.DONE));
        assertEquals(RunState.DONE, bench.run(project).state());
    }

    /** A neighbourhood of 64 by 64 elements takes megabytes: those that are read make room for others. */
    @Test
    void noMoreNeighbourhoodsAreInMemoryThanCoresAreAtWork() {
        Everything evaluator = new Everything(Integer.MAX_VALUE, End.DONE);
        DesignBatch all = Bench.designs(LongStream.range(0, 256).toArray());
        List<Integer> read = new ArrayList<>();
        Bench bench = new Bench(run -> read.addAll(run.swaps(all, (design, swaps) -> {
                    evaluator.unread.decrementAndGet();
                    return design;
                })))
                .evaluatedBy(evaluator);
        assertEquals(RunState.DONE, bench.run(Bench.project(folder)).state());
        assertEquals(IntStream.range(0, 256).boxed().toList(), read);
        int cores = Runtime.getRuntime().availableProcessors();
        assertTrue(evaluator.mostUnread.get() <= cores, evaluator.mostUnread + " on " + cores + " cores");
    }

    @Test
    void theEndOfTheBudgetIsToldToTheListener() {
        Bench bench = new Bench(run -> {
                    run.gradient(new double[8], new double[8]);
                    run.swaps(Bench.designs(3), (design, swaps) -> swaps.length);
                })
                .evaluatedBy(new Everything(Integer.MAX_VALUE, End.DONE));
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void event(String message) {
                told.add(message);
            }
        };
        RunRecord run = new Runner(bench.catalogue())
                .run(Bench.project(folder), bench.experiment("budget=12"), listener, Cancellation.NONE);
        assertEquals(1, run.evaluations());
        assertEquals(List.of("The budget of 12 evaluations is spent but for 11: the next step takes 12."), told);
    }

    @Test
    void whatAMethodLeavesIsToldWithItsReason() {
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void event(String message) {
                told.add(message);
            }
        };
        List<Bench> benches = Stream.<Consumer<RunContext>>of(
                        run -> {}, run -> run.done("it was asked for 1 design only"))
                .map(end -> new Bench(run -> {
                            run.evaluate(Candidates.of(Bench.designs(1), "walk", 0));
                            end.accept(run);
                        })
                        .evaluatedBy(new Everything(Integer.MAX_VALUE, End.DONE)))
                .toList();
        Project project = Bench.project(folder);
        for (Bench bench : benches) {
            for (String budget : List.of("budget=1", "budget=12000")) {
                RunRecord run = new Runner(bench.catalogue())
                        .run(project, bench.experiment(budget), listener, Cancellation.NONE);
                assertEquals(1, run.evaluations());
            }
        }
        List<String> sentences = List.of(
                "The method left 11,999 of the 12,000 evaluations of its budget: it ended by itself.",
                "The method left 11,999 of the 12,000 evaluations of its budget: it was asked for 1 design only.");
        assertEquals(sentences, told);
        List<String> kept = new ArrayList<>();
        project.runs()
                .forEach(run -> project.results(run.number()).events().forEach(event -> kept.add(event.message())));
        assertTrue(kept.containsAll(sentences), kept::toString);
    }

    /** An evaluator that can do all that there is, and at one of its calls makes trouble. */
    private final class Everything implements GradientEvaluator, SwapEvaluator, EnumerationEvaluator {
        private static final int PART = 100;

        private final int trouble;
        private final End end;
        /** Neighbourhoods given that nobody has read yet. */
        private final AtomicInteger unread = new AtomicInteger();

        private final AtomicInteger mostUnread = new AtomicInteger();
        private int calls;

        Everything(int trouble, End end) {
            this.trouble = trouble;
            this.end = end;
        }

        private void called() {
            if (++calls != trouble) {
                return;
            }
            switch (end) {
                case CANCELLED -> stop.set(true);
                case FAILED -> throw new IllegalStateException("boom");
                case SILENT -> hang();
                default -> {}
            }
        }

        private void hang() {
            try {
                assertTrue(released.await(1, TimeUnit.MINUTES));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("number", "", Goal.MAXIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            called();
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, designs.word(i, 0));
            }
            return results;
        }

        @Override
        public double gradient(double[] design, double[] gradient) {
            called();
            return 0;
        }

        @Override
        public Evaluations evaluateWithGradients(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = evaluate(designs, cancellation);
            for (int i = 0; i < designs.size(); i++) {
                results.setGradient(i, new double[designs.variables()]);
            }
            return results;
        }

        @Override
        public double[][] swaps(double[] design) {
            called();
            mostUnread.accumulateAndGet(unread.incrementAndGet(), Math::max);
            int ones = (int) DoubleStream.of(design).sum();
            return new double[design.length - ones][ones];
        }

        @Override
        public Enumeration enumerate(DesignSpace designs, int top, Workers workers, Phase progress) {
            progress.advance(PART);
            called();
            workers.cancellation().check();
            progress.advance(256 - PART);
            return new Enumeration(256, Bench.designs(255, 254), new double[] {255, 254}, 0, 0, new long[0], 1);
        }
    }
}
