// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.material.Material;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is made for a run or a check is closed once, however that ends, and what it was made for before it. */
class ClosingTest {
    private static final String YAML = """
        format: 1
        problem: {evaluator: guest.evaluator}
        optimiser: guest.optimiser
        executor: guest.executor
        """;
    private static final List<String> ALL =
            List.of("material", "evaluator", "sampler", "predictor", "optimiser", "executor");

    @TempDir
    private Path folder;

    private final List<String> made = new ArrayList<>();
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    /** What the run tells. */
    private final List<String> told = new ArrayList<>();

    /** Opened at the end, so that what hangs may go. */
    private final CountDownLatch released = new CountDownLatch(1);

    /** Whether the user stops the run. */
    private volatile boolean stopped;

    @AfterEach
    void release() {
        released.countDown();
    }

    /** An instance that counts. */
    private <T> T counted(String name, Class<T> type, T instance, Settings settings) {
        if (settings.text("trouble").equals("making")) {
            throw new IllegalStateException("cannot be made");
        }
        made.add(name);
        boolean stubborn = settings.text("trouble").equals("closing");
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals("close")) {
                        closed.add(name);
                        if (stubborn) {
                            throw new AssertionError("will not go");
                        }
                        if (settings.text("trouble").equals("hanging")) {
                            released.await();
                        }
                        return null;
                    }
                    try {
                        return method.invoke(instance, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private final Catalogue catalogue = Catalogue.of(List.of(
            declared(
                    Points.MATERIALS,
                    "material",
                    settings -> counted("material", Material.class, new BadPredictor.Stuff(), settings)),
            declared(
                    Points.SAMPLERS,
                    "sampler",
                    settings -> counted("sampler", Sampler.class, new RandomSampler(true), settings)),
            declared(
                    Points.PREDICTORS,
                    "predictor",
                    settings -> counted("predictor", Predictor.class, new BadPredictor((double[]) null), settings)),
            declared(
                    Points.EVALUATORS,
                    "evaluator",
                    settings -> counted("evaluator", Evaluator.class, new Bad(settings.text("how")), settings),
                    Declared.parameter("how", "text", "default", "good"),
                    nested("material", Points.MATERIALS)),
            declared(
                    Points.OPTIMISERS,
                    "optimiser",
                    settings -> counted("optimiser", Optimiser.class, new Method(settings), settings),
                    Declared.parameter("end", "text", "default", "done"),
                    nested("sampler", Points.SAMPLERS),
                    nested("predictor", Points.PREDICTORS)),
            declared(
                    Points.EXECUTORS,
                    "executor",
                    settings -> counted("executor", BatchExecutor.class, new LocalExecutor(2), settings))));

    private static Declared declared(String point, String kind, Factory<?> maker, Declared... parameters) {
        List<Declared> all = new ArrayList<>(List.of(parameters));
        all.add(Declared.parameter("trouble", "text", "default", "none"));
        return Declared.extension(point, kind, "guest." + kind, maker, all.toArray(Declared[]::new));
    }

    private static Declared nested(String name, String point) {
        return Declared.parameter(name, "extension", "point", point, "default", "guest." + name);
    }

    /** A method that ends as it is told to. */
    private final class Method implements Optimiser {
        private final String end;
        private final Sampler sampler;

        Method(Settings settings) {
            end = settings.text("end");
            sampler = settings.extension("sampler", Sampler.class);
        }

        @Override
        public void check(Problem problem) {
            if (end.equals("refused")) {
                throw new InvalidInputException("Such problems are none of mine.");
            }
        }

        @Override
        public void optimise(RunContext run) {
            run.evaluate(Candidates.of(
                    sampler.sample(run.problem().space(), 3, run.random().stream("s"), run), Candidates.SAMPLE, 0));
            stopped = end.equals("cancelled");
            run.check();
            if (end.equals("failed")) {
                throw new IllegalStateException("no way");
            }
        }
    }

    private Experiment experiment(String... assignments) {
        return new ExperimentReader(catalogue)
                .read(YAML, Overrides.parse(List.of(assignments)))
                .orThrow("test");
    }

    private RunRecord run(String... assignments) {
        return new Runner(catalogue)
                .run(
                        Project.create(folder.resolve("project"), YAML),
                        experiment(assignments),
                        new RunListener() {
                            @Override
                            public void event(String message) {
                                told.add(message);
                            }
                        },
                        () -> stopped);
    }

    private void assertAllClosed() {
        assertEquals(sorted(made), sorted(closed));
        assertTrue(closed.indexOf("evaluator") <= closed.indexOf("material"), closed::toString);
        assertTrue(closed.indexOf("optimiser") <= closed.indexOf("predictor"), closed::toString);
    }

    private static List<String> sorted(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        return sorted;
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "failed", "cancelled"})
    void aRunClosesAllHoweverItEnds(String end) {
        assertEquals(RunState.valueOf(end.toUpperCase()), run("end=" + end).state());
        assertEquals(sorted(ALL), sorted(made));
        assertAllClosed();
    }

    @Test
    void aCheckClosesAll() {
        new Runner(catalogue).check(experiment());
        assertEquals(sorted(ALL), sorted(made));
        assertAllClosed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "end=refused",
                "how=nullSpace",
                "how=throwingObjectives",
                "volumeFraction=0.123",
                "evaluator.trouble=making",
                "optimiser.trouble=making",
                "optimiser.predictor.trouble=making",
                "executor.trouble=making"
            })
    void aCheckThatFailsClosesWhatWasMadeBefore(String trouble) {
        Experiment experiment = experiment(trouble);
        assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(experiment));
        assertTrue(made.contains("material"));
        assertAllClosed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluator.material",
                "evaluator",
                "optimiser.sampler",
                "optimiser.predictor",
                "optimiser",
                "executor"
            })
    void aCloseThatThrowsLosesNothingAndLeavesNobodyOpen(String stubborn) {
        RunRecord run = run(stubborn + ".trouble=closing");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertEquals(3, run.evaluations());
        assertAllClosed();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).matches("The .* of bundle .* could not be closed: .*will not go\\."), told.get(0));
    }

    @Test
    @Timeout(30)
    void aCloseThatHangsHoldsUpNobodyForEver() {
        RunRecord run = run("evaluator.trouble=hanging");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertAllClosed();
        assertEquals(1, told.size(), told::toString);
        assertTrue(
                told.get(0)
                        .endsWith(
                                " did not give back within 10 s what it holds, such as a process or a licence, and was"
                                        + " left behind."),
                told.get(0));
    }
}
