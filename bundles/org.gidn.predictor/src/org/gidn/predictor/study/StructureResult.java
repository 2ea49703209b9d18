// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * How well one network structure learned: the data of a cell of Fig. S11 and of a picture of Figs. S12 to S15.
 *
 * @param layers number of hidden layers
 * @param neurons neurons of each
 * @param trainingMse mean squared error on the training samples, in the objective's unit squared
 * @param testMse the same on the samples held back
 * @param actual values of some of the samples held back
 * @param predicted what the network predicts for them
 * @since 1.0
 */
public record StructureResult(
        int layers, int neurons, double trainingMse, double testMse, double[] actual, double[] predicted) {
    private static final String HEADER = "layers,neurons,training MSE,test MSE";

    /** The name of a structure's file within its run. */
    public static String fileName(int layers, int neurons) {
        return "structure-" + layers + "x" + neurons + ".csv";
    }

    /** The result as a file: a table of one row, an empty line, and a table of the points. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEADER)
                .append('\n')
                .append(layers + "," + neurons + "," + trainingMse + "," + testMse + "\n\n")
                .append("actual,predicted\n");
        for (int i = 0; i < actual.length; i++) {
            text.append(actual[i]).append(',').append(predicted[i]).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file that the study wrote.
     *
     * @throws InvalidInputException if the file is damaged
     */
    public static StructureResult read(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        try {
            double[] head = numbers(lines.get(1));
            double[][] points =
                    lines.stream().skip(4).map(StructureResult::numbers).toArray(double[][]::new);
            return new StructureResult(
                    (int) head[0],
                    (int) head[1],
                    head[2],
                    head[3],
                    Arrays.stream(points).mapToDouble(point -> point[0]).toArray(),
                    Arrays.stream(points).mapToDouble(point -> point[1]).toArray());
        } catch (RuntimeException e) {
            throw new InvalidInputException(
                    "The file " + file + " is damaged; delete it, and the study trains this structure again.", e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
