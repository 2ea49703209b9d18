// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Model files and plain DL4J understand each other. */
class Dl4jFileTest {
    @TempDir
    private Path folder;

    @Test
    void plainDl4jOpensASavedModelAndPredictsTheSameAsDoWe() throws Exception {
        TrainingData data = Examples.binary(4, 4, 100, 1);
        MlpSettings settings =
                new MlpSettings(3, 16, 0.2, 0.003, "cosine", 0.01, 50, 20, 0, "none", "plusMinusOne", 1, "tiled");
        Path file = folder.resolve("model.zip");
        double[] ours;
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(1));
            predictor.save(file);
            ours = predictor
                    .predict(data.designs(), new Workers(1, Cancellation.NONE))
                    .mean(0);
        }
        float[] inputs = new float[100 * 16];
        for (int i = 0; i < 100; i++) {
            data.designs().copy(i, inputs, i * 16);
        }
        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
        INDArray theirs = network.output(Nd4j.createFromArray(inputs).reshape(100, 16));
        for (int i = 0; i < ours.length; i++) {
            assertEquals(theirs.getFloat(i, 0), ours[i], 1e-4 * Math.abs(ours[i]) + 1e-5);
        }
        // Dropout and weight decay stand in the description with types of their own.
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.restore(file);
            assertArrayEquals(
                    ours,
                    predictor
                            .predict(data.designs(), new Workers(1, Cancellation.NONE))
                            .mean(0));
        }
    }

    @Test
    void aSavedModelIsWhatDl4jItselfWritesOfIt() throws Exception {
        MlpSettings settings =
                new MlpSettings(2, 8, 0.2, 0.003, "cosine", 0.01, 50, 2, 0, "none", "asGiven", 1, "tiled");
        Path ours = folder.resolve("ours.zip");
        Path theirs = folder.resolve("theirs.zip");
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(Examples.binary(4, 4, 100, 1), Examples.training(1));
            predictor.save(ours);
        }
        ModelSerializer.writeModel(ModelSerializer.restoreMultiLayerNetwork(ours.toFile()), theirs.toFile(), false);
        try (ZipFile left = new ZipFile(ours.toFile());
                ZipFile right = new ZipFile(theirs.toFile())) {
            for (String name : List.of("configuration.json", "coefficients.bin")) {
                assertArrayEquals(content(right, name), content(left, name), name);
            }
        }
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    @Test
    void aNetworkWithAnOutputOfUnknownMeaningIsRefused() throws Exception {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(3)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        network.init();
        Path file = folder.resolve("two.zip");
        Path member = folder.resolve("member.zip");
        ModelSerializer.writeModel(network, member.toFile(), false);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int k = 1; k <= 2; k++) {
                zip.putNextEntry(new ZipEntry("member-" + k + ".zip"));
                zip.write(Files.readAllBytes(member));
            }
            zip.putNextEntry(new ZipEntry("gidn-scaling.properties"));
            zip.write("members=2\ntransform=IDENTITY\norigin=0\nunit=1\n".getBytes(StandardCharsets.UTF_8));
        }
        try (MlpPredictor predictor = new MlpPredictor(MlpSettings.DEFAULTS)) {
            String message = assertThrows(InvalidInputException.class, () -> predictor.restore(file))
                    .getMessage();
            assertTrue(message.contains("does not say what its output 2 means"), message);
        }
    }
}
