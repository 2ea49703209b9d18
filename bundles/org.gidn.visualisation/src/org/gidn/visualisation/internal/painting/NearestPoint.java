// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.visualisation.Series;

/**
 * The point of a plot that is meant by a place nearby.
 *
 * @param index its place among the points of its series
 * @param x its abscissa
 * @param y its ordinate
 */
public record NearestPoint(Series series, int index, double x, double y) {
    /** A point is meant from so many pixels on. */
    private static final double NEAR = 9;

    /** The point nearest to a pixel, if one is near. */
    public static Optional<NearestPoint> of(List<? extends Series> series, View view, double pixelX, double pixelY) {
        NearestPoint nearest = null;
        double least = NEAR;
        for (Series each : series) {
            for (double[][] points : points(each)) {
                for (int i = 0; i < points[0].length; i++) {
                    double distance =
                            Math.hypot(view.pixelX(points[0][i]) - pixelX, view.pixelY(points[1][i]) - pixelY);
                    if (distance < least) {
                        least = distance;
                        nearest = new NearestPoint(each, i, points[0][i], points[1][i]);
                    }
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many points a series marks. */
    public static int count(Series series) {
        List<double[][]> points = points(series);
        return points.isEmpty() ? 0 : points.get(0)[0].length;
    }

    /** A point of a series that marks some. */
    public static NearestPoint of(Series series, int index) {
        double[][] xy = points(series).get(0);
        return new NearestPoint(series, index, xy[0][index], xy[1][index]);
    }

    /** The places of the points of a series that are seen within a rectangle, edges included. */
    public static int[] within(Series series, View view, Rectangle2D area) {
        double[][] xy = points(series).get(0);
        return IntStream.range(0, xy[0].length)
                .filter(i -> {
                    double x = view.pixelX(xy[0][i]);
                    double y = view.pixelY(xy[1][i]);
                    return x >= area.getMinX() && x <= area.getMaxX() && y >= area.getMinY() && y <= area.getMaxY();
                })
                .toArray();
    }

    /** Abscissae and ordinates of all points that a series marks. */
    static List<double[][]> points(Series series) {
        return switch (series) {
            case Series.Line line -> List.<double[][]>of(new double[][] {line.x(), line.y()});
            case Series.Scatter scatter -> List.<double[][]>of(new double[][] {scatter.x(), scatter.y()});
            case Series.Designs designs -> List.<double[][]>of(new double[][] {designs.x(), designs.y()});
            case Series.Path path -> List.<double[][]>of(new double[][] {path.x(), path.y()});
            case Series.Band band ->
                List.of(new double[][] {band.x(), band.lower()}, new double[][] {band.x(), band.upper()});
            case Series.Histogram bars -> List.of();
            case Series.Identity line -> List.of();
            case Series.HeatMap map -> List.of();
            case Series.Contours lines -> List.of();
        };
    }
}
