// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.experiments.internal.Pace;
import org.junit.jupiter.api.Test;

/** The time that is said to be left, beside the time that was left, in work whose ends of steps are known. */
class PaceTest {
    /** How often it is looked at, as the window does. */
    private static final double LOOK_SECONDS = 0.1;

    /** Work of which a step ends at each of some times, in seconds, the last one with the work. */
    private record Work(double[] ends, double total) {
        static Work of(DoubleStream ends) {
            double[] times = ends.sorted().toArray();
            return new Work(times, times.length);
        }

        /** Looks at the time left all along, from some moment on. */
        void look(double from, DoublePredicate good, String promise) {
            Pace pace = new Pace();
            pace.begin(0, 0);
            int done = 0;
            double end = ends[ends.length - 1];
            int looks = 0;
            for (int look = 1; look * LOOK_SECONDS < end; look++) {
                double now = look * LOOK_SECONDS;
                for (; ends[done] <= now; done++) {
                    pace.moved(nanos(ends[done]), done + 1.0);
                }
                double said = pace.left(nanos(now), total);
                if (now >= from && !Double.isNaN(said)) {
                    looks++;
                    assertTrue(
                            good.test(said / (end - now)) || Math.abs(said - (end - now)) < 1,
                            promise + ": " + said + " s left said at " + now + " s of " + end + " s");
                }
            }
            assertTrue(
                    looks > 0.5 * (end - from) / LOOK_SECONDS, "said " + looks + " times from " + from + " to " + end);
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static DoublePredicate within(double share) {
        return ratio -> ratio > 1 - share && ratio < 1 + share;
    }

    @Test
    void steadyWork() {
        Work.of(IntStream.rangeClosed(1, 3_000).mapToDouble(i -> i * 0.01)).look(1, within(0.1), "steady");
    }

    @Test
    void longSteps() {
        Work.of(IntStream.rangeClosed(1, 12).mapToDouble(i -> i * 7.0)).look(8, within(0.1), "steps of 7 s");
    }

    @Test
    void lanesSideBySide() {
        for (int lanes : new int[] {1, 2, 3, 8, 64}) {
            for (double spread : new double[] {0, 0.1}) {
                // A lane takes up to a tenth longer than another one.
                DoubleStream ends = IntStream.range(0, lanes)
                        .mapToObj(lane ->
                                IntStream.rangeClosed(1, 10).mapToDouble(i -> i * 5 * (1 + spread * lane / lanes)))
                        .flatMapToDouble(times -> times);
                Work.of(ends).look(6, within(0.4), lanes + " lanes that differ by " + spread);
            }
        }
    }

    @Test
    void lanesOfRandomSteps() {
        RandomGenerator random = new RandomStreams(1).stream("pace");
        for (int lanes : new int[] {2, 8, 64}) {
            double[] at = new double[lanes];
            double[] ends = new double[20 * lanes];
            Arrays.setAll(ends, i -> at[i % lanes] += 2 + 6 * random.nextDouble());
            // The last lanes are longer on their way than many others side by side lead to expect.
            Work.of(Arrays.stream(ends)).look(10, ratio -> ratio < 1.5, lanes + " lanes of random steps");
        }
    }

    @Test
    void preparationsSayNothingOfTheSteps() {
        double[] ends = new double[200];
        Arrays.setAll(ends, i -> 20 + i * 0.2);
        new Work(ends, ends.length).look(26, within(0.1), "after 20 s of preparations");
    }

    @Test
    void workThatGoesSlowerIsSeenToDoSo() {
        double[] ends = new double[1_500];
        Arrays.setAll(ends, i -> i < 1_000 ? (i + 1) * 0.01 : 10 + (i - 999) * 0.1);
        new Work(ends, ends.length).look(17, within(0.15), "slower since 10 s");
    }

    @Test
    void workThatGoesFasterIsSeenToDoSo() {
        double[] ends = new double[2_100];
        Arrays.setAll(ends, i -> i < 100 ? (i + 1) * 0.1 : 10 + (i - 99) * 0.01);
        new Work(ends, ends.length).look(16, within(0.15), "faster since 10 s");
    }

    @Test
    void nothingIsSaidOnceItShouldHaveEnded() {
        Pace pace = new Pace();
        pace.begin(0, 0);
        for (int i = 1; i <= 9; i++) {
            pace.moved(nanos(i), i);
        }
        assertEquals(1, pace.left(nanos(9.5), 10), 0.6);
        // The rate falls while nothing comes, so the time left grows rather than be nothing, and is never below it.
        for (double now = 9.5; now < 100; now += LOOK_SECONDS) {
            double left = pace.left(nanos(now), 10);
            assertTrue(Double.isNaN(left) || left > 0 && left < 2, left + " s left at " + now + " s");
        }
    }

    @Test
    void whatWasDoneBeforeSaysNothingOfHowFastItGoes() {
        Pace pace = new Pace();
        pace.begin(0, 0);
        pace.moved(nanos(0.1), 60_000);
        pace.begin(nanos(0.2), 60_000);
        assertTrue(Double.isNaN(pace.left(nanos(0.3), 100_000)));
        for (int i = 1; i <= 100; i++) {
            pace.moved(nanos(0.2 + i * 0.1), 60_000 + i * 100);
        }
        assertEquals(1_000, pace.rate(nanos(10.2)), 50);
        assertEquals(30, pace.left(nanos(10.2), 100_000), 2);
    }
}
