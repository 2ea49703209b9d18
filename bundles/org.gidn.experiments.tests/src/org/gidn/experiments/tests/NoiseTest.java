// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements with noise: of each design the mean and the spread are kept, the same for the same seed. */
class NoiseTest {
    @TempDir
    private Path folder;

    private final Dice dice = new Dice();

    /** The number that a design's bits spell, with normal noise; 0 fails at times. */
    private static final class Dice implements NoisyEvaluator, GradientEvaluator {
        private final AtomicInteger measured = new AtomicInteger();

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("cost", "€"), new Output("number", "N", Goal.MAXIMISE));
        }

        @Override
        public Evaluations measure(DesignBatch designs, Noise noise, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 2);
            for (int i = 0; i < designs.size(); i++) {
                measured.incrementAndGet();
                double shake = noise.of(i).nextGaussian();
                results.set(i, 0, 7);
                results.set(i, 1, designs.word(i, 0) + shake);
                if (designs.word(i, 0) == 0 && shake > 0) {
                    results.fail(i, "It fell from the table.");
                }
            }
            return results;
        }

        @Override
        public double gradient(double[] inputs, double[] gradient) {
            throw new UnsupportedOperationException("nobody may ask");
        }
    }

    private static void walk(RunContext run, long from, long to) {
        run.evaluate(Candidates.of(Bench.designs(LongStream.range(from, to).toArray()), "walk", 0));
    }

    private Project project(String name) {
        return Bench.project(folder.resolve(name));
    }

    private static double[] column(Project project, int run, int output) {
        RunResults results = project.results(run);
        return results.values(results.sets(), output);
    }

    @Test
    void meanAndSpreadAreKeptUnderTheirNames() {
        Project project = project("one");
        Bench bench = new Bench(run -> walk(run, 1, 101)).evaluatedBy(dice);
        RunRecord run = bench.run(project, "replicates=4");
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertEquals(
                List.of("number", "cost", "cost spread", "number spread"),
                run.outputs().stream().map(Output::name).toList());
        assertEquals("N", run.outputs().get(3).unit());
        assertEquals(100, run.evaluations());
        assertEquals(400, dice.measured.get());
        double[] means = column(project, 1, 0);
        double[] spreads = column(project, 1, 3);
        double[] apart = new double[100];
        for (int i = 0; i < 100; i++) {
            apart[i] = means[i] - (i + 1);
            assertEquals(7, column(project, 1, 1)[i]);
            assertEquals(0, column(project, 1, 2)[i]);
        }
        // The mean of four has half the spread of one; that of 100 such means is known to 10 %.
        assertEquals(0.5, Statistics.standardDeviation(apart), 0.12);
        assertEquals(1, Math.sqrt(Statistics.mean(squares(spreads))), 0.12);
    }

    private static double[] squares(double[] numbers) {
        double[] squares = numbers.clone();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= numbers[i];
        }
        return squares;
    }

    @Test
    void theSameSeedGivesTheSameNumbersOnAnyThreadsInAnyOrderAndAfterAResume() {
        Project one = project("one");
        new Bench(run -> walk(run, 0, 200)).evaluatedBy(dice).on(1).run(one, "replicates=3");
        Project three = project("three");
        new Bench(run -> {
                    walk(run, 150, 200);
                    walk(run, 0, 200);
                })
                .evaluatedBy(dice)
                .on(3)
                .run(three, "replicates=3");
        double[] whole = column(one, 1, 0);
        double[] other = column(three, 1, 0);
        for (int i = 0; i < 200; i++) {
            assertEquals(whole[(i + 150) % 200], other[i]);
        }
        Project resumed = project("resumed");
        boolean[] first = {true};
        Bench bench = new Bench(run -> {
                    walk(run, 0, 90);
                    if (first[0]) {
                        first[0] = false;
                        throw new IllegalStateException("halt");
                    }
                    walk(run, 0, 200);
                })
                .evaluatedBy(dice);
        assertEquals(RunState.FAILED, bench.run(resumed, "replicates=3").state());
        assertEquals(RunState.DONE, bench.resume(resumed, 1).state());
        assertArrayEquals(whole, column(resumed, 1, 0));
        assertArrayEquals(column(one, 1, 3), column(resumed, 1, 3));
        assertTrue(resumed.check().sound());
    }

    @Test
    void anotherSeedOrNumberOfMeasurementsMeasuresAnew() {
        Project project = project("one");
        Bench bench = new Bench(run -> walk(run, 1, 11)).evaluatedBy(dice);
        bench.run(project, "replicates=2");
        assertEquals(20, dice.measured.get());
        bench.run(project, "replicates=2");
        assertEquals(20, dice.measured.get());
        bench.run(project, "replicates=2", "seed=5");
        assertEquals(40, dice.measured.get());
        bench.run(project, "replicates=3");
        assertEquals(70, dice.measured.get());
        assertArrayEquals(column(project, 1, 0), column(project, 2, 0));
        assertNotEquals(column(project, 1, 0)[0], column(project, 3, 0)[0]);
    }

    @Test
    void aDesignFailsIfOneOfItsMeasurementsDoes() {
        Project project = project("one");
        new Bench(run -> walk(run, 0, 2)).evaluatedBy(dice).run(project, "replicates=20");
        RunResults results = project.results(1);
        assertEquals("It fell from the table.", results.failures(results.sets()).get(0));
        assertTrue(Double.isNaN(column(project, 1, 3)[0]));
    }

    @Test
    void rowsOfADesignThatAreImportedGiveItsMeanAndSpread() {
        Project project = project("one");
        RunRecord run = imported(project, "10000000,3,7", "10000000,5,7", "01000000,4,6", "01000000,4,8");
        RunResults results = project.results(run.number());
        assertEquals(
                List.of("number", "cost", "cost spread", "number spread"),
                run.outputs().stream().map(Output::name).toList());
        double[][] columns = new double[4][];
        for (int output = 0; output < 4; output++) {
            columns[output] = results.values(results.sets(), output);
        }
        assertArrayEquals(new double[] {4, 4}, columns[0]);
        assertArrayEquals(new double[] {7, 7}, columns[1]);
        assertArrayEquals(new double[] {0, Math.sqrt(2)}, columns[2], 1e-12);
        assertArrayEquals(new double[] {Math.sqrt(2), 0}, columns[3], 1e-12);
        String message = assertThrows(InvalidInputException.class, () -> imported(project, "10000000,3,7"))
                .getMessage();
        assertTrue(message.startsWith("Line 2 of measured.csv is the only measurement of its design"), message);
    }

    private RunRecord imported(Project project, String... rows) {
        String table = "design,number,cost\n" + String.join("\n", rows);
        Bench bench = new Bench(run -> {}).evaluatedBy(dice);
        return new Runner(bench.catalogue())
                .keep(
                        project,
                        bench.experiment("replicates=2"),
                        "Measured",
                        DesignTable.parse(table.getBytes(StandardCharsets.UTF_8), "measured.csv"),
                        false);
    }

    @Test
    void nothingIsOfferedThatWouldTellOfOtherValues() {
        Bench bench = new Bench(run -> {
                    assertEquals(Set.of(), run.problem().capabilities());
                    run.gradient(new double[8], new double[8]);
                })
                .evaluatedBy(dice);
        assertEquals(
                "The evaluator 'guest.number' offers no gradients.",
                bench.run(project("one")).failure());
    }

    @Test
    void severalMeasurementsOfWhatHasNoNoiseAreRefused() {
        Bench bench = new Bench(run -> {});
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> bench.run(project("one"), "replicates=2"));
        assertEquals(
                "The evaluator 'guest.number' gives the same values each time, so that there is nothing to be measured"
                        + " several times; leave replicates out.",
                refused.getMessage());
    }
}
