// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.internal.Activation;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.Ensemble;
import org.gidn.predictor.internal.ModelFile;
import org.gidn.predictor.internal.Network;
import org.gidn.predictor.internal.TargetScaling;
import org.gidn.predictor.internal.TargetScaling.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several networks say together, against what each says alone. */
class EnsembleTest {
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);
    private static final List<TargetScaling> SCALINGS =
            List.of(new TargetScaling(Transform.LOGARITHM, 0.5, 2), new TargetScaling(Transform.LOGARITHM, -1, 0.25));
    private static final int INPUTS = 7;
    private static final int DESIGNS = 1000;

    private final RandomGenerator random = new RandomStreams(3).stream("ensemble");
    private final DesignBatch designs =
            DesignBatch.ofValues(INPUTS, random.doubles(INPUTS * DESIGNS).toArray());
    private final List<Network> members = new ArrayList<>();

    EnsembleTest() {
        Architecture architecture = new Architecture(INPUTS, new int[] {9, 5}, 2, Activation.SILU);
        for (int k = 0; k < 3; k++) {
            members.add(new Network(architecture, architecture.initialParameters(random)));
        }
    }

    /** The learned outputs {@code [member][output][design]}, each found alone. */
    private double[][][] alone() {
        double[][][] all = new double[members.size()][][];
        for (int k = 0; k < all.length; k++) {
            ModelFile one = new ModelFile(List.of(members.get(k)), List.of(TargetScaling.NONE, TargetScaling.NONE));
            try (Ensemble ensemble = new Ensemble(one)) {
                Predictions predictions = ensemble.predict(designs, WORKERS);
                assertFalse(predictions.hasSpread());
                all[k] = predictions.mean();
            }
        }
        return all;
    }

    /** What all members say of one thing. */
    private static double[] column(double[][][] alone, int output, int design) {
        return Arrays.stream(alone)
                .mapToDouble(member -> member[output][design])
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    @Test
    void meanAndSpreadAreThoseOfTheMembers() {
        double[][][] alone = alone();
        try (Ensemble ensemble = new Ensemble(new ModelFile(members, SCALINGS))) {
            Predictions predictions = ensemble.predict(designs, WORKERS);
            for (int o = 0; o < 2; o++) {
                TargetScaling scaling = SCALINGS.get(o);
                for (int i = 0; i < DESIGNS; i++) {
                    double[] said = column(alone, o, i);
                    double[] values = Arrays.stream(said).map(scaling::value).toArray();
                    assertEquals(scaling.value(mean(said)), predictions.mean(o)[i], 1e-6 * mean(values));
                    assertEquals(deviation(values), predictions.spread(o)[i], 1e-6 * mean(values));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0, -2, 0", "1, 0.5, 0.3", "0.5, -1, -2"})
    void scoresAreOfTheWeightedSumOfTheOutputsAsLearned(double first, double second, double spread) {
        double[][][] alone = alone();
        Acquisition acquisition = new Acquisition(new double[] {first, second}, spread);
        try (Ensemble ensemble = new Ensemble(new ModelFile(members, SCALINGS))) {
            double[] scores = ensemble.score(designs, acquisition, WORKERS);
            for (int i = 0; i < DESIGNS; i++) {
                double[] one = column(alone, 0, i);
                double[] two = column(alone, 1, i);
                double[] sums = new double[one.length];
                Arrays.setAll(sums, k -> first * one[k] + second * two[k]);
                assertEquals(mean(sums) + spread * deviation(sums), scores[i], 2e-6);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 0.5, 0.3", "0.5, -1, -2"})
    void gradientsAreTheSlopesOfTheScores(double first, double second, double spread) {
        Acquisition acquisition = new Acquisition(new double[] {first, second}, spread);
        try (Ensemble ensemble = new Ensemble(new ModelFile(members, SCALINGS));
                InputGradient gradient = ensemble.gradient(acquisition)) {
            double step = 1.0 / 256;
            int count = 20;
            float[] inputs = new float[count * INPUTS];
            for (int i = 0; i < count; i++) {
                designs.copy(i, inputs, i * INPUTS);
            }
            float[] scores = new float[count];
            float[] slopes = new float[inputs.length];
            gradient.evaluate(inputs, count, scores, slopes);
            double[] expected = ensemble.score(designs, acquisition, WORKERS);
            for (int i = 0; i < count; i++) {
                assertEquals(expected[i], scores[i], 1e-6);
                for (int j = 0; j < INPUTS; j++) {
                    double[] beside = designs.toArray(i);
                    beside[j] += step;
                    double above = ensemble.score(DesignBatch.ofValues(INPUTS, beside), acquisition, WORKERS)[0];
                    beside[j] -= 2 * step;
                    double below = ensemble.score(DesignBatch.ofValues(INPUTS, beside), acquisition, WORKERS)[0];
                    assertEquals((above - below) / (2 * step), slopes[i * INPUTS + j], 1e-3);
                }
            }
        }
    }

    @Test
    void anAcquisitionThatDoesNotFitIsRefused() {
        try (Ensemble ensemble = new Ensemble(new ModelFile(members.subList(0, 1), SCALINGS))) {
            assertRefused("2 outputs", () -> ensemble.gradient(Acquisition.mean()));
            assertRefused("the predictor has none", () -> ensemble.gradient(new Acquisition(new double[] {1, 1}, 1)));
            assertRefused("2 outputs", () -> ensemble.score(designs, Acquisition.mean(), WORKERS));
        }
    }

    private static void assertRefused(String part, Runnable asked) {
        String message = assertThrows(InvalidInputException.class, asked::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
