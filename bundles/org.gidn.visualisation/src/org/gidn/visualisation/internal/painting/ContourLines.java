// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.visualisation.Extent;
import org.gidn.visualisation.Grid;

/**
 * Lines of equal value on a grid, by marching squares, with linear interpolation along the sides of a cell. Sides are
 * numbered, so that the pieces in neighbouring cells can be joined to lines.
 */
final class ContourLines {
    private final Grid grid;
    private final double level;
    /** For each side that is crossed, the sides at the other ends of the one or two pieces that meet there. */
    private final Map<Integer, Deque<Integer>> neighbours = new HashMap<>();

    private ContourLines(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    /**
     * A line.
     *
     * @param x abscissae
     * @param y ordinates, as many
     */
    record Line(double[] x, double[] y) {}

    /**
     * All lines of all levels.
     *
     * @param levels how many levels lie between the least and the greatest value
     */
    static List<Line> of(Grid grid, int levels) {
        Extent extent = new Extent(false);
        extent.add(grid.values());
        List<Line> lines = new ArrayList<>();
        for (int n = 1; n <= levels; n++) {
            double level = extent.least() + (extent.greatest() - extent.least()) * n / (levels + 1);
            lines.addAll(new ContourLines(grid, level).lines());
        }
        return lines;
    }

    private List<Line> lines() {
        for (int j = 0; j + 1 < grid.y().length; j++) {
            for (int i = 0; i + 1 < grid.x().length; i++) {
                cell(i, j);
            }
        }
        List<Line> lines = new ArrayList<>();
        // Lines that end at the rim first, so that what is left are closed ones.
        List<Integer> sides = new ArrayList<>(neighbours.keySet());
        sides.sort((a, b) -> neighbours.get(a).size() - neighbours.get(b).size());
        for (int side : sides) {
            if (!neighbours.get(side).isEmpty()) {
                lines.add(follow(side));
            }
        }
        return lines;
    }

    /** Joins the crossed sides of a cell in pairs. */
    private void cell(int i, int j) {
        int[] sides = {side(i, j, 0), side(i + 1, j, 1), side(i, j + 1, 0), side(i, j, 1)};
        int first = -1;
        for (int side : sides) {
            if (!crossed(side)) {
                continue;
            }
            if (first < 0) {
                first = side;
            } else {
                neighbours.computeIfAbsent(first, key -> new ArrayDeque<>()).add(side);
                neighbours.computeIfAbsent(side, key -> new ArrayDeque<>()).add(first);
                first = -1;
            }
        }
    }

    /** The number of the side from point (i, j) to its right (0) or upper (1) neighbour. */
    private int side(int i, int j, int direction) {
        return 2 * (j * grid.x().length + i) + direction;
    }

    private double valueAt(int side, boolean end) {
        int point = side / 2 + (end ? side % 2 == 0 ? 1 : grid.x().length : 0);
        return grid.values()[point] - level;
    }

    private boolean crossed(int side) {
        double a = valueAt(side, false);
        double b = valueAt(side, true);
        return a < 0 != b < 0 && Double.isFinite(a) && Double.isFinite(b);
    }

    private Line follow(int start) {
        List<Integer> sides = new ArrayList<>(List.of(start));
        int side = start;
        while (!neighbours.get(side).isEmpty()) {
            int next = neighbours.get(side).remove();
            neighbours.get(next).removeFirstOccurrence(side);
            sides.add(next);
            side = next;
        }
        double[] x = new double[sides.size()];
        double[] y = new double[sides.size()];
        for (int n = 0; n < x.length; n++) {
            int at = sides.get(n);
            double a = valueAt(at, false);
            double share = a / (a - valueAt(at, true));
            int i = at / 2 % grid.x().length;
            int j = at / 2 / grid.x().length;
            x[n] = grid.x()[i] + (at % 2 == 0 ? share * (grid.x()[i + 1] - grid.x()[i]) : 0);
            y[n] = grid.y()[j] + (at % 2 == 1 ? share * (grid.y()[j + 1] - grid.y()[j]) : 0);
        }
        return new Line(x, y);
    }
}
