// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.junit.jupiter.api.Test;

class PathTest {
    private static final Series.Path PATH =
            new Series.Path("way", Hue.VERMILION, new double[] {0, 1, 2, 3, 4}, new double[] {0, -1, 2, -3, 4});
    private static final Plot PLOT =
            new Plot("Ways", "Where a point goes.", Axis.linear("x", ""), Axis.linear("y", ""), List.of(PATH));

    @Test
    void aPathIsCutWhereItsPointIsAtThatTime() {
        assertArrayEquals(new double[] {0}, PATH.upTo(0).x());
        assertArrayEquals(new double[] {0, -1, 2}, PATH.upTo(0.5).y());
        assertArrayEquals(PATH.x(), PATH.upTo(1).x());
    }

    @Test
    void theAxesOfAPlotStayWhileItsPathsGoOn() {
        Plot half = PLOT.upTo(0.5);
        assertEquals(PLOT.fittedX(), half.fittedX());
        assertEquals(PLOT.fittedY(), half.fittedY());
        assertEquals(3, ((Series.Path) half.series().get(0)).x().length);
    }

    @Test
    void onlyAPlotWithPathsCanBePlayed() {
        assertTrue(PLOT.hasPaths());
        assertFalse(Examples.dense().hasPaths());
    }
}
