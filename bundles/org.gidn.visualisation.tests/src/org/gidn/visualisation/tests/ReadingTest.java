// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.painting.Reading;
import org.gidn.visualisation.internal.painting.View;
import org.junit.jupiter.api.Test;

/** What stands under the mouse. */
class ReadingTest {
    /** 100 by 100 pixels, ten a unit. */
    private static View view(Plot plot) {
        return new View(plot.x().between(0, 10), plot.y().between(0, 10), 0, 0, 100, 100);
    }

    private static Plot plot(Series... series) {
        return new Plot("t", "", Axis.linear("Evaluations", ""), Axis.linear("Toughness", "J"), List.of(series));
    }

    @Test
    void aPointThatIsNearIsReadAndElseThePlace() {
        Plot plot = plot(
                new Series.Line("GIDN", Hue.BLUE, new double[] {2, 5}, new double[] {3, 7.123456}),
                new Series.Scatter("", Hue.GREY, new double[] {9}, new double[] {9}));
        assertEquals("GIDN: Evaluations 5, Toughness 7.12346 J", Reading.of(plot, view(plot), 52, 30));
        assertEquals("Evaluations 9, Toughness 9 J", Reading.of(plot, view(plot), 90, 12));
        assertEquals("Evaluations 7, Toughness 1 J", Reading.of(plot, view(plot), 70, 90));
    }

    @Test
    void barsAndCellsAreRead() {
        Plot bars = plot(new Series.Histogram("n", Hue.BLUE, new double[] {0, 2.5, 5}, new double[] {4, 8}));
        assertEquals("Evaluations 2.5 to 5, Toughness 8 J", Reading.of(bars, view(bars), 40, 70));
        assertEquals("Evaluations 4, Toughness 9.5 J", Reading.of(bars, view(bars), 40, 5), "above the bar");
        Grid grid = new Grid(new double[] {0, 5}, new double[] {0, 5}, new double[] {1, 2, 3, 0.25});
        Plot map = plot(new Series.HeatMap("m", grid, Axis.linear("Loss", ""), ColourMap.VIRIDIS, false));
        assertEquals("Evaluations 5, Toughness 5 J, Loss 0.25", Reading.of(map, view(map), 60, 40));
    }

    @Test
    void categoriesAreReadByTheirNames() {
        Plot plot = new Plot(
                "t",
                "",
                Axis.categories("Method", List.of("annealing", "GIDN")),
                Axis.linear("Best", ""),
                List.of(new Series.Scatter("runs", Hue.BLUE, new double[] {1}, new double[] {1234567.5})));
        View view = new View(plot.x(), plot.y().between(0, 2e6), 0, 0, 100, 100);
        assertEquals("runs: Method GIDN, Best 1,234,570", Reading.of(plot, view, 75, 38));
    }

    @Test
    void theElementOfAFieldIsReadWhereItIsDrawn() {
        FieldPicture field = Examples.field();
        Rectangle2D place = new Rectangle2D.Double(0, 0, 492, 100);
        // Four elements in a row, and the scale of colours takes 92 pixels.
        String first = Reading.of(field, place, 50, 50);
        String second = Reading.of(field, place, 150, 50);
        assertEquals("strain xx 1.5", first);
        assertEquals("strain xx 0.5", second);
        assertEquals("", Reading.of(field, place, 450, 50), "beside the specimen");
    }
}
