// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.visualisation.Surface;

/**
 * A line in pixels, broken where points are missing. Where many points fall on one column of pixels, only the first, the
 * last, the lowest and the highest of them are kept, which looks the same.
 */
final class Polyline {
    private final List<double[]> pieces = new ArrayList<>();
    private double[] points = new double[64];
    private int count;

    private Polyline() {}

    static Polyline of(double[] x, double[] y, View view) {
        Polyline line = new Polyline();
        int i = 0;
        while (i < x.length) {
            double px = view.pixelX(x[i]);
            double py = view.pixelY(y[i]);
            if (!Double.isFinite(px) || !Double.isFinite(py)) {
                line.breakOff();
                i++;
                continue;
            }
            i = line.addColumn(x, y, view, i, px, py);
        }
        line.breakOff();
        return line;
    }

    /** Adds all points from {@code start} on that fall on the same column of pixels; returns the index of the next. */
    private int addColumn(double[] x, double[] y, View view, int start, double px, double py) {
        double column = Math.floor(px);
        double lowest = py;
        double highest = py;
        double lastX = px;
        double lastY = py;
        int next = start + 1;
        for (; next < x.length; next++) {
            double nextX = view.pixelX(x[next]);
            double nextY = view.pixelY(y[next]);
            if (Math.floor(nextX) != column || !Double.isFinite(nextY)) {
                break;
            }
            lowest = Math.min(lowest, nextY);
            highest = Math.max(highest, nextY);
            lastX = nextX;
            lastY = nextY;
        }
        add(px, py);
        if (next > start + 1) {
            add(px, lowest);
            add(px, highest);
            add(lastX, lastY);
        }
        return next;
    }

    private void add(double px, double py) {
        if (count == points.length) {
            points = Arrays.copyOf(points, 2 * count);
        }
        points[count++] = px;
        points[count++] = py;
    }

    private void breakOff() {
        if (count > 2) {
            pieces.add(Arrays.copyOf(points, count));
        }
        count = 0;
    }

    void draw(Surface surface, double width, boolean dashed, int argb) {
        for (double[] piece : pieces) {
            int n = piece.length / 2;
            double[] xs = new double[n];
            double[] ys = new double[n];
            for (int i = 0; i < n; i++) {
                xs[i] = piece[2 * i];
                ys[i] = piece[2 * i + 1];
            }
            surface.polyline(xs, ys, n, width, dashed, argb);
        }
    }
}
