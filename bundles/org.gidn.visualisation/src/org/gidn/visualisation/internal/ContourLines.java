package org.gidn.visualisation.internal;

import java.util.ArrayList;
import java.util.List;
import org.gidn.visualisation.Extent;
import org.gidn.visualisation.Grid;

/** Lines of equal value on a grid, by marching squares, with linear interpolation along the sides of a cell. */
final class ContourLines {
    private ContourLines() {}

    /**
     * The pieces of all lines.
     *
     * @param levels how many levels lie between the least and the greatest value
     * @return pieces {@code {x1, y1, x2, y2}}
     */
    static List<double[]> of(Grid grid, int levels) {
        Extent extent = new Extent(false);
        extent.add(grid.values());
        List<double[]> pieces = new ArrayList<>();
        for (int level = 1; level <= levels; level++) {
            double value = extent.least() + (extent.greatest() - extent.least()) * level / (levels + 1);
            for (int j = 0; j + 1 < grid.y().length; j++) {
                for (int i = 0; i + 1 < grid.x().length; i++) {
                    cell(grid, i, j, value, pieces);
                }
            }
        }
        return pieces;
    }

    private static void cell(Grid grid, int i, int j, double level, List<double[]> pieces) {
        int[][] corners = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
        double[] crossings = new double[8];
        int count = 0;
        for (int side = 0; side < 4; side++) {
            int[] a = corners[side];
            int[] b = corners[(side + 1) % 4];
            double va = grid.value(a[0], a[1]) - level;
            double vb = grid.value(b[0], b[1]) - level;
            if (va < 0 != vb < 0 && Double.isFinite(va) && Double.isFinite(vb)) {
                double t = va / (va - vb);
                crossings[count++] = grid.x()[a[0]] + t * (grid.x()[b[0]] - grid.x()[a[0]]);
                crossings[count++] = grid.y()[a[1]] + t * (grid.y()[b[1]] - grid.y()[a[1]]);
            }
        }
        for (int p = 0; p + 3 < count; p += 4) {
            pieces.add(new double[] {crossings[p], crossings[p + 1], crossings[p + 2], crossings[p + 3]});
        }
    }
}
