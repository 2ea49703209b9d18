// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.Level;
import org.gidn.core.evaluation.Fields;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;

/** One figure of each kind. */
final class Examples {
    /** The best design of the 8 by 8 composite. */
    static final String BEST = "11111001000110010111111111111111";

    static final DesignSpace SPACE =
            DesignSpace.of(Block.phases("elements", 8, 4, List.of(new Level("soft"), new Level("stiff")))
                    .drawn(new DesignLayout(true, 2)));
    static final DesignPicture PICTURE = new DesignPicture(SPACE);

    private Examples() {}

    static List<Figure> all() {
        return List.of(histogram(), lines(), dense(), network(), contours(), designs(), field());
    }

    static Plot histogram() {
        return new Plot(
                "Histogram",
                "",
                Axis.linear("Toughness", ""),
                Axis.linear("Designs", ""),
                List.of(
                        new Series.Histogram("samples", Hue.ORANGE, new double[] {0, 1, 2, 3}, new double[] {4, 2, 0}),
                        new Series.Histogram("inverse", Hue.BLUE, new double[] {0, 1, 2, 3}, new double[] {0, 1, 8})));
    }

    static Plot lines() {
        double[] x = {100, 1000, 10_000};
        return new Plot(
                "Lines",
                "",
                Axis.logarithmic("Samples", ""),
                Axis.linear("Toughness", "J"),
                List.of(
                        new Series.Band("range", Hue.BLUE, x, new double[] {1, 2, 3}, new double[] {4, 5, 6}),
                        new Series.Line(
                                "mean, \"best\"", Hue.BLUE, x, new double[] {2, Double.NaN, 4.25}, true, true)));
    }

    /** So many points that they are drawn as a density. */
    static Plot dense() {
        int count = 20_000;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i / (double) count;
            y[i] = x[i];
        }
        return new Plot(
                "Dense",
                "",
                Axis.linear("Evaluated", "").between(0, 1),
                Axis.linear("Predicted", "").between(0, 1),
                List.of(new Series.Scatter("designs", Hue.VERMILION, x, y), new Series.Identity("equal", Hue.INK)),
                true);
    }

    static Plot network() {
        Grid grid = new Grid(new double[] {0, 1, 2}, new double[] {0, 1}, new double[] {1, 2, 3, 4, 5, 6});
        return new Plot(
                "Network study",
                "",
                Axis.categories("Neurons", List.of("16", "32", "64")),
                Axis.categories("Layers", List.of("2", "4")),
                List.of(new Series.HeatMap("error", grid, Axis.linear("Error", ""), ColourMap.VIRIDIS, true)));
    }

    static Plot contours() {
        int side = 61;
        double[] coordinates = new double[side];
        double[] values = new double[side * side];
        for (int i = 0; i < side; i++) {
            coordinates[i] = -3 + 6.0 * i / (side - 1);
        }
        for (int j = 0; j < side; j++) {
            for (int i = 0; i < side; i++) {
                values[j * side + i] = Math.hypot(coordinates[i], coordinates[j]);
            }
        }
        Grid grid = new Grid(coordinates, coordinates, values);
        return new Plot(
                "Contours",
                "",
                Axis.linear("x", ""),
                Axis.linear("y", ""),
                List.of(
                        new Series.HeatMap("height", grid, Axis.linear("Height", ""), ColourMap.VIRIDIS, false),
                        new Series.Contours("", Hue.INK, grid, 5),
                        new Series.Path("", Hue.VERMILION, new double[] {-2, 0}, new double[] {1, 0})),
                true);
    }

    static DesignGrid designs() {
        List<String> texts = new ArrayList<>(List.of(BEST, "1".repeat(32)));
        DesignBatch designs = DesignText.parse(texts, SPACE);
        return new DesignGrid("Designs", "", PICTURE, designs, List.of("69.42\npredicted 60", "1"));
    }

    /** Two elements side by side, the right one pulled away by a tenth of its width. */
    static Fields fields() {
        double[][] nodes = {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}};
        int[][] quads = {{0, 1, 4, 3}, {1, 2, 5, 4}};
        double[][] moved = {{0, 0}, {0, 0}, {0.1, 0}, {0, 0}, {0, 0}, {0.1, 0}};
        return new Fields(
                nodes,
                quads,
                new int[] {0, 1},
                List.of(new Fields.Field("displacement", "mm", List.of("x", "y"), moved)),
                List.of(new Fields.Field(
                        "strain", "", List.of("xx", "yy", "xy"), new double[][] {{0.5, 0, -0.1}, {1.5, 0, 0.2}})),
                List.of());
    }

    static FieldPicture field() {
        return FieldPicture.of(fields(), "strain", 0, new DesignLayout(true, 0), 1);
    }
}
