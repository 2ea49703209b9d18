// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run whose evaluator or method throws, gives nonsense or hangs. Designs 1 to 6 are asked for in threes. */
class BrokenGuestTest {
    private static final String NAME = "The evaluator 'guest.number' of bundle guest ";

    @TempDir
    private Path folder;

    /** Opened at the end, so that what hangs may go. */
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    private Bench bench(DoubleUnaryOperator worth) {
        return new Bench(run -> {
                    run.evaluate(Candidates.of(Bench.designs(1, 2, 3), "first", 0));
                    run.evaluate(Candidates.of(Bench.designs(4, 5, 6), "second", 0));
                })
                .worth(worth);
    }

    private Project project() {
        return Bench.project(folder.resolve("project"));
    }

    private static double[] values(Project project) {
        RunResults results = project.results(1);
        return results.values(results.sets()).values();
    }

    private static List<String> events(Project project) {
        return project.results(1).events().stream()
                .map(RunResults.Event::message)
                .toList();
    }

    private static double throwsAtFive(double number) {
        if (number == 5) {
            throw new IllegalStateException("boom");
        }
        return number;
    }

    @Test
    void anExceptionStopsTheRunAndKeepsWhatWasBefore() {
        Project project = project();
        RunRecord run = bench(BrokenGuestTest::throwsAtFive).run(project);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME + "failed with an error of its own, "), run.failure());
        assertArrayEquals(new double[] {1, 2, 3}, values(project));
    }

    @Test
    void anExceptionIsTheFailureOfItsDesignWhereTheRunIsToGoOn() {
        Project project = project();
        RunRecord run = bench(BrokenGuestTest::throwsAtFive).run(project, "stopAt=nothing");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertArrayEquals(new double[] {1, 2, 3, 4, Double.NaN, 6}, values(project));
        assertTrue(
                events(project).get(0).startsWith(NAME + "gave no value for a design: " + NAME),
                events(project)::toString);
    }

    @Test
    void anEvaluatorThatAlwaysThrowsStopsTheRunAllTheSame() {
        RunRecord run = bench(number -> {
                    throw new IllegalStateException("boom");
                })
                .run(project(), "stopAt=nothing");
        assertEquals(RunState.FAILED, run.state());
    }

    @Test
    void inputThatOneDesignMakesInvalidIsItsFailureWhereTheRunIsToGoOn() {
        Project project = project();
        RunRecord run = bench(number -> {
                    if (number == 5) {
                        throw new InvalidInputException("Too thin.");
                    }
                    return number;
                })
                .run(project, "stopAt=nothing");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertArrayEquals(new double[] {1, 2, 3, 4, Double.NaN, 6}, values(project));
        assertEquals(List.of(NAME + "gave no value for a design: Too thin."), events(project));
    }

    /** Fails at all designs from 2 on but every fourth. */
    private static double seldom(double number) {
        return number < 2 || number % 4 == 0 ? number : throwsAtFive(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aRunGivesUpAtTheSameDesignOnAnyNumberOfThreads(int threads) {
        Project project = project();
        long[] numbers = LongStream.range(1, 200).toArray();
        RunRecord run = new Bench(method -> method.evaluate(Candidates.of(Bench.designs(numbers), "all", 0)))
                .worth(number -> number > 100 ? Double.NaN : seldom(number))
                .on(threads)
                .run(project, "stopAt=nothing", "giveUpAfter=20");
        assertEquals(RunState.FAILED, run.state());
        assertEquals(
                NAME
                        + "gave no value for 20 designs in a row and was given up, as the experiment's giveUpAfter says; the"
                        + " last time: The value is NaN.",
                run.failure());
        assertEquals(120, run.evaluations());
        assertEquals(120, values(project).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void designsThatAreNotStoredCountAmongFailuresInARow(int threads) {
        RunRecord run = new Bench(method -> {
                    method.evaluate(Candidates.of(Bench.designs(1, 101, 102), "all", 0));
                    method.probe(Bench.designs(103, 104, 105));
                    method.evaluate(Candidates.of(Bench.designs(2, 106, 107, 108), "all", 0));
                    method.probe(Bench.designs(109, 110, 3));
                    method.probe(Bench.designs(LongStream.range(111, 116).toArray()));
                    method.evaluate(Candidates.of(Bench.designs(116, 117), "all", 0));
                })
                .worth(number -> number > 100 ? Double.NaN : number)
                .on(threads)
                .run(project(), "stopAt=nothing", "giveUpAfter=6");
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().contains("gave no value for 6 designs in a row"), run.failure());
        assertEquals(19, run.evaluations());
    }

    @Test
    void aProbeWithoutAValueStopsTheRunIfTheExperimentSaysSo() {
        RunRecord run = new Bench(method -> method.probe(Bench.designs(1, 5)))
                .worth(number -> number == 5 ? Double.NaN : number)
                .run(project(), "stopAt=failure");
        assertEquals(RunState.FAILED, run.state());
        assertEquals(NAME + "gave no value for a design: The value is NaN.", run.failure());
    }

    @Test
    void failuresBetweenWhichThereAreValuesAreNotGivenUp() {
        RunRecord run = new Bench(method -> method.evaluate(
                        Candidates.of(Bench.designs(LongStream.range(1, 100).toArray()), "all", 0)))
                .worth(BrokenGuestTest::seldom)
                .run(project(), "stopAt=nothing", "giveUpAfter=4");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertEquals(99, run.evaluations());
    }

    @Test
    void aRunThatHasGivenUpGivesUpAgainWhenItIsResumed() {
        Project project = project();
        Bench bench = bench(number -> Double.NaN);
        RunRecord run = bench.run(project, "giveUpAfter=5");
        assertEquals(RunState.FAILED, run.state());
        RunRecord resumed = bench.resume(project, 1);
        assertEquals(run.failure().replace("The value is NaN", "The evaluation failed before"), resumed.failure());
        assertEquals(5, resumed.evaluations());
    }

    @Test
    void noNumberIsToldOnceByTheNameOfThePluginAndTheRunGoesOn() {
        Project project = project();
        RunRecord run = bench(number -> number > 4 ? Double.NaN : number).run(project);
        assertEquals(RunState.DONE, run.state());
        assertArrayEquals(new double[] {1, 2, 3, 4, Double.NaN, Double.NaN}, values(project));
        assertEquals(List.of(NAME + "gave no value for a design: The value is NaN."), events(project));
    }

    @Test
    void noNumberStopsTheRunIfTheExperimentSaysSo() {
        Project project = project();
        RunRecord run = bench(number -> number > 4 ? Double.NaN : number).run(project, "stopAt=failure");
        assertEquals(RunState.FAILED, run.state());
        assertEquals(NAME + "gave no value for a design: The value is NaN.", run.failure());
        assertArrayEquals(new double[] {1, 2, 3, 4, Double.NaN, Double.NaN}, values(project));
    }

    @Test
    void anAnswerOfTheWrongLengthIsToldByTheNameOfThePlugin() {
        Project project = project();
        RunRecord run = bench(number -> number).answeringTooShort().run(project);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME + "gave a wrong answer to 'evaluate': "), run.failure());
    }

    private double hangsAtFive(double number) {
        if (number == 5) {
            while (true) {
                try {
                    released.await();
                    return number;
                } catch (InterruptedException e) {
                    // as a stubborn guest would
                }
            }
        }
        return number;
    }

    @Test
    void anEvaluatorThatHangsIsGivenUpWhenPatienceIsAtAnEnd() {
        Project project = project();
        Bench bench = bench(this::hangsAtFive);
        RunRecord run = bench.run(project, "patience=0.5");
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME + "gave no sign of life for 0."), run.failure());
        assertEquals(List.of(run.failure()), events(project));
        assertArrayEquals(new double[] {1, 2, 3}, values(project));
        // What was left behind comes back, and finds nothing more to do here; another run may be at work by then.
        released.countDown();
        RunRecord second = bench.run(project, "patience=0.5");
        assertEquals(RunState.DONE, second.state(), second.failure());
        assertArrayEquals(new double[] {1, 2, 3}, values(project));
    }

    @Test
    void anEvaluatorThatHangsIsLeftBehindWhenTheUserStopsTheRun() {
        Project project = project();
        AtomicBoolean stop = new AtomicBoolean();
        Bench bench = bench(number -> {
            stop.set(number == 5);
            return hangsAtFive(number);
        });
        RunRecord run = new Runner(bench.catalogue()).run(project, bench.experiment(), RunListener.NONE, stop::get);
        assertEquals(RunState.CANCELLED, run.state());
        assertNull(run.failure());
        assertTrue(events(project).get(0).startsWith(NAME + "gave no sign of life for "), events(project)::toString);
        assertArrayEquals(new double[] {1, 2, 3}, values(project));
    }

    @Test
    void aMethodThatHangsIsToldByItsOwnName() {
        RunRecord run = new Bench(method -> hangsAtFive(5)).run(project(), "patience=0.5");
        assertEquals(RunState.FAILED, run.state());
        assertTrue(
                run.failure().startsWith("The optimiser 'guest.method' of bundle guest gave no sign of life"),
                run.failure());
    }

    /** Throws whatever it is given, declared or not. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void hurl(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static Stream<Throwable> everyKindOfThrowable() {
        return Stream.of(
                new IOException("checked"),
                new InterruptedException("checked too"),
                new Throwable("neither error nor exception"),
                new IllegalStateException("unchecked"),
                new CancellationException("nobody asked for it"),
                new CompletionException("wraps", new IOException("checked")),
                new AssertionError("an error"),
                new InternalError("one of the machine"),
                new ServiceConfigurationError("one of a library"),
                new NoClassDefFoundError("missing"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfThrowable")
    void whateverAnEvaluatorThrowsFailsTheRunByItsName(Throwable thrown) {
        RunRecord run = bench(number -> {
                    if (number == 5) {
                        BrokenGuestTest.<RuntimeException>hurl(thrown);
                    }
                    return number;
                })
                .run(project());
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME + "failed with an error of its own, "), run.failure());
        assertTrue(run.failure().contains(thrown.getClass().getName()), run.failure());
        assertArrayEquals(new double[] {1, 2, 3}, values(Project.open(folder.resolve("project"))));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfThrowable")
    void whateverAMethodThrowsFailsTheRunByItsName(Throwable thrown) {
        RunRecord run = new Bench(method -> BrokenGuestTest.<RuntimeException>hurl(thrown)).run(project());
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith("The optimiser 'guest.method' of bundle guest failed"), run.failure());
    }

    @Test
    void aListenerThatThrowsLeavesNoRunAtWork() {
        Project project = project();
        RunListener broken = new RunListener() {
            @Override
            public void started(RunRecord run) {
                throw new IllegalStateException("listener");
            }
        };
        Bench bench = bench(number -> number);
        assertThrows(IllegalStateException.class, () -> new Runner(bench.catalogue())
                .run(project, bench.experiment(), broken, Cancellation.NONE));
        assertEquals(RunState.FAILED, project.run(1).state());
        assertEquals(RunState.DONE, bench.resume(project, 1).state());
    }
}
