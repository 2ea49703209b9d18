// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Fields;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.FieldCurves;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What figures hold and how their axes are fitted. */
class FigureDataTest {
    private static Plot plot(Axis x, double[] xs, double[] ys) {
        return new Plot("", "", x, Axis.linear("y", ""), List.of(new Series.Scatter("s", Hue.BLUE, xs, ys)));
    }

    @Test
    void anAxisShowsAllValuesWithAMargin() {
        Axis fitted = plot(Axis.linear("x", ""), new double[] {2, 6, Double.NaN}, new double[] {0, 0, 0})
                .fittedX();
        assertEquals(2 - 0.12, fitted.lower(), 1e-12);
        assertEquals(6 + 0.12, fitted.upper(), 1e-12);
    }

    @Test
    void anAxisThatStartsAtZeroStandsOnZero() {
        Axis fitted =
                plot(Axis.linear("x", ""), new double[] {0, 10}, new double[2]).fittedX();
        assertEquals(0, fitted.lower());
        assertEquals(10.3, fitted.upper(), 1e-12);
    }

    @Test
    void aLogarithmicAxisPassesOverWhatItCannotShow() {
        Axis fitted = plot(Axis.logarithmic("x", ""), new double[] {-5, 0, 10, 1000}, new double[4])
                .fittedX();
        assertEquals(10 / Math.pow(100, 0.03), fitted.lower(), 1e-9);
        assertEquals(1000 * Math.pow(100, 0.03), fitted.upper(), 1e-9);
    }

    @Test
    void givenEndsAreKept() {
        Axis fitted = plot(Axis.linear("x", "").between(-1, Double.NaN), new double[] {0, 10}, new double[2])
                .fittedX();
        assertEquals(-1, fitted.lower());
        assertEquals(10.33, fitted.upper(), 1e-12);
    }

    @Test
    void anAxisOfNothingOrOfOneValueHasALength() {
        assertTrue(plot(Axis.linear("x", ""), new double[0], new double[0])
                        .fittedX()
                        .upper()
                > 0);
        Axis one = plot(Axis.linear("x", ""), new double[] {5}, new double[1]).fittedX();
        assertTrue(one.lower() < 5 && one.upper() > 5);
    }

    @Test
    void aMapIsSeenToItsRimWhateverIsDrawnOnIt() {
        Plot contours = Examples.contours();
        assertEquals(-3.05, contours.fittedX().lower(), 1e-12);
        assertEquals(3.05, contours.fittedX().upper(), 1e-12);
    }

    @Test
    void dataThatDoNotFitTogetherAreRefused() {
        assertRefused(
                IllegalArgumentException.class,
                () -> new Series.Histogram("h", Hue.BLUE, new double[3], new double[3]),
                "one more edge");
        assertRefused(
                IllegalArgumentException.class,
                () -> new Series.Line("loss", Hue.BLUE, new double[3], new double[2]),
                "'loss'");
        assertRefused(
                IllegalArgumentException.class, () -> new Grid(new double[3], new double[2], new double[5]), "3 × 2");
        assertRefused(
                InvalidInputException.class,
                () -> FieldPicture.of(Examples.fields(), "heat", 0, DesignLayout.PLAIN, 0),
                "no field 'heat'");
    }

