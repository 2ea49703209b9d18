// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bytedeco.openblas.global.openblas;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The library bundle and its native fragment work inside OSGi: consumers train, save, restore and call BLAS directly. */
class NativeLibrariesTest {

    @Test
    void openBlasMultipliesMatrices() {
        float[] a = {1, 2, 3, 4, 5, 6};
        float[] b = {7, 8, 9, 10, 11, 12};
        float[] c = new float[4];

        openblas.cblas_sgemm(
                openblas.CblasRowMajor, openblas.CblasNoTrans, openblas.CblasNoTrans, 2, 2, 3, 1, a, 3, b, 2, 0, c, 2);

        assertArrayEquals(new float[] {58, 64, 139, 154}, c);
    }

    @Test
    void networkLearnsALinearFunction() {
        INDArray inputs = inputs();
        INDArray targets = inputs.sum(true, 1);
        MultiLayerNetwork network = network();

        double before = network.score(new DataSet(inputs, targets));
        for (int epoch = 0; epoch < 400; epoch++) {
            network.fit(inputs, targets);
        }
        double after = network.score(new DataSet(inputs, targets));

        assertTrue(after < 0.01 * before, () -> "loss " + before + " became " + after);
    }

    @Test
    void networkSurvivesSavingAndRestoring() throws IOException {
        MultiLayerNetwork network = network();
        network.fit(inputs(), inputs().sum(true, 1));

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()), true);

        assertEquals(network.params(), restored.params());
        assertArrayEquals(
                network.output(inputs()).toFloatMatrix(),
                restored.output(inputs()).toFloatMatrix());
    }

    private static INDArray inputs() {
        return Nd4j.getRandomFactory()
                .getNewRandomInstance(7)
                .nextDouble(new long[] {64, 4})
                .castTo(DataType.FLOAT);
    }

    private static MultiLayerNetwork network() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(11)
                .updater(new Adam(0.01))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(16)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(16)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
