// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.designer.DescentPaths;
import org.gidn.designer.DescentSettings;
import org.gidn.designer.Designer;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DesignerTest {
    private static final double[] WEIGHTS = {3, -1, 4, 1, -5, 9, 2, -6};
    private static final DescentSettings FREE = new DescentSettings(0, 1, 300, 0.05, false, 0, 0);
    private static final RandomStreams RANDOM = new RandomStreams(1);
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    private static Problem problem(DesignSpace space, Goal goal) {
        return new Problem(space, List.of(new Output("score", "", goal)), Set.of());
    }

    private static DesignBatch design(
            DesignSpace space, Goal goal, DescentSettings settings, int starts, Workers workers) {
        // A weak curvature gives each variable an optimum of its own, in the order of the weights.
        return new Designer(problem(space, goal), settings)
                .design(new LinearPredictor(WEIGHTS, 2, 0), starts, RANDOM, workers, Phase.SILENT);
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void everyStartEndsAtTheOnlyOptimum(Goal goal) {
        LinearPredictor predictor = new LinearPredictor(WEIGHTS, goal == Goal.MAXIMISE ? 2 : -2, 0);
        DesignSpace space = DesignSpace.binary(2, 4).withZeros(3);
        DesignBatch designs =
                new Designer(problem(space, goal), FREE).design(predictor, 100, RANDOM, WORKERS, Phase.SILENT);
        DistinctDesigns distinct = DistinctDesigns.of(designs);
        assertEquals(1, distinct.designs().size());
        assertEquals(100, distinct.counts()[0]);
        // Where large scores are good, the three smallest weights (−6, −5, −1) become 0, else the three largest (9, 4,
        // 3).
        String expected = goal == Goal.MAXIMISE ? "10110110" : "01011011";
        assertEquals(expected, DesignText.format(space, distinct.designs(), 0));
    }

    @Test
    void resultsDependNeitherOnThreadsNorOnTheNumberOfStarts() {
        DesignSpace space = DesignSpace.binary(2, 4).withZeros(3);
        DescentSettings few = new DescentSettings(0, 1, 5, 0.05, false, 0, 0);
        DesignBatch all = design(space, Goal.MAXIMISE, few, 300, new Workers(1, Cancellation.NONE));
        DesignBatch some = design(space, Goal.MAXIMISE, few, 77, WORKERS);
        assertTrue(DistinctDesigns.of(all).designs().size() > 5);
        for (int i = 0; i < some.size(); i++) {
            assertEquals(all.word(i, 0), some.word(i, 0));
        }
    }

    /** Matrix products round by a row's place among the others. */
    @Test
    void aStartEndsInTheSameDesignHoweverManyFollow() {
        DesignSpace space = DesignSpace.continuous(new double[] {-9, -9}, new double[] {9, 9});
        DescentSettings few = new DescentSettings(0, 1, 5, 0.05, false, 0, 0);
        double[] points = new SplittableRandom(1).doubles(200, -1, 1).toArray();
        double[] values = IntStream.range(0, 100)
                .mapToDouble(i -> points[2 * i] * points[2 * i + 1])
                .toArray();
        try (MlpPredictor predictor = new MlpPredictor(
                new MlpSettings(3, 32, 0, 0.003, "constant", 0, 50, 5, 0, "none", "asGiven", 1, "tiled"))) {
            predictor.train(
                    new TrainingData(DesignBatch.ofValues(2, points), values),
                    new Training(RANDOM, WORKERS, (epoch, epochs, loss, test) -> {}));
            Designer designer = new Designer(problem(space, Goal.MAXIMISE), few);
            DesignBatch some = designer.design(predictor, 480, RANDOM, WORKERS, Phase.SILENT);
            for (int starts : new int[] {481, 1000, 5000}) {
                DesignBatch all = designer.design(predictor, starts, RANDOM, WORKERS, Phase.SILENT);
                for (int i = 0; i < some.size(); i++) {
                    assertEquals(some.value(i, 0), all.value(i, 0), "start " + i + " of " + starts);
                    assertEquals(some.value(i, 1), all.value(i, 1), "start " + i + " of " + starts);
                }
            }
        }
    }

    @Test
    void clippingKeepsDesignsWithinTheirBounds() {
        for (float[][] path : paths(new DescentSettings(0.5, 0.1, 40, 0.1, true, 0, 0))) {
            for (int step = 1; step < path.length; step++) {
                for (float value : path[step]) {
                    assertTrue(value >= 0 && value <= 1);
                }
            }
        }
    }

    @Test
    void penaltiesDrawDesignsToTheVolumeAndTheBounds() {
        float[] free = end(new DescentSettings(0, 1, 600, 0.05, false, 0, 0));
        float[] volume = end(new DescentSettings(0, 1, 600, 0.05, false, 1e4, 0));
        float[] bounds = end(new DescentSettings(0, 1, 600, 0.05, false, 0, 1e3));
        assertTrue(Math.abs(mean(free) - 0.625) > 0.2, "free mean " + mean(free));
        assertEquals(0.625, mean(volume), 0.02);
        for (float value : bounds) {
            assertTrue(value > -0.05 && value < 1.05, "value " + value);
        }
    }

    private static float[][][] paths(DescentSettings settings) {
        DesignSpace space = DesignSpace.binary(2, 4).withZeros(3);
        return new Designer(problem(space, Goal.MAXIMISE), settings)
                .paths(new LinearPredictor(WEIGHTS, 2, 0), 40, RANDOM, WORKERS);
    }

    private static float[] end(DescentSettings settings) {
        float[][] path = paths(settings)[0];
        return path[path.length - 1];
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void recordedPathsEndAtTheDesignsFound(@TempDir Path folder) throws Exception {
        DesignSpace space = DesignSpace.binary(2, 4).withZeros(3);
        DescentSettings few = new DescentSettings(0, 1, 5, 0.05, false, 0, 0);
        DesignBatch designs = design(space, Goal.MAXIMISE, few, 40, WORKERS);
        float[][][] paths = paths(few);
        Binarisation binarisation = new Binarisation(space);
        for (int i = 0; i < paths.length; i++) {
            long[] bits = new long[1];
            binarisation.binarise(paths[i][5], 0, bits, 0);
            assertEquals(designs.word(i, 0), bits[0]);
        }
        Path file = folder.resolve("paths.csv");
        new DescentPaths(paths).write(file);
        float[][][] read = DescentPaths.read(file).positions();
        assertEquals(paths.length, read.length);
        assertArrayEquals(paths[39][5], read[39][5]);
        Files.writeString(file, "start,step,x0\n0,0,0.5\n0,1,half\n");
        String message = assertThrows(InvalidInputException.class, () -> DescentPaths.read(file))
                .getMessage();
        assertTrue(message.contains("Line 3"), message);
    }

    @Test
    void continuousDesignsAreMovedToTheirBounds() {
        DesignSpace space = DesignSpace.continuous(new double[] {-1, -1}, new double[] {1, 1});
        DesignBatch designs = new Designer(problem(space, Goal.MAXIMISE), FREE)
                .design(new LinearPredictor(new double[] {4, 0.8}, 1, 0), 50, RANDOM, WORKERS, Phase.SILENT);
        for (int i = 0; i < designs.size(); i++) {
            assertEquals(1, designs.value(i, 0));
            assertEquals(0.4, designs.value(i, 1), 0.01);
        }
    }

    @Test
    void cancelStopsBetweenSteps() {
        AtomicInteger asked = new AtomicInteger();
        Workers workers = new Workers(1, () -> asked.incrementAndGet() > 10);
        DescentSettings endless = new DescentSettings(0, 1, Integer.MAX_VALUE, 0.05, false, 0, 0);
        assertThrows(
                CancellationException.class,
                () -> design(DesignSpace.binary(2, 4), Goal.MAXIMISE, endless, 10, workers));
        assertEquals(11, asked.get());
    }
}
