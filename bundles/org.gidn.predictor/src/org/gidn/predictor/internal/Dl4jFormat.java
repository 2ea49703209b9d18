// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.gidn.core.InvalidInputException;
import org.gidn.predictor.settings.MlpSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Networks as DL4J writes them. Written and read without DL4J's engine, whose native library takes 320 MB of disk and memory and
 * would be loaded for nothing else.
 */
final class Dl4jFormat {
    /** How ND4J says in an array's shape that its values are floats. */
    private static final long FLOATS = 1 << 13;

    private Dl4jFormat() {}

    /** DL4J's description of a network, with the settings that its own training would use. */
    static MultiLayerConfiguration configuration(Architecture architecture, MlpSettings settings) {
        List<NeuralNetConfiguration> layers = new ArrayList<>();
        int last = architecture.layers();
        for (int layer = 1; layer <= last; layer++) {
            FeedForwardLayer.Builder<?> part = layer < last
                    ? new DenseLayer.Builder()
                    : new OutputLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.IDENTITY);
            part.nIn(architecture.size(layer - 1)).nOut(architecture.size(layer));
            if (layer > 1 && settings.dropout() > 0) {
                // DL4J drops a layer's inputs, and is told the share to keep.
                part.dropOut(1 - settings.dropout());
            }
            if (settings.weightDecay() > 0) {
                // Set for each layer, since DL4J applies one set for the whole network twice.
                part.weightDecay(settings.weightDecay());
            }
            NeuralNetConfiguration description = new NeuralNetConfiguration.Builder()
                    .updater(new Adam(settings.learningRate()))
                    .activation(activation(architecture.activation()))
                    .layer(part.build())
                    .build();
            // Left alone, it is the time, and equal models would give different files.
            description.setSeed(0);
            layers.add(description);
        }
        // The builders of seeds and of whole networks would start the engine.
        MultiLayerConfiguration configuration = new MultiLayerConfiguration();
        configuration.setConfs(layers);
        configuration.setCacheMode(CacheMode.NONE);
        return configuration;
    }

    /** The zip that DL4J's own {@code ModelSerializer} writes of a network, without the state of an updater. */
    static byte[] zip(Network network, MlpSettings settings) throws IOException {
        MultiLayerConfiguration configuration = configuration(network.architecture(), settings);
        configuration.getConfs().forEach(layer -> layer.setVariables(List.of("W", "b")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(ModelEntries.CONFIGURATION));
            zip.write(configuration.toJson().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(ModelEntries.COEFFICIENTS));
            zip.write(array(network.architecture().toDl4j(network.parameters())));
        }
        return bytes.toByteArray();
    }

    /** A vector as ND4J writes it; {@link ModelEntries#weights} reads it. */
    private static byte[] array(float[] values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(values.length * Float.BYTES + 128);
        DataOutputStream stream = new DataOutputStream(bytes);
        // Dimensions, length, stride, type, stride from element to element, order.
        long[] shape = {1, values.length, 1, FLOATS, 1, 'c'};
        writeHead(stream, shape.length, "LONG");
        for (long number : shape) {
            stream.writeLong(number);
        }
        writeHead(stream, values.length, "FLOAT");
        for (float value : values) {
            stream.writeFloat(value);
        }
        return bytes.toByteArray();
    }

    private static void writeHead(DataOutputStream stream, long length, String type) throws IOException {
        stream.writeUTF("MIXED_DATA_TYPES");
        stream.writeLong(length);
        stream.writeUTF(type);
    }

    /**
     * Our form of a network that DL4J has written.
     *
     * @throws InvalidInputException if it is no perceptron of equal layers with a linear output
     */
    static Network read(ModelEntries entries) throws IOException {
        Architecture architecture = architecture(MultiLayerConfiguration.fromJson(entries.configuration()));
        float[] weights = entries.weights();
        if (weights.length != architecture.parameters()) {
            throw new InvalidInputException(
                    "it has " + weights.length + " weights, but its layers have " + architecture.parameters());
        }
        return new Network(architecture, architecture.fromDl4j(weights));
    }

    private static Architecture architecture(MultiLayerConfiguration configuration) {
        List<Layer> layers = configuration.getConfs().stream()
                .map(NeuralNetConfiguration::getLayer)
                .toList();
        int[] sizes = new int[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            boolean output = i == layers.size() - 1;
            boolean fits = layers.get(i) instanceof FeedForwardLayer layer
                    && (output
                            ? layer instanceof OutputLayer && layer.getActivationFn() instanceof ActivationIdentity
                            : layer instanceof DenseLayer && same(layer, layers.get(0)));
            if (!fits) {
                throw new InvalidInputException("its layer " + (i + 1) + " is "
                        + (output ? "not a linear output" : "not a fully connected one like those before"));
            }
            sizes[i] = (int) ((FeedForwardLayer) layers.get(i)).getNOut();
        }
        int inputs = (int) ((FeedForwardLayer) layers.get(0)).getNIn();
        int last = sizes.length - 1;
        return new Architecture(
                inputs, Arrays.copyOf(sizes, last), sizes[last], ours((FeedForwardLayer) layers.get(0)));
    }

    private static boolean same(FeedForwardLayer layer, Layer first) {
        return first instanceof FeedForwardLayer other
                && layer.getActivationFn().getClass() == other.getActivationFn().getClass();
    }

    private static org.gidn.predictor.internal.Activation ours(FeedForwardLayer layer) {
        return Arrays.stream(org.gidn.predictor.internal.Activation.values())
                .filter(each -> activation(each).getActivationFunction().getClass()
                        == layer.getActivationFn().getClass())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("its layer 1 has the activation "
                        + layer.getActivationFn().getClass().getSimpleName()));
    }

    private static Activation activation(org.gidn.predictor.internal.Activation ours) {
        return switch (ours) {
            case RELU -> Activation.RELU;
            case SILU -> Activation.SWISH;
            case TANH -> Activation.TANH;
        };
    }
}
