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
 * Known values and what a predictor says of the same designs, from a file of a run: below the line {@code actual,predicted},
 * a row a design; what stands above that line is left alone.
 */
record PointFile(double[] actual, double[] predicted) {
    private static final String HEADER = "actual,predicted";

    static PointFile read(Path file) {
        try {
            String text = TextFile.read(file);
            if (text.stripTrailing().endsWith(HEADER)) {
                return new PointFile(new double[0], new double[0]);
            }
            Table table = Csv.parse(text.substring(text.indexOf(HEADER)), file.toString());
            return new PointFile(table.numbers("actual"), table.numbers("predicted"));
        } catch (RuntimeException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileDamaged, file), e);
        }
    }
}
