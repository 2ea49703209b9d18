// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.settings.MlpSettings;

/** Data and settings that several tests use. */
public final class Examples {
    private Examples() {}

    /** Random binary designs; the value of each is smooth, positive and depends on all variables. */
    public static TrainingData binary(int rows, int columns, int count, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("data");
        DesignBatch designs =
                new RandomSampler(true).sample(DesignSpace.binary(rows, columns), count, random, Cancellation.NONE);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int j = 0; j < designs.variables(); j++) {
                sum += designs.value(i, j) * Math.sin(j + 1.0);
            }
            values[i] = Math.exp(0.5 * sum);
        }
        return new TrainingData(designs, values);
    }

    /** Random binary designs of 12 variables with so many different positive outputs, whose gradients are known. */
    public static TrainingData outputs(int outputs) {
        RandomGenerator random = new RandomStreams(9).stream("outputs");
        DesignBatch designs = new RandomSampler(true).sample(DesignSpace.binary(4, 3), 60, random, Cancellation.NONE);
        double[][] values = new double[outputs][60];
        double[][][] gradients = new double[outputs][60][12];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < 60; i++) {
                double sum = 0;
                for (int j = 0; j < 12; j++) {
                    sum += designs.value(i, j) * Math.sin(j + 2.0 * o + 1);
                }
                values[o][i] = 3 + sum + 0.2 * sum * sum;
                for (int j = 0; j < 12; j++) {
                    gradients[o][i][j] = (1 + 0.4 * sum) * Math.sin(j + 2.0 * o + 1);
                }
            }
        }
        return new TrainingData(designs, values, gradients, null);
    }

    /** A small network of the given depth, width and number of epochs that learns in batches. */
    public static MlpSettings settings(int layers, int neurons, int batchSize, int epochs) {
        return new MlpSettings(
                layers, neurons, 0, 0.001, "constant", 0, batchSize, epochs, 0, "standard", "asGiven", 1, "tiled");
    }

    /** The same settings for the other engine. */
    public static MlpSettings withEngine(MlpSettings s, String engine) {
        return new MlpSettings(
                s.layers(),
                s.neurons(),
                s.dropout(),
                s.learningRate(),
                s.learningRateDecay(),
                s.weightDecay(),
                s.batchSize(),
                s.epochs(),
                s.testFraction(),
                s.targetScaling(),
                s.inputCoding(),
                s.ensemble(),
                engine);
    }

    /** Training on so many threads that tells nobody. */
    public static Training training(int threads) {
        return training(threads, Cancellation.NONE, (epoch, epochs, loss, test) -> {});
    }

    /** Training that can be cancelled and listened to. */
    public static Training training(int threads, Cancellation cancellation, Training.Listener listener) {
        return new Training(new RandomStreams(7), new Workers(threads, cancellation), listener);
    }
}
