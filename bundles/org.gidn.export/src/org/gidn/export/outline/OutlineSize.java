// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.outline;

import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Csv;
import org.gidn.export.internal.Messages;

/**
 * How large a specimen is made.
 *
 * @param cell length of the side of a cell
 * @param thickness of the specimen
 * @param unit of both
 * @since 1.0
 */
public record OutlineSize(double cell, double thickness, Unit unit) {
    /** A unit of length that printers and cutters know, with its number in DXF files. */
    public enum Unit {
        /** Millimetres, which STL files are read in. */
        MM(4),
        /** Inches. */
        IN(1);

        private final int dxf;

        Unit(int dxf) {
            this.dxf = dxf;
        }

        int dxf() {
            return dxf;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws InvalidInputException if a length is not above 0 and finite */
    public OutlineSize {
        check(cell, "cell");
        check(thickness, "thickness");
    }

    private static void check(double length, String name) {
        if (!(length > 0) || length > 1e6) {
            throw new InvalidInputException(NLS.bind(Messages.outlineLength, name, Csv.number(length)));
        }
    }

    /** The sizes in words, for the head of a file. */
    String text() {
        return "unit " + unit + ", cell " + Csv.number(cell) + ", thickness " + Csv.number(thickness);
    }
}
