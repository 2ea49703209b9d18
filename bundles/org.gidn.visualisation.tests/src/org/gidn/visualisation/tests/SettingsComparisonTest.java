// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.comparison.SettingsComparison;
import org.junit.jupiter.api.Test;

/** Settings are judged by how closely they go with the best values. */
class SettingsComparisonTest {
    private static final Output OUTPUT = new Output("toughness", "", Goal.MAXIMISE);

    private static RunRecord run(int number, double best, Object... settings) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("title", "t" + number, "seed", number));
        for (int i = 0; i < settings.length; i += 2) {
            all.put((String) settings[i], settings[i + 1]);
        }
        return new RunRecord(
                number,
                "",
                RunState.DONE,
                number,
                Instant.EPOCH,
                Instant.EPOCH,
                10,
                best,
                "method",
                all,
                List.of(OUTPUT),
                DesignSpace.binary(2, 2),
                Map.of(),
                Map.of(),
                null);
    }

    @Test
    void numbersCountByTheirRanksAndTextsByTheirGroups() {
        // The ranks of the best values are 1, 2, 3, 4; those of "noise" 2, 4, 1, 3, so that Spearman's correlation is
        // 0.
        SettingsComparison comparison = SettingsComparison.of(List.of(
                run(1, 1, "samples", 10, "noise", 2, "kind", "a", "same", 1),
                run(2, 5, "samples", 100, "noise", 4, "kind", "a", "same", 1),
                run(3, 6, "samples", 1000, "noise", 1, "kind", "b", "same", 1),
                run(4, 9, "samples", 1001, "noise", 3, "kind", "b", "same", 1),
                run(5, Double.NaN, "samples", 1, "noise", 9, "kind", "c", "same", 2)));
        Map<String, Double> importance = comparison.importance();
        assertEquals(List.of("samples", "kind", "noise"), List.copyOf(importance.keySet()));
        assertEquals(1, importance.get("samples"), 1e-12);
        // Groups of ranks {1, 2} and {3, 4}: 4 of 5 of the variance lies between them.
        assertEquals(Math.sqrt(0.8), importance.get("kind"), 1e-12);
        assertEquals(0, importance.get("noise"), 1e-12);
        Plot plot = comparison.importancePlot();
        assertEquals(List.of("samples", "kind", "noise"), plot.x().categories());
        assertEquals(1, ((Series.Histogram) plot.series().get(0)).heights()[0], 1e-12);
    }

    @Test
    void aLineForEachRunLeadsToItsBestValue() {
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runs.add(i == 3 ? run(i, i, "budget", 100) : run(i, i, "budget", 100, "samples", 10 * i));
        }
        Plot plot = SettingsComparison.of(runs).parallel();
        assertEquals(Axis.Scale.CATEGORIES, plot.x().scale());
        assertEquals(List.of("samples 0 – 70", "toughness 0 – 7"), plot.x().categories());
        assertEquals(8, plot.series().size());
        Series.Line last = (Series.Line) plot.series().get(7);
        assertEquals(1, last.y()[1], "the best one is drawn last");
        assertEquals("best quarter of the runs", last.name());
        assertEquals(
                2,
                plot.series().stream()
                        .filter(series -> series.hue() == Hue.VERMILION)
                        .count());
        assertTrue(
                Double.isNaN(((Series.Line) plot.series().get(3)).y()[0]), "a run without a setting has a gap there");
    }

    @Test
    void tooFewRunsSayNothing() {
        assertTrue(SettingsComparison.of(List.of()).isEmpty());
        assertTrue(SettingsComparison.of(List.of(run(1, 1, "a", 1), run(2, 2, "a", 2)))
                .isEmpty());
        assertTrue(SettingsComparison.of(List.of(run(1, 1, "a", 1), run(2, 2, "a", 1), run(3, 2, "a", 1)))
                .isEmpty());
    }
}
