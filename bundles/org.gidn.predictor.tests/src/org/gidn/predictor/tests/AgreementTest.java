// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.predictor.internal.Activation;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.Dl4j;
import org.gidn.predictor.internal.Ensemble;
import org.gidn.predictor.internal.ModelFile;
import org.gidn.predictor.internal.NativeParameters;
import org.gidn.predictor.internal.Network;
import org.gidn.predictor.internal.TargetScaling;
import org.gidn.predictor.internal.Tile;
import org.gidn.predictor.internal.Trainer;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The tiled engine computes what DL4J computes. */
class AgreementTest {
    private static final double RELATIVE = 1e-4;

    @ParameterizedTest(name = "{0} layers of {1} neurons, {2} inputs, {3} samples, {4} outputs, {5}")
    @CsvSource({
        "1, 1, 1, 1, 1, RELU",
        "1, 5, 3, 7, 1, RELU",
        "2, 16, 12, 100, 1, SILU",
        "4, 64, 2, 100, 1, RELU",
        "6, 64, 32, 256, 1, RELU",
        "8, 33, 17, 131, 1, RELU",
        "1, 5, 3, 7, 2, TANH",
        "3, 33, 17, 131, 3, SILU",
        "3, 33, 17, 131, 3, RELU"
    })
    void lossAndGradientsOfRandomNetworks(
            int layers, int neurons, int inputs, int samples, int outputs, String activation) {
        int[] hidden = new int[layers];
        Arrays.fill(hidden, neurons);
        Architecture architecture = new Architecture(inputs, hidden, outputs, Activation.valueOf(activation));
        RandomGenerator random = new RandomStreams(layers * 1000L + neurons).stream("network");
        Network network = new Network(architecture, architecture.initialParameters(random));
        float[] x = gaussian(random, samples * inputs);
        float[] y = gaussian(random, samples * outputs);

        MultiLayerNetwork reference = Dl4j.network(network, Examples.settings(layers, neurons, samples, 1));
        INDArray xs = Nd4j.createFromArray(x).reshape(samples, inputs);
        INDArray ys = Nd4j.createFromArray(y).reshape(samples, outputs);
        reference.setInput(xs);
        reference.setLabels(ys);
        reference.computeGradientAndScore();
        // DL4J divides by the number of samples only when it applies the gradient.
        INDArray mean = reference.gradient().gradient().div(samples);
        float[] weightGradient =
                architecture.fromDl4j(mean.reshape(reference.numParams()).toFloatVector());

        try (Tile tile = new Tile(architecture, samples, false, false);
                NativeParameters parameters = NativeParameters.of(architecture, network.parameters());
                NativeParameters gradient = new NativeParameters(architecture)) {
            load(tile, x, samples, inputs);
            tile.forward(parameters, samples);
            float[] said = tile.outputs(samples);
            double loss = 0;
            for (int i = 0; i < samples * outputs; i++) {
                float error = said[i] - y[i];
                loss += (double) error * error / (samples * outputs);
                said[i] = 2 * error / (samples * outputs);
            }
            tile.outputDeltas(said, samples);
            tile.backward(parameters, samples, gradient);
            float[] ours = new float[weightGradient.length];
            gradient.buffer().get(0, ours);

            assertEquals(reference.score(), loss, RELATIVE * loss);
            assertClose(weightGradient, ours);
        }
        double[] weights = random.doubles(outputs, -1, 1).toArray();
        assertClose(inputGradient(reference, xs, weights), ourInputGradient(network, x, samples, inputs, weights));
    }

    /**
     * DL4J's gradient of the outputs' weighted sum with respect to the inputs: that of the mean squared error of labels so much
     * below that their weights come out.
     */
    private static float[] inputGradient(MultiLayerNetwork reference, INDArray xs, double[] weights) {
        INDArray below = Nd4j.createFromArray(weights).mul(0.5 * weights.length).castTo(xs.dataType());
        INDArray labels = reference.output(xs).subRowVector(below);
        INDArray gradient = reference.calculateGradients(xs, labels, null, null).getSecond();
        return gradient.dup('c').reshape(gradient.length()).toFloatVector();
    }

    private static float[] ourInputGradient(Network network, float[] x, int samples, int inputs, double[] weights) {
        float[] gradients = new float[samples * inputs];
        try (Ensemble ensemble = new Ensemble(
                        new ModelFile(List.of(network), Collections.nCopies(weights.length, TargetScaling.NONE)));
                InputGradient gradient = ensemble.gradient(new Acquisition(weights, 0))) {
            for (int from = 0; from < samples; from += gradient.capacity()) {
                int count = Math.min(gradient.capacity(), samples - from);
                float[] part = new float[count * inputs];
                float[] tile = Arrays.copyOfRange(x, from * inputs, (from + count) * inputs);
                gradient.evaluate(tile, count, new float[count], part);
                System.arraycopy(part, 0, gradients, from * inputs, part.length);
            }
        }
        return gradients;
    }

    @Test
    void wholeTrainingsTakeTheSameWay() {
        TrainingData data = Examples.binary(4, 4, 300, 1);
        MlpSettings settings =
                new MlpSettings(3, 24, 0, 0.002, "cosine", 0.01, 64, 6, 0.2, "log", "plusMinusOne", 2, "tiled");
        double[][] tiled = losses(data, settings);
        double[][] dl4j = losses(data, Examples.withEngine(settings, "dl4j"));
        for (int epoch = 0; epoch < tiled.length; epoch++) {
            assertEquals(dl4j[epoch][0], tiled[epoch][0], RELATIVE * dl4j[epoch][0], "training loss of epoch " + epoch);
            assertEquals(dl4j[epoch][1], tiled[epoch][1], RELATIVE * dl4j[epoch][1], "test loss of epoch " + epoch);
        }
    }

    private static double[][] losses(TrainingData data, MlpSettings settings) {
        double[][] losses = new double[settings.epochs()][];
        new Trainer(
                        data,
                        settings,
                        Examples.training(
                                2,
                                () -> false,
                                (epoch, epochs, loss, test) -> losses[epoch - 1] = new double[] {loss, test}))
                .train();
        return losses;
    }

    private static void load(Tile tile, float[] x, int samples, int inputs) {
        for (int i = 0; i < samples; i++) {
            System.arraycopy(x, i * inputs, tile.rows(), i * (inputs + 1), inputs);
            tile.rows()[i * (inputs + 1) + inputs] = 1;
        }
        tile.load(samples);
    }

    private static float[] gaussian(RandomGenerator random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Compares vectors relative to the largest entry. */
    private static void assertClose(float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        double scale = 0;
        for (float value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], RELATIVE * scale, "entry " + i);
        }
    }
}
