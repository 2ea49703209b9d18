// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outline of some cells of a grid, seen from above: x to the right, y up, the lower left corner at 0. Where two cells meet at a
 * corner only, which nothing can be made of, both are cut off there by a hundredth of a cell, so that every point of the outline has
 * one line that comes and one that goes.
 */
final class CellOutline {
    /** What is cut off, as a share of a cell. */
    static final double CUT = 0.01;

    private static final int SIDES = 4;
    /** The corners of a cell against the clock, from the lower left one: how far right and how far up. */
    private static final int[] RIGHT = {0, 1, 1, 0};

    private static final int[] UP = {0, 0, 1, 1};

    private final boolean[][] filled;

    /**
     * @param filled which cells are there: {@code [row][column]}, row 0 at the top
     */
    CellOutline(boolean[][] filled) {
        this.filled = filled;
    }

    /** A point, in cells. */
    record Point(double x, double y) {}

    /**
     * A cell as a convex polygon.
     *
     * @param corners against the clock
     * @param open whether the line that begins at a corner is one of the outline
     */
    record Polygon(List<Point> corners, List<Boolean> open) {}

    /** All cells that are there. */
    List<Polygon> cells() {
        List<Polygon> cells = new ArrayList<>();
        for (int row = 0; row < filled.length; row++) {
            for (int column = 0; column < filled[row].length; column++) {
                if (filled[row][column]) {
                    cells.add(cell(column, filled.length - 1 - row));
                }
            }
        }
        return cells;
    }

    private Polygon cell(int x, int y) {
        List<Point> corners = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        for (int k = 0; k < SIDES; k++) {
            int next = (k + 1) % SIDES;
            double dx = RIGHT[next] - RIGHT[k];
            double dy = UP[next] - UP[k];
            // Outside lies to the right of the way.
            boolean outer = !there(x + (int) dy, y - (int) dx);
            boolean cut = touching(x, y, k);
            double from = cut ? CUT : 0;
            corners.add(new Point(x + RIGHT[k] + from * dx, y + UP[k] + from * dy));
            open.add(outer);
            if (touching(x, y, next)) {
                corners.add(new Point(x + RIGHT[next] - CUT * dx, y + UP[next] - CUT * dy));
                open.add(true);
            }
        }
        return new Polygon(corners, open);
    }

    /** Whether a cell meets another one at a corner, and none beside both of them is there. */
    private boolean touching(int x, int y, int corner) {
        int dx = 2 * RIGHT[corner] - 1;
        int dy = 2 * UP[corner] - 1;
        return there(x + dx, y + dy) && !there(x + dx, y) && !there(x, y + dy);
    }

    private boolean there(int x, int y) {
        int row = filled.length - 1 - y;
        return row >= 0 && row < filled.length && x >= 0 && x < filled[row].length && filled[row][x];
    }

    /** The outline as closed lines, outer ones against the clock, those of holes with it; no corner lies on a straight line. */
    List<List<Point>> lines() {
        Map<Point, Point> next = new HashMap<>();
        List<Point> starts = new ArrayList<>();
        for (Polygon cell : cells()) {
            for (int i = 0; i < cell.corners().size(); i++) {
                if (cell.open().get(i)) {
                    Point from = cell.corners().get(i);
                    next.put(from, cell.corners().get((i + 1) % cell.corners().size()));
                    starts.add(from);
                }
            }
        }
        List<List<Point>> lines = new ArrayList<>();
        for (Point start : starts) {
            List<Point> line = new ArrayList<>();
            for (Point at = next.remove(start); at != null; at = next.remove(at)) {
                line.add(at);
            }
            if (!line.isEmpty()) {
                lines.add(straightened(line));
            }
        }
        return lines;
    }

    private static List<Point> straightened(List<Point> line) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Point before = line.get((i + line.size() - 1) % line.size());
            Point at = line.get(i);
            Point after = line.get((i + 1) % line.size());
            double turn = (at.x() - before.x()) * (after.y() - at.y()) - (at.y() - before.y()) * (after.x() - at.x());
            if (turn != 0) {
                corners.add(at);
            }
        }
        return corners;
    }
}
