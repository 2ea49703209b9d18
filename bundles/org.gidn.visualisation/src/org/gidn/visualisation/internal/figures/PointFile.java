// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.internal.Messages;

/**
 * Known values and what a predictor says of the same designs, from a file of a run: below the line {@code actual,predicted},
 * a row a design; what stands above that line is left alone.
 */
record PointFile(double[] actual, double[] predicted) {
    private static final String HEADER = "actual,predicted";

    static PointFile read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            double[][] points = lines.subList(lines.indexOf(HEADER) + 1, lines.size()).stream()
                    .map(line -> line.split(","))
                    .map(cells -> new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])})
                    .toArray(double[][]::new);
            double[] actual = new double[points.length];
            double[] predicted = new double[points.length];
            for (int i = 0; i < points.length; i++) {
                actual[i] = points[i][0];
                predicted[i] = points[i][1];
            }
            return new PointFile(actual, predicted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileDamaged, file), e);
        }
    }
}
