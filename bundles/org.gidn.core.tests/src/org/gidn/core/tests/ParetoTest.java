// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.gidn.core.problem.Goal.MAXIMISE;
import static org.gidn.core.problem.Goal.MINIMISE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.pareto.ParetoFront;
import org.gidn.core.pareto.Volume;
import org.gidn.core.problem.Goal;
import org.junit.jupiter.api.Test;

class ParetoTest {
    private static final List<Goal> LEAST = List.of(MINIMISE, MINIMISE);
    private static final List<Goal> MIXED = List.of(MAXIMISE, MINIMISE);

    private static List<Goal> goals(Goal goal, int objectives) {
        return Collections.nCopies(objectives, goal);
    }

    private static double[][] random(int objectives, int designs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[objectives][];
        Arrays.setAll(values, objective -> random.doubles(designs).toArray());
        return values;
    }

    @Test
    void noOtherDesignBeatsOneOnTheFront() {
        double[][] values = {{1, 2, 3, 2, 1, Double.NaN}, {3, 2, 1, 3, 3, Double.NaN}};
        assertArrayEquals(new int[] {0, 1, 2}, ParetoFront.of(values, LEAST));
        assertArrayEquals(new int[] {2}, ParetoFront.of(values, MIXED));
        assertArrayEquals(new int[] {2, 3}, ParetoFront.of(values, goals(MAXIMISE, 2)));
        assertTrue(ParetoFront.dominates(values, LEAST, 0, 3));
        assertTrue(!ParetoFront.dominates(values, LEAST, 0, 4), "equal ones");
        assertTrue(ParetoFront.dominates(values, LEAST, 3, 5), "one that failed");
        assertTrue(!ParetoFront.dominates(values, LEAST, 5, 3));
    }

    @Test
    void theFrontIsThatOfAllPairsCompared() {
        for (int objectives = 1; objectives <= 4; objectives++) {
            double[][] values = random(objectives, 300, objectives);
            List<Goal> goals = IntStream.range(0, objectives)
                    .mapToObj(i -> i % 2 == 0 ? MAXIMISE : MINIMISE)
                    .toList();
            int[] expected = IntStream.range(0, 300)
                    .filter(i -> IntStream.range(0, 300).noneMatch(j -> ParetoFront.dominates(values, goals, j, i)))
                    .toArray();
            assertArrayEquals(
                    expected,
                    Arrays.stream(ParetoFront.of(values, goals)).sorted().toArray());
        }
    }

    @Test
    void hypervolumesOfWorkedExamples() {
        double[][] stairs = {{1, 2, 3}, {3, 2, 1}};
        assertEquals(6, Hypervolume.of(stairs, LEAST, new double[] {4, 4}), 1e-15);
        assertEquals(6, Hypervolume.of(stairs, goals(MAXIMISE, 2), new double[] {0, 0}), 1e-15);
        assertEquals(9, Hypervolume.of(stairs, MIXED, new double[] {0, 4}), 1e-15);
        // Three boxes of 1 by 2 by 3 in all three positions: their sum, without the pairs, and all three once more.
        double[][] boxes = {{1, 3, 2}, {2, 1, 3}, {3, 2, 1}};
        double expected = 3 * 6 - (2 + 2 + 2) + 1;
        assertEquals(expected, Hypervolume.of(boxes, goals(MAXIMISE, 3), new double[3]), 1e-15);
        assertEquals(0.75, Hypervolume.of(new double[][] {{0.5, 0.25}}, List.of(MINIMISE), new double[] {1}), 0);
    }

    @Test
    void whatIsNotBetterThanTheReferenceAddsNothing() {
        double[][] values = {{1, 5, 3, Double.NaN, 4}, {3, 0, 4.5, 1, 0}};
        assertEquals(3, Hypervolume.of(values, LEAST, new double[] {4, 4}), 1e-15);
        assertEquals(0, Hypervolume.of(new double[2][0], LEAST, new double[] {4, 4}));
        assertEquals(0, Hypervolume.of(values, LEAST, new double[] {1, 3}));
    }

    /** By inclusion and exclusion: the volumes of all intersections, with alternating signs. */
    private static double byIntersections(double[][] values) {
        int designs = values[0].length;
        double volume = 0;
        for (int chosen = 1; chosen < 1 << designs; chosen++) {
            double common = 1;
            for (double[] column : values) {
                double least = 1;
                for (int i = 0; i < designs; i++) {
                    least = (chosen & 1 << i) == 0 ? least : Math.min(least, column[i]);
                }
                common *= least;
            }
            volume += Integer.bitCount(chosen) % 2 == 1 ? common : -common;
        }
        return volume;
    }

