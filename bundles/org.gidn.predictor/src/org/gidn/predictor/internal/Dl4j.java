// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gidn.core.InvalidInputException;
import org.gidn.predictor.settings.MlpSettings;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The same networks as DL4J knows them: with DL4J they are stored, and with it the tiled engine is compared. */
public final class Dl4j {
    static {
        // ND4J looks for its backend through the context class loader, which in OSGi knows nothing of it.
        ND4JClassLoading.setNd4jClassloader(Nd4j.class.getClassLoader());
    }

    private Dl4j() {}

    /** DL4J's form of a network, with the settings that its own training would use. */
    public static MultiLayerNetwork network(Network network, MlpSettings settings) {
        Architecture architecture = network.architecture();
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                // Written with the model; left alone, it is the time, and equal models would give different files.
                .seed(0)
                .updater(new Adam(settings.learningRate()))
                .activation(activation(architecture.activation()));
        NeuralNetConfiguration.ListBuilder list = builder.list();
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
            list.layer(part.build());
        }
        MultiLayerConfiguration configuration = list.build();
        MultiLayerNetwork result = new MultiLayerNetwork(configuration);
        result.init(row(architecture.toDl4j(network.parameters())), false);
        return result;
    }

    private static Activation activation(org.gidn.predictor.internal.Activation ours) {
        return switch (ours) {
            case RELU -> Activation.RELU;
            case SILU -> Activation.SWISH;
            case TANH -> Activation.TANH;
        };
    }

    private static INDArray row(float[] values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }

    /** Reads parameters back from DL4J's form. */
    static float[] parameters(Architecture architecture, MultiLayerNetwork network) {
        return architecture.fromDl4j(
                network.params().dup('f').reshape(network.numParams()).toFloatVector());
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
}
