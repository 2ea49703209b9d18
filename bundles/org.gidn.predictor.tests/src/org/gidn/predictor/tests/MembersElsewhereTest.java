// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.execution.PieceWorkers;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.internal.ModelFile;
import org.gidn.predictor.internal.Trainer;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The networks of an ensemble become the same, to the last bit, wherever each of them is trained. */
class MembersElsewhereTest {
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    private static MlpSettings settings(double dropout, int steps, double gradientWeight) {
        return new MlpSettings(
                2,
                24,
                dropout,
                0.003,
                "cosine",
                0.01,
                100,
                12,
                0.2,
                "standard",
                "plusMinusOne",
                3,
                "tiled",
                "silu",
                steps,
                gradientWeight,
                0);
    }

    private static TrainingData examples(boolean slopes) {
        TrainingData data = Examples.binary(4, 4, 400, 1);
        double[] weights = new double[data.size()];
        double[][][] gradients = new double[1][data.size()][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + i % 3;
            // Some are not known.
            gradients[0][i] = i % 2 == 0 ? data.designs().toArray(i) : null;
        }
        TrainingData weighted = data.withWeights(weights);
        return slopes ? weighted.withGradients(gradients) : weighted;
    }

    /** A training, and what its epochs tell. */
    private static Training training(List<String> told, PieceWorkers elsewhere) {
        return new Training(
                new RandomStreams(7),
                WORKERS,
                (epoch, epochs, loss, test) -> told.add(epoch + " of " + epochs + ": " + loss + ", " + test),
                elsewhere);
    }

    /** Each piece is done by a predictor of its own on one thread, the last piece first. */
    private static PieceWorkers others(MlpSettings settings) {
        return (method, inputs, taker) -> {
            for (int i = inputs.size() - 1; i >= 0; i--) {
                try (MlpPredictor other = new MlpPredictor(settings)) {
                    taker.done(i, other.piece(inputs.get(i), new Workers(1, Cancellation.NONE), (share, note) -> {}));
                }
            }
        };
    }

    @ParameterizedTest(name = "dropout {0}, {1} steps, gradients {2}, warm {3}")
    @CsvSource({"0, 0, 0, false", "0.2, 0, 0, true", "0, 45, 0.5, true"})
    void bitsAndLossesAreTheSame(double dropout, int steps, double gradientWeight, boolean warm) {
        MlpSettings settings = settings(dropout, steps, gradientWeight);
        TrainingData data = examples(gradientWeight > 0);
        ModelFile before = warm ? trained(settings, Examples.binary(4, 4, 300, 2), null, new ArrayList<>()) : null;
        List<String> here = new ArrayList<>();
        List<String> there = new ArrayList<>();
        ModelFile expected = trained(settings, data, before, here);
        Trainer trainer = new Trainer(data, settings, training(there, others(settings)));
        if (warm) {
            trainer.beginWith(before);
        }
        try (MlpPredictor method = new MlpPredictor(settings)) {
            trainer.trainElsewhere(method);
        }
        assertEquals(here, there);
        for (int k = 0; k < 3; k++) {
            assertArrayEquals(
                    expected.members().get(k).parameters(),
                    trainer.result().members().get(k).parameters());
        }
    }

    private static ModelFile trained(MlpSettings settings, TrainingData data, ModelFile before, List<String> told) {
        Trainer trainer = new Trainer(data, settings, training(told, null));
        if (before != null) {
            trainer.beginWith(before);
        }
        trainer.train();
        return trainer.result();
    }

    /** What takes a fraction of a second is not sent out. */
    @Test
    void smallNetworksAreTrainedHere() {
        MlpSettings settings = settings(0, 0, 0);
        assertFalse(
                new Trainer(examples(false), settings, training(new ArrayList<>(), others(settings))).worthSending());
    }

    @Test
    void theTrialGivesTheSameBits() {
        try (MlpPredictor one = new MlpPredictor(settings(0, 0, 0));
                MlpPredictor other = new MlpPredictor(settings(0.5, 10, 0))) {
            assertArrayEquals(
                    one.piece(one.trial(), WORKERS, (share, note) -> {}),
                    other.piece(other.trial(), new Workers(1, Cancellation.NONE), (share, note) -> {}));
        }
    }
}
