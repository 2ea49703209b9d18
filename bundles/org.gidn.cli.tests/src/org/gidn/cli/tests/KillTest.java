// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the real program at a random moment and resumes the run, which must come to the end of a run that nobody killed.
 * The system property {@code gidn.kills} sets how often each run is killed, on Maven's command line too; from two times on,
 * runs of all methods are.
 */
@Tag("long")
class KillTest {
    private static final int KILLS = Integer.getInteger("gidn.kills", 1);
    private static final String COMPOSITE = "{evaluator: org.gidn.fem.crackToughness, volumeFraction: 0.25}";

    /** So many of the methods stand for all where each is killed once. */
    private static final int SAMPLE = 4;

    private static final String RUNS = """
        org.gidn.designer.gidn | samples: 100, starts: 400, iterations: 4, stallIterations: 1, added: 50, steps: 40, \
        moments: 4, restarts: 0.5, selection: mixed, polished: 5, \
        predictor: {layers: 2, epochs: 60, ensemble: 2} | COMPOSITE
        org.gidn.baselines.exhaustive | top: 5000 | {evaluator: org.gidn.fem.crackToughness, volumeFraction: 0.15625}
        org.gidn.baselines.geneticAlgorithm | population: 200, parents: 20, generations: 200 | COMPOSITE
        org.gidn.predictor.networkStudy | samples: 1000, epochs: 20, layers: 2 3, neurons: 16 32 64 | COMPOSITE
        org.gidn.designer.gidn | samples: 200, starts: 2000, iterations: 2, added: 50, predictor: {layers: 3, epochs: 200} | COMPOSITE
        org.gidn.designer.frugal | iterations: 25, stall: 4, starts: 50 | COMPOSITE
        org.gidn.baselines.nsga2 | generations: 60 | {evaluator: org.gidn.baselines.zdt}
        org.gidn.baselines.annealing | chains: 8, steps: 1000 | COMPOSITE
        org.gidn.baselines.swapSearch | starts: 40 | COMPOSITE
        org.gidn.baselines.topologyOptimisation | steps: 20000 | COMPOSITE
        org.gidn.baselines.logisticRegression | samples: 2000, designs: 100 | COMPOSITE
        org.gidn.baselines.cmaes | starts: 5, generations: 100 | COMPOSITE
        org.gidn.baselines.random | samples: 100000 | COMPOSITE
        org.gidn.baselines.bayesian | samples: 20, evaluated: 10, iterations: 6 | COMPOSITE
        org.gidn.baselines.optimalityCriteria | steps: 60, tolerance: 0 | \
        {evaluator: org.gidn.fem.mbbBeam, constraints: [{use: org.gidn.core.share, is: 0.5}]}
        org.gidn.baselines.mma | steps: 60, tolerance: 0 | \
        {evaluator: org.gidn.fem.mbbBeam, constraints: [{use: org.gidn.core.share, is: 0.5}]}
        org.gidn.baselines.gcmma | steps: 60, tolerance: 0 | \
        {evaluator: org.gidn.fem.mbbBeam, constraints: [{use: org.gidn.core.shareRange, least: 0.3, most: 0.5}]}
        org.gidn.baselines.branchAndBound | climbs: 4 | {evaluator: org.gidn.fem.crackToughness, volumeFraction: 0.125}
        org.gidn.baselines.gradientDescent | learningRate: 0.0001, steps: 5000, tolerance: 0 | {evaluator: org.gidn.baselines.peaks}
        """;

    @TempDir
    private Path folder;

    static Stream<Arguments> runs() {
        return RUNS.lines()
                .limit(KILLS == 1 ? SAMPLE : Long.MAX_VALUE)
                .map(line -> line.replace("COMPOSITE", COMPOSITE).split(" \\| "))
                .map(words -> Arguments.of(words[0], words[1], words[2]));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aKilledRunComesToTheSameEnd(String optimiser, String settings, String problem) throws Exception {
        Files.writeString(folder.resolve("whole.yaml"), """
            format: 2
            title: A run to be killed
            problem: %s
            optimiser: {use: %s, %s}
            """.formatted(problem, optimiser, settings));
        long start = System.nanoTime();
        Outcome whole = new Gidn(folder).run("run", "whole.yaml");
        assertEquals(0, whole.status(), whole.err());
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<String> expected = RunContents.of(folder.resolve("whole"));
        int kills = 0;
        // A run that came to its end between two kills is begun anew.
        for (int i = 1; kills < KILLS; i++) {
            String killed = "killed-" + i;
            Files.copy(folder.resolve("whole.yaml"), folder.resolve(killed + ".yaml"));
            kill(millis, "run", killed + ".yaml");
            for (kills++; kills < KILLS && unfinished(killed); kills++) {
                kill(millis, "run", killed, "--resume");
            }
            if (unfinished(killed)) {
                Outcome resumed = new Gidn(folder).run("run", killed, "--resume");
                assertEquals(0, resumed.status(), resumed.err());
            }
            assertSame(expected, RunContents.of(folder.resolve(killed)));
        }
    }

    private static void assertSame(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i));
        }
        assertEquals(expected.size(), actual.size());
    }

    private boolean unfinished(String project) {
        return Project.open(folder.resolve(project)).run(1).state() != RunState.DONE;
    }

    /** Starts the program in a process of its own and ends it the hard way, at a random moment of the run. */
    private void kill(long millis, String... arguments) throws IOException, InterruptedException {
        Process process = GidnProcess.start(folder, arguments);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            // The first line says that the run has begun.
            assertNotNull(output.readLine(), "the program ended before the run began");
            process.waitFor(RandomGenerator.getDefault().nextLong(millis + 1), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aRunAtWorkKeepsOthersOutAndWhenAskedToEndKeepsWhatItHasAndSaysSo() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination());
        Process process = GidnProcess.start(folder, "run", "genetic-algorithm");
        String output;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertNotNull(reader.readLine(), "the program ended before the run began");
            Project project = Project.open(folder.resolve("genetic-algorithm"));
            while (process.isAlive() && project.run(1).evaluations() == 0) {
                Thread.sleep(20);
            }
            Outcome second = new Gidn(folder).run("run", "genetic-algorithm");
            assertEquals(2, second.status(), second.err());
            assertTrue(second.err().contains("is in use by process " + process.pid() + " on "), second.err());
            // Unlike the process, its handle leaves the streams open.
            process.toHandle().destroy();
            output = reader.lines().collect(Collectors.joining("\n"));
        }
        assertEquals(143, process.waitFor(), output);
        assertTrue(output.contains(". To go on: gidn run genetic-algorithm --resume"), output);
        Project project = Project.open(folder.resolve("genetic-algorithm"));
        assertEquals(RunState.CANCELLED, project.run(1).state());
        assertTrue(project.run(1).evaluations() > 0);
    }

    @Test
    void askedToEndAtTheMomentThatItListensItSaysSo() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(DiskTest.command("mkfifo", pipe.toString()), "pipes have names here");
        ProcessBuilder builder = GidnProcess.builder(folder, "run", "genetic-algorithm");
        builder.environment().put("GIDN_LISTENING", pipe.toString());
        Process process = builder.start();
        assertEquals("\n", Files.readString(pipe), "what the start script waits for");
        process.toHandle().destroy();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(143, process.waitFor(), output);
        assertTrue(output.contains("gidn: Stopped") || output.contains("Cancelled; "), output);
    }

    /** All that a run has stored, but times. */
}
