// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads exported models back and evaluates them by the operators' definitions, without any of the predictor's code. */
class OnnxTest {
    @ParameterizedTest
    @CsvSource({
        "1, standard, relu, 1",
        "3, log, silu, 1",
        "2, squareRoot, tanh, 1",
        "2, log, silu, 3",
        "1, standard, relu, 2"
    })
    void exportedModelsPredictTheSame(
            int ensemble, String scaling, String activation, int outputs, @TempDir Path folder) throws Exception {
        TrainingData data = Examples.outputs(outputs);
        MlpSettings settings = new MlpSettings(
                2,
                8,
                0,
                0.003,
                "constant",
                0,
                60,
                20,
                0,
                scaling,
                "plusMinusOne",
                ensemble,
                "tiled",
                activation,
                0,
                0,
                0);
        Path file = folder.resolve("model.onnx");
        double[][] expected;
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(1));
            predictor.exportOnnx(file);
            expected = predictor
                    .predict(data.designs(), new Workers(1, Cancellation.NONE))
                    .mean();
        }
        Onnx.GraphProto graph =
                Onnx.ModelProto.parseFrom(Files.readAllBytes(file)).getGraph();
        for (int i = 0; i < data.size(); i++) {
            double[] found = evaluate(graph, data.designs().toArray(i));
            assertEquals(outputs, found.length);
            for (int o = 0; o < outputs; o++) {
                assertEquals(expected[o][i], found[o], 1e-4 * Math.abs(expected[o][i]) + 1e-5);
            }
        }
        for (String python : List.of("python3", "/usr/bin/python3")) {
            checkWith(python, file);
        }
    }

    private static double[] evaluate(Onnx.GraphProto graph, double[] design) {
        Map<String, double[]> values = new HashMap<>();
        for (Onnx.TensorProto tensor : graph.getInitializerList()) {
            FloatBuffer floats = tensor.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            double[] array = new double[floats.remaining()];
            for (int i = 0; i < array.length; i++) {
                array[i] = floats.get(i);
            }
            values.put(tensor.getName(), array);
        }
        values.put(graph.getInput(0).getName(), design);
        for (Onnx.NodeProto node : graph.getNodeList()) {
            double[][] inputs = node.getInputList().stream().map(values::get).toArray(double[][]::new);
            values.put(node.getOutput(0), apply(node.getOpType(), inputs));
        }
        return values.get(graph.getOutput(0).getName());
    }

    private static double[] apply(String operator, double[][] inputs) {
        double[] result = operator.equals("Gemm") ? inputs[2].clone() : inputs[0].clone();
        for (int i = 0; i < result.length; i++) {
            double other = inputs.length > 1 ? inputs[1][Math.min(i, inputs[1].length - 1)] : 0;
            switch (operator) {
                case "Gemm" -> {
                    for (int j = 0; j < inputs[0].length; j++) {
                        result[i] += inputs[1][i * inputs[0].length + j] * inputs[0][j];
                    }
                }
                case "Relu" -> result[i] = Math.max(0, result[i]);
                case "Tanh" -> result[i] = Math.tanh(result[i]);
                case "Sigmoid" -> result[i] = 1 / (1 + Math.exp(-result[i]));
                case "Mul" -> result[i] *= other;
                case "Add" -> result[i] += other;
                case "Exp" -> result[i] = Math.exp(result[i]);
                case "Mean" -> {
                    for (int k = 1; k < inputs.length; k++) {
                        result[i] += inputs[k][i];
                    }
                    result[i] /= inputs.length;
                }
                default -> throw new IllegalArgumentException(operator);
            }
        }
        return result;
    }

    /** Where a Python has the onnx package, its checker must accept the file too. */
    private static void checkWith(String python, Path file) throws InterruptedException {
        String check = "import sys\ntry:\n import onnx\nexcept ImportError:\n sys.exit(0)\n"
                + "onnx.checker.check_model(sys.argv[1], full_check=True)";
        Process process;
        try {
            process = new ProcessBuilder(python, "-c", check, file.toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            return; // There is no such Python.
        }
        assertEquals(0, process.waitFor());
    }
}
