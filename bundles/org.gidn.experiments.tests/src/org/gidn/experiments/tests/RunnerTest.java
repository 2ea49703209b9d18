// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Phase;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    @TempDir
    private Path folder;

    private static Candidates ask(String source, int iteration, long... numbers) {
        return Candidates.of(Bench.designs(numbers), source, iteration);
    }

    @Test
    void everyDesignCountsOnceAndIsComputedOnceForAllRuns() {
        List<Long> counts = new ArrayList<>();
        Bench bench = new Bench(run -> {
            run.evaluate(ask("sample", 0, 3, 5, 3));
            counts.add(run.evaluations());
            run.evaluate(ask("inverse", 0, 5, 9));
            counts.add(run.evaluations());
        });
        Project project = Bench.project(folder);
        bench.run(project);
        assertEquals(3, bench.computed.get());
        RunRecord second = bench.run(project);
        assertEquals(3, bench.computed.get());
        assertEquals(List.of(2L, 3L, 2L, 3L), counts);
        assertEquals(3, second.evaluations());
        assertEquals(9, second.best());
        assertEquals(
                List.of(2L, 2L),
                project.results(2).sets().stream().map(CandidateSet::size).toList());
    }

    @Test
    void tellsWhichKnownOptimaWereReached() {
        // 8 ones, 7 ones, none and two, found so many times; designs with one bit of difference count as near.
        Candidates found =
                new Candidates(Bench.designs(254, 255, 0, 3), Candidates.INVERSE, 1, null, new int[] {1, 3, 4, 2});
        Bench bench = new Bench(run -> {
            run.evaluate(ask("sample", 0, 7));
            run.evaluate(ask("inverse", 0, 252));
            run.evaluate(found);
        });
        Project project = Bench.project(folder);
        bench.run(project);
        RunResults results = project.results(1);
        assertEquals(List.of(0.0, 0.4), values(results, "share near optimum 1"));
        assertEquals(List.of(0.0, 0.4), values(results, "share near optimum 2"));
        assertEquals(List.of(Math.sqrt(2), 0.0), values(results, "best to optimum"));
    }

    private static List<Double> values(RunResults results, String metric) {
        return results.metrics(metric).stream().map(RunResults.Metric::value).toList();
    }

    @Test
    void otherSettingsOfTheEvaluatorShareNothing() {
        Bench bench = new Bench(run -> run.evaluate(ask("sample", 0, 3, 5)));
        Project project = Bench.project(folder);
        bench.run(project);
        bench.run(project, "variant=2");
        assertEquals(4, bench.computed.get());
    }

    @Test
    void anotherContentOfTheEvaluatorsBundleSharesNothing() {
        Bench bench = new Bench(run -> run.evaluate(ask("sample", 0, 3, 5)));
        Project project = Bench.project(folder);
        bench.run(project);
        bench.edited("by hand").run(project);
        assertEquals(4, bench.computed.get());
        bench.run(project);
        assertEquals(4, bench.computed.get());
    }

    @Test
    void anotherContentOfAFileThatASettingNamesSharesNothing() throws Exception {
        Bench bench = new Bench(run -> run.evaluate(ask("sample", 0, 3, 5)));
        Project project = Bench.project(folder.resolve("project"));
        Path table = Files.writeString(folder.resolve("table.csv"), "1, 2");
        bench.run(project, "table=" + table);
        Files.writeString(table, "1, 3");
        bench.run(project, "table=" + table);
        assertEquals(4, bench.computed.get());
        Files.writeString(table, "1, 2");
        bench.run(project, "table=" + table);
        assertEquals(4, bench.computed.get());
    }

    @Test
    void theBudgetEndsTheRunAsDone() {
        Bench bench = new Bench(run -> {
            for (int i = 0; ; i++) {
                run.evaluate(ask("sample", 0, 2 * i, 2 * i + 1));
            }
        });
        Project project = Bench.project(folder);
        RunRecord run = bench.run(project, "budget=5");
        assertEquals(RunState.DONE, run.state());
        assertEquals(5, run.evaluations());
        assertEquals(5, bench.computed.get());
        assertEquals(4, run.best());
        assertEquals(
                "The budget of 5 evaluations is spent.",
                project.results(1).events().get(0).message());
    }

    @Test
    void aCancelledRunKeepsWhatItHasAndResumesToTheSameEnd() {
        AtomicBoolean stop = new AtomicBoolean();
        Bench bench = new Bench(RunnerTest::method);
        Project whole = Bench.project(folder.resolve("whole"));
        bench.run(whole);
        Project cut = Bench.project(folder.resolve("cut"));
        RunRecord cancelled = new Runner(bench.catalogue()).run(cut, bench.experiment(), stopAfter(stop), stop::get);
        assertEquals(RunState.CANCELLED, cancelled.state());
        assertEquals(4, cancelled.evaluations());
        assertEquals(4, cut.results(1).values(cut.results(1).sets()).size());
        stop.set(false);
        RunRecord resumed = bench.resume(cut, 1);
        assertEquals(RunState.DONE, resumed.state());
        assertEquals(contents(whole), contents(cut));
        assertEquals(whole.run(1).evaluations(), resumed.evaluations());
        assertEquals(
                "Run 1 is done; there is nothing to resume.",
                assertThrows(InvalidInputException.class, () -> bench.resume(cut, 1))
                        .getMessage());
    }

    @Test
    void aRunThatIsToStopBeforeItBeginsLeavesNothing() {
        Project project = Bench.project(folder);
        Bench bench = new Bench(RunnerTest::method);
        Runner runner = new Runner(bench.catalogue());
        assertThrows(
                CancellationException.class,
                () -> runner.run(project, bench.experiment(), RunListener.NONE, () -> true));
        assertEquals(List.of(), project.runs());
        AtomicBoolean asked = new AtomicBoolean();
        RunListener listener = new RunListener() {
            @Override
            public void started(RunRecord run) {
                assertTrue(asked.get(), "who is told that a run begins knows that it was not to be stopped before");
            }
        };
        runner.run(project, bench.experiment(), listener, () -> !asked.compareAndSet(false, true));
        assertEquals(RunState.CANCELLED, project.run(1).state());
        assertThrows(CancellationException.class, () -> runner.resume(project, 1, RunListener.NONE, () -> true));
        assertEquals(RunState.DONE, bench.resume(project, 1).state());
    }

    private static void method(RunContext run) {
        Evaluations first = run.evaluate(ask("sample", 0, 1, 2, 3, 4));
        run.metric("loss", 0, 1, first.value(0, 0));
        run.event("The first four are evaluated.");
        run.once("state.txt", file -> Files.writeString(file, "kept"));
        run.check();
        for (int i = 0; i < 3; i++) {
            long number = run.random().stream("walk", i).nextInt(256);
            run.evaluate(new Candidates(
                    Bench.designs(number, 200 + i), "inverse", i, new double[] {number + 0.5, 1}, new int[] {7, 1}));
        }
    }

    /** Stops the run at its first event. */
    private static RunListener stopAfter(AtomicBoolean stop) {
        return new RunListener() {
            @Override
            public void event(String message) {
                stop.set(true);
            }
        };
    }

    private static List<String> contents(Project project) {
        RunResults results = project.results(1);
        List<String> contents = new ArrayList<>();
        for (CandidateSet set : results.sets()) {
            RunResults.Values values = results.values(List.of(set));
            DesignBatch designs = results.designs(List.of(set));
            for (int i = 0; i < values.size(); i++) {
                contents.add(set.source() + set.iteration() + " " + designs.word(i, 0) + " " + values.values()[i] + " "
                        + values.predicted()[i] + " " + values.counts()[i]);
            }
        }
        contents.add(results.metrics("loss").toString());
        results.events().forEach(event -> contents.add(event.message()));
        contents.add(results.convergence().toString());
        return contents;
    }

    @Test
    void aMethodThatGoesOnFromItsStateRepeatsNothing() {
        AtomicBoolean stop = new AtomicBoolean();
        Bench bench = new Bench(run -> {
            int from = 0;
            if (run.file("state.txt").isPresent()) {
                from = 2;
                run.continueFrom(4);
            }
            for (int i = from; i < 4; i++) {
                if (i == 2) {
                    run.once("state.txt", file -> Files.writeString(file, "two steps, four evaluations"));
                }
                run.evaluate(ask("walk", 0, 10 * i, 10 * i + 1, 0));
                if (i == 2) {
                    stop.set(from == 0);
                }
                run.check();
            }
        });
        Project project = Bench.project(folder);
        assertEquals(
                RunState.CANCELLED,
                new Runner(bench.catalogue())
                        .run(project, bench.experiment(), RunListener.NONE, stop::get)
                        .state());
        RunRecord resumed = bench.resume(project, 1);
        assertEquals(8, resumed.evaluations());
        assertArrayEquals(
                new double[] {0, 1, 10, 11, 20, 21, 30, 31},
                project.results(1).values(project.results(1).sets()).values());
    }

    @Test
    void aFailedDesignTakesNothingFromTheOthers() {
        Bench bench = new Bench(run -> {
                    Evaluations results = run.evaluate(ask("sample", 0, 1, 2, 3));
                    assertTrue(Double.isNaN(results.value(1, 0)));
                    assertEquals("The value is Infinity.", results.failure(1));
                    assertEquals(3, results.value(2, 0));
                })
                .worth(number -> number == 2 ? Double.POSITIVE_INFINITY : number);
        Project project = Bench.project(folder);
        assertEquals(RunState.DONE, bench.run(project).state());
        RunResults results = project.results(1);
        assertArrayEquals(
                new double[] {1, Double.NaN, 3}, results.values(results.sets()).values());
        assertEquals(2, results.statistics(results.sets()).total());
        assertEquals(
                List.of(3.0, 1.0),
                results.best(5).stream().map(FoundDesign::value).toList());
    }

    @Test
    void anErrorInAGuestIsToldByTheNameOfItsBundle() {
        Bench bench = new Bench(run -> {
                    run.evaluate(ask("sample", 0, 1));
                    run.evaluate(ask("sample", 1, 2));
                })
                .worth(number -> {
                    if (number == 2) {
                        throw new IllegalStateException("boom");
                    }
                    return number;
                });
        Project project = Bench.project(folder);
        RunRecord run = bench.run(project);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(
                run.failure()
                        .startsWith("The evaluator 'guest.number' of bundle guest failed with an error of its own,"
                                + " java.lang.IllegalStateException: boom, in "),
                run.failure());
        assertEquals(1, run.evaluations());
        assertEquals(1, project.results(1).best(1).size());
    }

    @Test
    void phasesAreTimedAndShown() {
        List<Progress> ended = new ArrayList<>();
        Bench bench = new Bench(run -> {
            try (Phase phase = run.phase("thinking", 3, "thoughts")) {
                phase.advance(2);
                phase.note("deep");
            }
            run.evaluate(ask("sample", 0, 1, 2));
        });
        Project project = Bench.project(folder);
        new Runner(bench.catalogue())
                .run(
                        project,
                        bench.experiment(),
                        new RunListener() {
                            @Override
                            public void phaseEnded(Progress progress) {
                                ended.add(progress);
                            }
                        },
                        () -> false);
        assertEquals(
                List.of("thinking", "evaluating sample designs"),
                ended.stream().map(Progress::name).toList());
        assertEquals("deep", ended.get(0).note());
        assertEquals(
                List.of(2L, 2L),
                project.results(1).phases().stream()
                        .map(RunResults.PhaseTime::steps)
                        .toList());
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() {
        Bench bench = new Bench(run -> {
            assertFalse(run.file("model.zip").isPresent());
            assertThrows(
                    IllegalStateException.class,
                    () -> run.write("model.zip", file -> {
                        Files.writeString(file, "half");
                        throw new IllegalStateException();
                    }));
            assertFalse(run.file("model.zip").isPresent());
            run.write("model.zip", file -> Files.writeString(file, "whole"));
            run.once("model.zip", file -> Files.writeString(file, "again"));
        });
        Project project = Bench.project(folder);
        assertNull(bench.run(project).failure());
        assertEquals(
                List.of(project.runFolder(1).resolve("model.zip")),
                project.results(1).files());
    }

    @Test
    void oneRunAtATime() {
        Project project = Bench.project(folder);
        List<String> refusals = new ArrayList<>();
        Bench bench = new Bench(run -> {
            assertEquals(RunState.RUNNING, project.run(1).state());
            Bench other = new Bench(inner -> {});
            refusals.add(assertThrows(InvalidInputException.class, () -> other.run(project))
                    .getMessage());
        });
        assertEquals(RunState.DONE, bench.run(project).state());
        assertTrue(
                refusals.get(0)
                        .matches("Project .* is in use by process "
                                + ProcessHandle.current().pid()
                                + " on .* since .*; wait until its run has ended, or stop it\\."),
                refusals.get(0));
        assertTrue(project.holder().isEmpty());
        assertEquals(RunState.DONE, new Bench(run -> {}).run(project).state());
    }

    @Test
    void cancellationPassesThroughAMethod() {
        AtomicBoolean stop = new AtomicBoolean();
        Bench bench = new Bench(run -> {
            stop.set(true);
            throw new CancellationException();
        });
        RunRecord run = new Runner(bench.catalogue())
                .run(Bench.project(folder), bench.experiment(), RunListener.NONE, stop::get);
        assertEquals(RunState.CANCELLED, run.state());
    }
}
