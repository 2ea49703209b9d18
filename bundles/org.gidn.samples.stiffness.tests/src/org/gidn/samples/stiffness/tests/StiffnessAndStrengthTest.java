// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.stiffness.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.samples.stiffness.ParetoFigure;
import org.gidn.samples.stiffness.StiffnessAndStrength;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.files.FigureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StiffnessAndStrengthTest {
    private static final CrackedPlate PLATE = CrackedPlate.square(8, 0.25);
    private static final TwoPhaseMaterial MATERIAL = new TwoPhaseMaterial(10, 1 / 3.0);

    private final StiffnessAndStrength evaluator = new StiffnessAndStrength(PLATE, MATERIAL);

    @Test
    void plainPlatesHaveTheStiffnessAndStrengthOfTheirMaterial() {
        DesignBatch designs = DesignBatch.ofBits(32, new long[] {-1L >>> 32, 0});
        Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
        assertArrayEquals(new double[] {1, 0.1}, results.values(0), 1e-12);
        // Each phase absorbs the same energy: strength² / stiffness is 1 for both.
        assertArrayEquals(new double[] {1, Math.sqrt(0.1)}, results.values(1), 1e-12);
    }

    @Test
    void strengthSquaredOverStiffnessIsTheToughness() {
        CrackToughness toughness = new CrackToughness(PLATE, MATERIAL);
        DesignBatch designs = new RandomSampler(false)
                .sample(toughness.space(), 20, new RandomStreams(1).stream("designs"), Cancellation.NONE);
        Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
        double[] expected = toughness.evaluate(designs, Cancellation.NONE).values(0);
        for (int i = 0; i < designs.size(); i++) {
            double strength = results.value(i, 1);
            assertEquals(expected[i], strength * strength / results.value(i, 0), 1e-9 * expected[i]);
        }
    }

    /** The example through the catalogue, the runner and the store, up to the figure. */
    @Test
    void theFigureShowsDesignsThatNoOtherBeats(@TempDir Path folder) throws Exception {
        Catalogue catalogue = Catalogue.installed();
        Example example = catalogue.examples().stream()
                .filter(one -> one.id().equals("stiffness-and-strength"))
                .findFirst()
                .orElseThrow();
        Project project = Project.create(folder.resolve("project"), example);
        RunRecord run = new Runner(catalogue)
                .run(
                        project,
                        new ExperimentReader(catalogue)
                                .read(
                                        project.experimentFile(),
                                        Overrides.parse(List.of("population=50", "generations=10"))),
                        RunListener.NONE,
                        Cancellation.NONE);
        assertEquals(RunState.DONE, run.state(), run.failure());
        RunResults results = project.results(1);
        Plot plot = (Plot) new ParetoFigure().figures(results).get(0);
        Series.Scatter all = (Series.Scatter) plot.series().get(0);
        Series.Line front = (Series.Line) plot.series().get(1);
        assertEquals(
                results.sets().stream().mapToLong(RunResults.CandidateSet::size).sum(), all.x().length);
        assertTrue(front.x().length > 2, "a front of " + front.x().length);
        for (int i = 0; i < front.x().length; i++) {
            for (int j = 0; j < all.x().length; j++) {
                boolean beaten = all.x()[j] >= front.x()[i]
                        && all.y()[j] >= front.y()[i]
                        && (all.x()[j] > front.x()[i] || all.y()[j] > front.y()[i]);
                assertTrue(!beaten, "design " + j + " beats the front's " + i);
            }
        }
        Path picture = folder.resolve("front.png");
        FigureFiles.writePng(plot, picture);
        assertTrue(Files.size(picture) > 5000);
    }

    @Test
    void itKeepsWhatEvaluatorsPromise() {
        new EvaluatorContract(() -> new StiffnessAndStrength(PLATE, MATERIAL)).check();
    }
}
