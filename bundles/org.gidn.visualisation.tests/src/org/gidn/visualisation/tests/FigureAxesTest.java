// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.AxisChoice;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureAxes;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.files.FigureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Axes as a person chooses them. */
class FigureAxesTest {
    private static final Plot PLOT = new Plot(
            "t",
            "",
            Axis.linear("Evaluations", ""),
            Axis.linear("Toughness", "J"),
            List.of(new Series.Line("a", Hue.BLUE, new double[] {1, 1000}, new double[] {2, 50})));

    private static Plot with(AxisChoice x) {
        return (Plot) new FigureAxes(Optional.of(x), Optional.empty(), Optional.empty()).applied(PLOT);
    }

    @ParameterizedTest
    @MethodSource("org.gidn.visualisation.tests.Examples#all")
    void theOwnAxesOfAFigureChangeNothing(Figure figure) {
        assertEquals(
                FigureFiles.svg(figure), FigureFiles.svg(FigureAxes.of(figure).applied(figure)));
    }

    @Test
    void rangeScaleAndTitleAreAsChosen() {
        Plot plot = with(new AxisChoice("Designs paid for", true, 10, Double.NaN));
        assertEquals("Designs paid for", plot.x().label());
        assertEquals(Axis.Scale.LOGARITHMIC, plot.fittedX().scale());
        assertEquals(10, plot.fittedX().lower());
        assertTrue(plot.fittedX().upper() >= 1000);
        assertEquals("Toughness [J]", plot.y().label());
    }

    /** The lower and upper end of the values, and of the axis; NaN where a small margin is all that is added. */
    @ParameterizedTest
    @CsvSource({
        "1, 4, 1, 10",
        "2, 8, 1, 10",
        "7, 45, NaN, 100",
        "15, 400, 10, NaN",
        "1, 1000, NaN, NaN",
        "900, 950, NaN, NaN"
    })
    void aLogarithmicAxisReachesSoFarThatTwoPowersOfTenAreSeen(double least, double most, double lower, double upper) {
        double[] ends = {least, most};
        Axis fitted = new Plot(
                        "t",
                        "",
                        Axis.linear("x", ""),
                        Axis.logarithmic("y", ""),
                        List.of(new Series.Line("a", Hue.BLUE, ends, ends)))
                .fittedY();
        double margin = 1.3;
        assertEquals(Double.isNaN(lower) ? least : lower, fitted.lower(), (margin - 1) * fitted.lower());
        assertEquals(Double.isNaN(upper) ? most : upper, fitted.upper(), (margin - 1) * most);
        String svg = FigureFiles.svg(new Plot("t", "", Axis.linear("x", ""), fitted, List.of()));
        assertFalse(svg.contains("1.585") || svg.contains("3.162"), "labels that nobody reads");
    }

    @Test
    void anEndBeyondAllDataTakesTheOtherWithIt() {
        Plot plot = with(new AxisChoice("", false, 5000, Double.NaN));
        assertEquals(5000, plot.fittedX().lower());
        assertTrue(plot.fittedX().upper() > 5000);
        Plot logarithmic = with(new AxisChoice("", true, Double.NaN, 0.1));
        assertTrue(logarithmic.fittedX().lower() > 0 && logarithmic.fittedX().lower() < 0.1);
    }

    @Test
    void theScaleOfColoursOfAFieldIsAsChosen() {
        FieldPicture field = Examples.field();
        AxisChoice colours = new AxisChoice("", false, 0, 10);
        FieldPicture chosen =
                (FieldPicture) new FigureAxes(Optional.empty(), Optional.empty(), Optional.of(colours)).applied(field);
        assertEquals(0, chosen.colour().lower());
        assertEquals(10, chosen.colour().upper());
        assertEquals(field.colour().label(), chosen.colour().label());
    }

    @Test
    void whatShowsNothingIsRefused() {
        assertThrows(InvalidInputException.class, () -> new AxisChoice("", false, 2, 2));
        assertThrows(InvalidInputException.class, () -> new AxisChoice("", true, 0, 2));
        assertThrows(InvalidInputException.class, () -> new AxisChoice("", true, Double.NaN, -1));
        assertThrows(InvalidInputException.class, () -> new AxisChoice("", false, 0, Double.POSITIVE_INFINITY));
    }
}