    private static void assertRefused(Class<? extends RuntimeException> type, Executable action, String part) {
        String message = assertThrows(type, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void aMirroredFieldKeepsStrainsAndTurnsDisplacements() {
        DesignLayout mirrored = new DesignLayout(true, 0);
        FieldPicture strain = FieldPicture.of(Examples.fields(), "strain", 0, mirrored, 0);
        assertArrayEquals(new double[] {0.5, 1.5, 0.5, 1.5}, strain.values());
        assertEquals(ColourMap.VIRIDIS, strain.map());
        FieldPicture moved = FieldPicture.of(Examples.fields(), "displacement", 0, mirrored, 0);
        assertArrayEquals(new double[] {0, 0.05, 0, -0.05}, moved.values(), 1e-12);
        assertEquals(ColourMap.DIVERGING, moved.map());
        assertEquals(-moved.colour().lower(), moved.colour().upper());
    }

    @Test
    void aDeformedFieldIsMovedByTheDisplacement() {
        double factor = FieldPicture.visible(Examples.fields());
        assertEquals(1 / 0.7, factor, 1e-12);
        FieldPicture deformed = FieldPicture.of(Examples.fields(), "strain", 0, DesignLayout.PLAIN, 2);
        assertEquals(2.2, deformed.xs()[5], 1e-12);
    }

    /** A whole plate of 2 × 2 elements with double nodes along a crack in the first row, whose faces have parted. */
    @Test
    void theCrackRunsDownItsLeftFaceAndUpItsRight() {
        double[][] nodes = {{0, 0}, {1, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 2}, {1, 2}, {2, 2}};
        int[][] quads = {{0, 1, 5, 4}, {2, 3, 6, 5}, {4, 5, 8, 7}, {5, 6, 9, 8}};
        double[][] moved = new double[10][2];
        moved[1][0] = -0.25;
        moved[2][0] = 0.25;
        Fields fields = new Fields(
                nodes,
                quads,
                new int[] {0, 1, 2, 3},
                List.of(new Fields.Field("displacement", "", List.of("x", "y"), moved)),
                List.of(),
                List.of());
        FieldPicture open = FieldPicture.of(fields, "displacement", 0, new DesignLayout(false, 1), 1);
        assertArrayEquals(new double[] {0.75, 1, 1, 1.25}, open.crackXs());
        assertArrayEquals(new double[] {0, 1, 1, 0}, open.crackYs());
        FieldPicture plain = FieldPicture.of(fields, "displacement", 0, DesignLayout.PLAIN, 1);
        assertEquals(0, plain.crackXs().length);
    }

    @Test
    void theCurvesOfADesignArePlottedTogether() {
        Fields.Curve composite = new Fields.Curve("composite", "strain", "stress", new double[2], new double[2]);
        Fields.Curve soft = new Fields.Curve("soft", "strain", "stress", new double[2], new double[2]);
        Fields fields =
                new Fields(new double[0][], new int[0][], new int[0], List.of(), List.of(), List.of(composite, soft));
        Plot plot = FieldCurves.of(fields);
        assertEquals("Stress", plot.y().title());
        assertEquals(
                List.of("Composite", "Soft"),
                plot.series().stream().map(Series::name).toList());
        assertRefused(InvalidInputException.class, () -> FieldCurves.of(Examples.fields()), "no curves");
    }

    @Test
    void aMirroredCrackIsOnThePlaneOfSymmetry() {
        FieldPicture strain = FieldPicture.of(Examples.fields(), "strain", 0, new DesignLayout(true, 1), 0);
        assertArrayEquals(new double[] {0, 0, 0, 0}, strain.crackXs());
        assertArrayEquals(new double[] {0, 1, 1, 0}, strain.crackYs());
    }

    @Test
    void seriesAreToldApartInBothThemes() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < i; j++) {
                    assertTrue(Hue.of(i).argb(theme) != Hue.of(j).argb(theme));
                }
            }
        }
        assertTrue(Theme.of(0x202020).dark());
        assertEquals(0x202020, Theme.of(0x202020).background());
        assertTrue(!Theme.of(0xEEEEEE).dark());
    }

    @Test
    void aColourMapRunsFromItsFirstToItsLastColour() {
        assertEquals(0xFF440154, ColourMap.VIRIDIS.argb(0));
        assertEquals(0xFFFDE725, ColourMap.VIRIDIS.argb(1));
        assertEquals(0xFFFDE725, ColourMap.VIRIDIS.argb(7));
        assertEquals(0, ColourMap.VIRIDIS.argb(Double.NaN));
        double before = 0;
        for (double share = 0; share <= 1; share += 0.05) {
            double luminance = Colours.luminance(ColourMap.VIRIDIS.argb(share));
            assertTrue(luminance > before, "viridis gets lighter all the way");
            before = luminance;
        }
    }
}
