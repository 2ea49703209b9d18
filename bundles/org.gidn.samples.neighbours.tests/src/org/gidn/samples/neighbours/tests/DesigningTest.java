// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.neighbours.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GIDN with a predictor that has no gradients moves designs instead of descending. */
class DesigningTest {
    private static final String PEAKS = """
        format: 1
        seed: 2
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser:
          use: org.gidn.designer.gidn
          samples: 200
          starts: 100
          steps: 100
          iterations: 4
          added: 50
          predictor: {use: org.gidn.samples.neighbours.nearest, neighbours: 3, distance: euclid}
        """;
    private static final String COMPOSITE = """
        format: 1
        seed: 2
        problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}
        optimiser:
          use: org.gidn.designer.gidn
          samples: 300
          starts: 200
          steps: 100
          iterations: 3
          added: 100
          predictor: {use: org.gidn.samples.neighbours.nearest, neighbours: 4}
        """;

    private static final String FRUGAL = """
        format: 1
        seed: 2
        problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}
        optimiser:
          use: org.gidn.designer.frugal
          samples: 40
          predictor: {use: org.gidn.samples.neighbours.nearest, neighbours: 4}
        budget: 150
        """;

    @TempDir
    Path folder;

    private RunResults run(String name, String yaml, String... settings) {
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
        return project.results(1);
    }

    @Test
    void itComesNearTheLowestOfThePeaks() {
        double best = run("peaks", PEAKS).best(1).get(0).value();
        assertTrue(best < -6.4, () -> best + ", where the least is -6.5511");
    }

    @Test
    void itMakesCompositesTougherThanTheSamples() {
        RunResults results = run("composite", COMPOSITE);
        double before = results.statistics(results.sets().subList(0, 1)).best();
        assertTrue(results.best(1).get(0).value() > 1.2 * before, results.best(1) + " after " + before);
        String best = results.best(1).get(0).text();
        assertEquals(8, best.chars().filter(character -> character == '0').count());
    }

    @Test
    void theFrugalWayTakesItToo() {
        RunResults results = run("frugal", FRUGAL);
        double before = results.statistics(results.sets().subList(0, 1)).best();
        assertTrue(results.best(1).get(0).value() > 1.2 * before, results.best(1) + " after " + before);
    }

    @Test
    void theSeedFixesTheRunOnAnyNumberOfThreads() {
        assertEquals(
                run("one", COMPOSITE, "executor.threads=1").convergence(),
                run("three", COMPOSITE, "executor.threads=3").convergence());
    }
}
