// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gidn.predictor.settings.MlpSettings;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/** The same networks in DL4J's engine, with which the tiled engine is compared. */
public final class Dl4j {
    static {
        // ND4J looks for its backend through the context class loader, which in OSGi knows nothing of it.
        ND4JClassLoading.setNd4jClassloader(Nd4j.class.getClassLoader());
    }

    private Dl4j() {}

    /** A network in DL4J's engine, with the settings that its own training would use. */
    public static MultiLayerNetwork network(Network network, MlpSettings settings) {
        float[] parameters = network.architecture().toDl4j(network.parameters());
        MultiLayerNetwork result = new MultiLayerNetwork(Dl4jFormat.configuration(network.architecture(), settings));
        result.init(Nd4j.createFromArray(parameters).reshape(1, parameters.length), false);
        return result;
    }

    /** Reads parameters back from DL4J's engine. */
    static float[] parameters(Architecture architecture, MultiLayerNetwork network) {
        return architecture.fromDl4j(
                network.params().dup('f').reshape(network.numParams()).toFloatVector());
    }
}
