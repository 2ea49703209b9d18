// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.designer.DescentSettings;
import org.gidn.designer.Designer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The designer with a predictor that has no gradients. */
class RandomWalkTest {
    private static final double[] WEIGHTS = {3, -1, 4, 1, -5, 9, 2, -6};
    private static final RandomStreams RANDOM = new RandomStreams(1);
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    @ParameterizedTest
    @EnumSource(Goal.class)
    void swapsEndAtTheOnlyOptimum(Goal goal) {
        DesignSpace space = DesignSpace.binary(2, 4).withZeros(3);
        DistinctDesigns found = DistinctDesigns.of(designs(space, goal, 300, 50, WORKERS));
        assertEquals(1, found.designs().size());
        // Where large scores are good, the three smallest weights (−6, −5, −1) become 0, else the three largest.
        assertEquals(goal == Goal.MAXIMISE ? "10110110" : "01011011", DesignText.format(space, found.designs(), 0));
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void flipsEndAtTheOnlyOptimum(Goal goal) {
        DesignSpace space = DesignSpace.binary(2, 4);
        DistinctDesigns found = DistinctDesigns.of(designs(space, goal, 300, 50, WORKERS));
        assertEquals(1, found.designs().size());
        assertEquals(goal == Goal.MAXIMISE ? "10110110" : "01001001", DesignText.format(space, found.designs(), 0));
    }

    @Test
    void stepsOfNumbersEndAtTheOptimumWithinTheBounds() {
        double[] lower = {-2, -2, -2, -2, -2, -2, -2, -2};
        double[] upper = {2, 2, 2, 2, 2, 2, 2, 2};
        DesignBatch found = designs(DesignSpace.continuous(lower, upper), Goal.MAXIMISE, 2000, 20, WORKERS);
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < WEIGHTS.length; j++) {
                double optimum = Math.max(-2, Math.min(2, WEIGHTS[j]));
                assertEquals(optimum, found.value(i, j), 0.05, "variable " + j + " of start " + i);
            }
        }
    }

    @Test
    void resultsDependNeitherOnThreadsNorOnTheNumberOfStarts() {
        DesignSpace space = DesignSpace.binary(2, 4).withZeros(3);
        DesignBatch all = designs(space, Goal.MAXIMISE, 3, 3000, new Workers(1, Cancellation.NONE));
        DesignBatch some = designs(space, Goal.MAXIMISE, 3, 77, new Workers(3, Cancellation.NONE));
        assertTrue(DistinctDesigns.of(all).designs().size() > 5);
        for (int i = 0; i < some.size(); i++) {
            assertEquals(all.word(i, 0), some.word(i, 0));
        }
    }

    @Test
    void pathsBeginWhereTheDesignerStarts() {
        DesignSpace space = DesignSpace.continuous(new double[] {-1, -1}, new double[] {1, 1});
        float[][][] paths = new Designer(problem(space, Goal.MAXIMISE), settings(5))
                .paths(new NoGradients(new double[] {1, 2}), 3, RANDOM, WORKERS);
        assertEquals(6, paths[2].length);
        assertEquals((float) RANDOM.stream("start", 2).nextGaussian(), paths[2][0][0]);
    }

    private static DesignBatch designs(DesignSpace space, Goal goal, int steps, int starts, Workers workers) {
        return new Designer(problem(space, goal), settings(steps))
                .design(new NoGradients(WEIGHTS), starts, RANDOM, workers, Phase.SILENT);
    }

    private static Problem problem(DesignSpace space, Goal goal) {
        return new Problem(space, List.of(new Output("score", "", goal)), Set.of());
    }

    private static DescentSettings settings(int steps) {
        return new DescentSettings(0, 1, steps, 0.05, false, 0, 0);
    }

    /** Value = Σ weights[j] · x[j] − Σ x[j]² / 2. */
    private record NoGradients(double[] weights) implements Predictor {
        @Override
        public Set<PredictorCapability> capabilities() {
            return Set.of();
        }

        @Override
        public void train(TrainingData data, Training training) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Predictions predict(DesignBatch designs, Workers workers) {
            double[] values = new double[designs.size()];
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < weights.length; j++) {
                    double x = designs.value(i, j);
                    values[i] += weights[j] * x - x * x / 2;
                }
            }
            return Predictions.of(new double[][] {values});
        }

        @Override
        public void save(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void restore(Path file) {
            throw new UnsupportedOperationException();
        }
    }
}