    @Test
    void hypervolumeIsThatOfAllIntersections() {
        for (int objectives = 1; objectives <= 5; objectives++) {
            for (int seed = 0; seed < 5; seed++) {
                double[][] values = random(objectives, 12, 100L * objectives + seed);
                double[] origin = new double[objectives];
                double expected = byIntersections(values);
                assertEquals(expected, Hypervolume.of(values, goals(MAXIMISE, objectives), origin), 1e-12);
                double[][] turned = new double[objectives][];
                Arrays.setAll(
                        turned,
                        k -> Arrays.stream(values[k]).map(value -> -value).toArray());
                assertEquals(expected, Hypervolume.of(turned, goals(MINIMISE, objectives), origin), 1e-12);
            }
        }
    }

    /** Points of the unit sphere's part where all coordinates are positive. */
    private static double[][] sphere(int objectives, int designs) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] values = new double[objectives][designs];
        for (int i = 0; i < designs; i++) {
            double squares = 0;
            for (double[] column : values) {
                column[i] = Math.abs(random.nextGaussian());
                squares += column[i] * column[i];
            }
            for (double[] column : values) {
                column[i] /= Math.sqrt(squares);
            }
        }
        return values;
    }

    @Test
    void whatIsMeasuredIsExactWhereThatIsQuick() {
        double[][] values = sphere(4, 300);
        Volume volume = Hypervolume.measured(values, goals(MAXIMISE, 4), new double[4]);
        assertTrue(volume.exact());
        assertEquals(Hypervolume.of(values, goals(MAXIMISE, 4), new double[4]), volume.value(), 1e-12);
    }

    @Test
    void theVolumeOfVeryManyDesignsIsEstimated() {
        double[][] values = sphere(8, 1000);
        double[] origin = new double[8];
        Volume volume = Hypervolume.measured(values, goals(MAXIMISE, 8), origin);
        assertFalse(volume.exact());
        assertTrue(volume.error() < 0.02 * volume.value(), "the standard error: " + volume);
        double ball = Math.pow(Math.PI, 4) / 24 / 256;
        assertTrue(volume.value() < ball && volume.value() > 0.1 * ball, volume + " of " + ball);
    }

    @Test
    void anEstimateLiesNearTheExactVolume() {
        double[][] values = sphere(8, 600);
        double exact = Hypervolume.of(values, goals(MAXIMISE, 8), new double[8]);
        Volume estimate = Hypervolume.measured(values, goals(MAXIMISE, 8), new double[8]);
        assertFalse(estimate.exact());
        assertEquals(exact, estimate.value(), 3 * estimate.error());
        assertTrue(estimate.error() < 0.02 * exact, "the standard error: " + estimate);
    }

    @Test
    void theVolumeGrowsWithTheDesigns() {
        int[] counts = {1, 2, 10, 100, 450};
        for (int objectives : new int[] {2, 8}) {
            double[][] values = sphere(objectives, 450);
            // Neither counts.
            values[0][1] = Double.NaN;
            values[1][2] = 0;
            double[] origin = new double[objectives];
            List<Goal> goals = goals(MAXIMISE, objectives);
            List<Volume> growth = Hypervolume.growth(values, goals, origin, counts);
            assertEquals(growth.get(0), growth.get(1));
            for (int k = 1; k < counts.length; k++) {
                assertTrue(growth.get(k).value() >= growth.get(k - 1).value(), objectives + " objectives: " + growth);
            }
            Volume all = Hypervolume.measured(values, goals, origin);
            assertEquals(all.value(), growth.get(4).value(), 1e-9 * all.value());
            assertEquals(objectives == 2, all.exact());
        }
    }

    @Test
    void manyDesignsComeNearTheVolumeThatTheyLieOn() {
        assertEquals(
                Math.PI / 6,
                Hypervolume.of(sphere(3, 2000), goals(MAXIMISE, 3), new double[3]),
                0.02,
                "an eighth of the unit ball");
        double four = Hypervolume.of(sphere(4, 300), goals(MAXIMISE, 4), new double[4]);
        assertTrue(
                four < Math.PI * Math.PI / 32 && four > 0.22,
                "a sixteenth of the unit ball of four sides, 0.308: " + four);
    }

    @Test
    void theReferenceIsATenthOfTheFrontBeyondIt() {
        double[][] values = {{1, 2, 3, 9}, {3, 2, 1, 9}};
        assertArrayEquals(new double[] {3.2, 3.2}, Hypervolume.reference(values, LEAST), 1e-15);
        assertArrayEquals(
                new double[] {9 - 0.9, 1.0 - 0.1},
                Hypervolume.reference(new double[][] {{9, 1}, {1, 1}}, goals(MAXIMISE, 2)),
                1e-15);
        assertTrue(Double.isNaN(Hypervolume.reference(new double[2][0], LEAST)[0]));
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        double[][] values = {{1}, {2}};
        assertTrue(
                assertThrows(InvalidInputException.class, () -> Hypervolume.of(values, LEAST, new double[] {1, 2, 3}))
                        .getMessage()
                        .contains("3 values, but there are 2 objectives"));
        assertThrows(InvalidInputException.class, () -> ParetoFront.of(values, List.of(MINIMISE)));
        assertThrows(InvalidInputException.class, () -> ParetoFront.of(new double[][] {{1}, {}}, LEAST));
    }
}
