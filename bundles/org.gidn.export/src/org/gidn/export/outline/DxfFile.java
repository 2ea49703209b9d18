// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.outline;

import java.util.List;
import java.util.Locale;
import org.gidn.core.text.Csv;
import org.gidn.export.outline.CellOutline.Point;

/** Outlines as closed lines in a DXF file of release 12, a layer for each level; their thickness is that of the specimen. */
final class DxfFile {
    private final OutlineSize size;
    private final StringBuilder text = new StringBuilder();

    DxfFile(String title, OutlineSize size) {
        this.size = size;
        put(999, "GIDN " + title + ", " + size.text());
        put(0, "SECTION");
        put(2, "HEADER");
        put(9, "$ACADVER");
        put(1, "AC1009");
        put(9, "$INSUNITS");
        put(70, Integer.toString(size.unit().dxf()));
        put(0, "ENDSEC");
        put(0, "SECTION");
        put(2, "ENTITIES");
    }

    /** Adds the outline of a level on a layer of its name. */
    void add(String level, CellOutline outline) {
        for (List<Point> line : outline.lines()) {
            put(0, "POLYLINE");
            put(8, level);
            put(66, "1");
            put(39, Csv.number(size.thickness()));
            put(70, "1");
            for (Point point : line) {
                put(0, "VERTEX");
                put(8, level);
                put(10, Csv.number(point.x() * size.cell()));
                put(20, Csv.number(point.y() * size.cell()));
                put(30, "0");
            }
            put(0, "SEQEND");
        }
    }

    /** The whole file. */
    String text() {
        return text + "  0\nENDSEC\n  0\nEOF\n";
    }

    /** A group: a code that says what follows, and the value. */
    private void put(int code, String value) {
        text.append(String.format(Locale.ROOT, "%3d", code))
                .append('\n')
                .append(value)
                .append('\n');
    }
}
