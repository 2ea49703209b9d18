// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.evolution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gidn.baselines.Peaks;
import org.gidn.core.contract.OptimiserContract;
import org.gidn.core.problem.Problem;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.samples.evolution.DifferentialEvolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferentialEvolutionTest {
    private static final String PEAKS = """
        format: 1
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser: {use: org.gidn.samples.evolution.differentialEvolution, population: 20, generations: 60}
        """;
    private static final String COMPOSITE = """
        format: 1
        problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}
        optimiser: {use: org.gidn.samples.evolution.differentialEvolution, population: 40, generations: 40}
        """;

    @TempDir
    Path folder;

    private Project run(String name, String yaml, String... settings) {
        Catalogue catalogue = Catalogue.installed();
        Project project = Project.create(folder.resolve(name), yaml);
        RunRecord run = new Runner(catalogue)
                .run(
                        project,
                        new ExperimentReader(catalogue)
                                .read(project.experimentFile(), Overrides.parse(List.of(settings))),
                        RunListener.NONE,
                        Cancellation.NONE);
        assertEquals(RunState.DONE, run.state(), run.failure());
        return project;
    }

    @Test
    void itFindsTheLowestOfThePeaks() {
        // The global minimum of the function, see Peaks.
        assertEquals(-6.5511, run("peaks", PEAKS).run(1).best(), 1e-3);
    }

    @Test
    void itMakesBinaryDesignsWithTheRightVolumeFractionTougher() {
        RunResults results = run("composite", COMPOSITE).results(1);
        double before = results.statistics(results.sets().subList(0, 1)).best();
        assertTrue(results.best(1).get(0).value() > 1.5 * before, results.best(1) + " after " + before);
        String best = results.best(1).get(0).text();
        assertEquals(8, best.chars().filter(character -> character == '0').count());
    }

    @Test
    void theSeedFixesTheRunOnAnyNumberOfThreads() {
        List<RunResults.Improvement> one =
                run("one", COMPOSITE, "executor.threads=1").results(1).convergence();
        assertEquals(
                one, run("three", COMPOSITE, "executor.threads=3").results(1).convergence());
    }

    @Test
    void itKeepsWhatOptimisersPromise() {
        Peaks peaks = new Peaks();
        Problem problem = new Problem(peaks.space(), peaks.outputs(), Set.of());
        new OptimiserContract(() -> new DifferentialEvolution(10, 12, 0.6, 0.9), peaks, problem, folder).check();
    }
}
