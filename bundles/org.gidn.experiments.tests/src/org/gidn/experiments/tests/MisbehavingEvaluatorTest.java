// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.baselines.RandomSearch;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest's evaluator that misbehaves is named, and never the method and the executor of ours that passed it on. */
class MisbehavingEvaluatorTest {
    private static final String NAME = "The evaluator 'guest.bad' of bundle guest ";
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(
            Declared.extension(
                    Points.EVALUATORS,
                    "evaluator",
                    "guest.bad",
                    settings -> new Bad(settings.text("how")),
                    Declared.parameter("how", "text", "default", "good")),
            Declared.extension(
                    Points.OPTIMISERS,
                    "optimiser",
                    "org.gidn.baselines.random",
                    settings -> new RandomSearch(5, new RandomSampler(true))),
            Declared.extension(Points.EXECUTORS, "executor", "org.gidn.core.local", settings -> new LocalExecutor(2))));
    private static final String YAML = """
        format: 1
        problem: {evaluator: guest.bad}
        optimiser: org.gidn.baselines.random
        """;

    @TempDir
    private Path folder;

    private RunRecord run(String how) {
        Experiment experiment = new ExperimentReader(CATALOGUE)
                .read(YAML, Overrides.parse(List.of("how=" + how)))
                .orThrow("test");
        return new Runner(CATALOGUE)
                .run(Project.create(folder.resolve("project"), YAML), experiment, RunListener.NONE, Cancellation.NONE);
    }

    private static Stream<String> atOnce() {
        return Bad.AT_ONCE.stream();
    }

    @ParameterizedTest
    @MethodSource("atOnce")
    void whatIsWrongAtOnceIsToldByItsName(String how) {
        String message = assertThrows(PluginException.class, () -> run(how)).getMessage();
        assertTrue(message.startsWith(NAME), message);
    }

    private static Stream<String> evaluating() {
        return Bad.EVALUATING.stream();
    }

    @ParameterizedTest
    @MethodSource("evaluating")
    void whatIsWrongWithItsAnswersIsToldByItsName(String how) {
        RunRecord run = run(how);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME), run.failure());
    }

    @Test
    void aCloseThatFailsLosesNothing() {
        RunRecord run = run("close");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertEquals(5, run.evaluations());
    }
}
