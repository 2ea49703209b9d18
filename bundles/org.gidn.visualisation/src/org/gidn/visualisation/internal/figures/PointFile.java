// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.core.text.TextFile;
import org.gidn.visualisation.internal.Messages;

/**
 * Known values and what a predictor says of the same designs, from a file of a run: below the line {@code actual,predicted}, or
 * {@code actual,predicted,spread}, a row a design; what stands above that line is left alone.
 *
 * @param spread how far off the predictor takes each prediction to be; null if it does not say
 */
record PointFile(double[] actual, double[] predicted, double[] spread) {
    private static final String HEADER = "actual,predicted";
    private static final String SPREAD = "spread";

    static PointFile read(Path file) {
        try {
            String text = TextFile.read(file);
            if (text.stripTrailing().endsWith(HEADER)) {
                return new PointFile(new double[0], new double[0], null);
            }
            Table table = Csv.parse(text.substring(text.indexOf(HEADER)), file.toString());
            return new PointFile(
                    table.numbers("actual"),
                    table.numbers("predicted"),
                    table.has(SPREAD) ? table.numbers(SPREAD) : null);
        } catch (RuntimeException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileDamaged, file), e);
        }
    }
}
