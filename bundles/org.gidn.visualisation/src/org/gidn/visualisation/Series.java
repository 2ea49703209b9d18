// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.internal.Messages;

/**
 * Data to be drawn over the axes of a {@link Plot}. NaN leaves a gap.
 *
 * @since 1.0
 */
public sealed interface Series {
    /** Its name in the legend; an empty one is not listed. */
    String name();

    /** Its colour. */
    Hue hue();

    /** The designs that its points stand for; empty where they are something else, or nobody knows them. */
    default Optional<PointDesigns> pointDesigns() {
        return Optional.empty();
    }

    /** Feeds all abscissae that must be seen into an extent. */
    void xExtent(Extent extent);

    /** Feeds all ordinates that must be seen into an extent. */
    void yExtent(Extent extent);

    /** The designs of points, read only when they are asked for, as there may be very many. */
    @FunctionalInterface
    interface PointDesigns {
        /**
         * The designs of some points; may take a while.
         *
         * @param points places among the points of the series
         * @return in the order of the places
         * @throws org.gidn.core.InvalidInputException if they can be read no longer
         */
        List<FoundDesign> read(int[] points);
    }

    /**
     * Bars that touch.
     *
     * @param edges limits of the bins, ascending, one more than there are bins
     * @param heights height of each bar
     */
    record Histogram(String name, Hue hue, double[] edges, double[] heights) implements Series {
        public Histogram {
            if (edges.length != heights.length + 1) {
                throw new IllegalArgumentException(NLS.bind(Messages.seriesEdges, heights.length, edges.length));
            }
        }

        @Override
        public void xExtent(Extent extent) {
            for (int i = 0; i < heights.length; i++) {
                if (heights[i] > 0) {
                    extent.add(edges[i]);
                    extent.add(edges[i + 1]);
                }
            }
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(0);
            extent.add(heights);
        }
    }

    /**
     * Points joined in their order.
     *
     * @param dashed whether the line is dashed
     * @param markers whether each point is marked too
     */
    record Line(String name, Hue hue, double[] x, double[] y, boolean dashed, boolean markers) implements Series {
        public Line {
            sameLength(name, x, y);
        }

        public Line(String name, Hue hue, double[] x, double[] y) {
            this(name, hue, x, y, false, false);
        }

        @Override
        public void xExtent(Extent extent) {
            extent.add(x);
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(y);
        }
    }

    /**
     * The way of a point, with a dot where it ends.
     *
     * @param x where it is across, step by step
     * @param y where it is up
     */
    record Path(String name, Hue hue, double[] x, double[] y) implements Series {
        public Path {
            sameLength(name, x, y);
        }

        /** The first part of the way: where the point is when that share of the steps is done, from 0 to 1. */
        public Path upTo(double share) {
            int points = Math.min(x.length, 1 + (int) Math.round(share * (x.length - 1)));
            return new Path(name, hue, Arrays.copyOf(x, points), Arrays.copyOf(y, points));
        }

        @Override
        public void xExtent(Extent extent) {
            extent.add(x);
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(y);
        }
    }

    /** The area between two lines, such as the range of several runs. */
    record Band(String name, Hue hue, double[] x, double[] lower, double[] upper) implements Series {
        public Band {
            sameLength(name, x, lower);
            sameLength(name, x, upper);
        }

        @Override
        public void xExtent(Extent extent) {
            extent.add(x);
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(lower);
            extent.add(upper);
        }
    }

    /**
     * Points by themselves, any number; drawn as a density where there are many.
     *
     * @param pointDesigns the designs that they stand for; empty where they are something else
     */
    record Scatter(String name, Hue hue, double[] x, double[] y, Optional<PointDesigns> pointDesigns)
            implements Series {
        public Scatter {
            sameLength(name, x, y);
        }

        /** Points that are no designs. */
        public Scatter(String name, Hue hue, double[] x, double[] y) {
            this(name, hue, x, y, Optional.empty());
        }

        @Override
        public void xExtent(Extent extent) {
            extent.add(x);
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(y);
        }
    }

    /**
     * Points that are designs, such as those of a front; in a window each can be opened.
     *
     * @param designs one a point
     */
    record Designs(String name, Hue hue, double[] x, double[] y, List<FoundDesign> designs) implements Series {
        public Designs {
            sameLength(name, x, y);
            designs = List.copyOf(designs);
        }

        @Override
        public Optional<PointDesigns> pointDesigns() {
            return Optional.of(
                    points -> Arrays.stream(points).mapToObj(designs::get).toList());
        }

        @Override
        public void xExtent(Extent extent) {
            extent.add(x);
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(y);
        }
    }

    /** The line on which both coordinates are equal. */
    record Identity(String name, Hue hue) implements Series {
        @Override
        public void xExtent(Extent extent) {
            // shows whatever is in view
        }

        @Override
        public void yExtent(Extent extent) {
            // shows whatever is in view
        }
    }

    /**
     * A coloured cell for each pair of coordinates.
     *
     * @param grid the values
     * @param colour the scale of the colours
     * @param map the colours
     * @param numbers whether each cell shows its value as a number too
     */
    record HeatMap(String name, Grid grid, Axis colour, ColourMap map, boolean numbers) implements Series {
        @Override
        public Hue hue() {
            return Hue.GREY;
        }

        @Override
        public void xExtent(Extent extent) {
            grid.extent(grid.x(), extent);
        }

        @Override
        public void yExtent(Extent extent) {
            grid.extent(grid.y(), extent);
        }

        /** The scale of the colours with its range settled: as given, or fitted to the values. */
        public Axis fittedColour() {
            Extent extent = new Extent(colour.scale() == Axis.Scale.LOGARITHMIC);
            extent.add(grid.values());
            return AxisFit.exactly(colour, extent);
        }
    }

    /** Lines of equal value, at so many levels, evenly spaced between the least and the greatest value. */
    record Contours(String name, Hue hue, Grid grid, int levels) implements Series {
        @Override
        public void xExtent(Extent extent) {
            extent.add(grid.x());
        }

        @Override
        public void yExtent(Extent extent) {
            extent.add(grid.y());
        }
    }

    private static void sameLength(String name, double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    NLS.bind(Messages.seriesLengths, new Object[] {name, a.length, b.length}));
        }
    }
}
