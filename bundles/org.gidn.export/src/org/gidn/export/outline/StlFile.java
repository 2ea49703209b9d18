// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.outline;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gidn.export.outline.CellOutline.Point;
import org.gidn.export.outline.CellOutline.Polygon;

/**
 * Cells of a thickness as a closed surface in a binary STL file: every edge belongs to two triangles, which go along it in opposite
 * directions.
 */
final class StlFile {
    private static final int HEAD = 80;
    private static final int FACET = 50;

    private final OutlineSize size;
    private final ByteBuffer facets;
    private int count;

    private StlFile(OutlineSize size, int most) {
        this.size = size;
        this.facets = ByteBuffer.allocate(Math.multiplyExact(most, FACET)).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytes(String title, CellOutline outline, OutlineSize size) {
        List<Polygon> cells = outline.cells();
        // Of a polygon of n corners top and bottom are n − 2 triangles each, and each wall two.
        int most =
                cells.stream().mapToInt(cell -> 4 * cell.corners().size() - 4).sum();
        StlFile file = new StlFile(size, most);
        cells.forEach(file::add);
        // A head that began with "solid" would be taken for one of the other form, in text.
        byte[] head = Arrays.copyOf(("GIDN " + title + ", " + size.text()).getBytes(StandardCharsets.UTF_8), HEAD);
        ByteBuffer all =
                ByteBuffer.allocate(HEAD + Integer.BYTES + file.count * FACET).order(ByteOrder.LITTLE_ENDIAN);
        all.put(head).putInt(file.count).put(file.facets.flip());
        return all.array();
    }

    private void add(Polygon cell) {
        List<Point> corners = cell.corners();
        float top = (float) size.thickness();
        for (int i = 1; i + 1 < corners.size(); i++) {
            facet(0, 0, 1, corners.get(0), top, corners.get(i), top, corners.get(i + 1), top);
            facet(0, 0, -1, corners.get(0), 0, corners.get(i + 1), 0, corners.get(i), 0);
        }
        for (int i = 0; i < corners.size(); i++) {
            if (cell.open().get(i)) {
                wall(corners.get(i), corners.get((i + 1) % corners.size()), top);
            }
        }
    }

    /** Outside lies to the right of the way from one corner to the next. */
    private void wall(Point from, Point to, float top) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        float nx = (float) (dy / length);
        float ny = (float) (-dx / length);
        facet(nx, ny, 0, from, 0, to, 0, to, top);
        facet(nx, ny, 0, from, 0, to, top, from, top);
    }

    private void facet(float nx, float ny, float nz, Point a, float az, Point b, float bz, Point c, float cz) {
        facets.putFloat(nx).putFloat(ny).putFloat(nz);
        corner(a, az);
        corner(b, bz);
        corner(c, cz);
        facets.putShort((short) 0);
        count++;
    }

    private void corner(Point point, float z) {
        facets.putFloat((float) (point.x() * size.cell()))
                .putFloat((float) (point.y() * size.cell()))
                .putFloat(z);
    }
}
