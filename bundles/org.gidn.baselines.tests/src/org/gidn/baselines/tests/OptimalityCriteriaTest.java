// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.baselines.OptimalityCriteria;
import org.gidn.baselines.Peaks;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.MbbBeam;
import org.gidn.fem.SimpMaterial;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimalityCriteriaTest {
    /** A statically determinate truss: Σ c / x, the compliance of bars of areas x; the best areas are as √c. */
    private record Truss(double... c) implements GradientEvaluator {
        @Override
        public DesignSpace space() {
            double[] lower = DoubleStream.of(c).map(each -> 0.01).toArray();
            double[] upper = DoubleStream.of(c).map(each -> 10).toArray();
            return DesignSpace.of(Block.continuous("area", lower, upper, "").drawn(1, c.length, DesignLayout.PLAIN));
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("compliance", "", Goal.MINIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations values = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                values.set(i, 0, gradient(designs.toArray(i), new double[c.length]));
            }
            return values;
        }

        @Override
        public double gradient(double[] inputs, double[] gradient) {
            double sum = 0;
            for (int j = 0; j < c.length; j++) {
                sum += c[j] / inputs[j];
                gradient[j] = -c[j] / (inputs[j] * inputs[j]);
            }
            return sum;
        }
    }

    @TempDir
    Path folder;

    private MemoryRun run(Evaluator evaluator, DesignSpace space) throws Exception {
        return new MemoryRun(evaluator, space, 1, 1, Files.createTempDirectory(folder, "run"));
    }

    private static Linear sum(DesignSpace space, double least, double most) {
        int[] all = IntStream.range(0, space.variables()).toArray();
        double[] share = IntStream.of(all).mapToDouble(j -> 1.0 / all.length).toArray();
        return new Linear("the mean", all, share, least, most);
    }

    private static double[] last(MemoryRun run) {
        return run.candidates().get(run.candidates().size() - 1).designs().toArray(0);
    }

    @ParameterizedTest
    @CsvSource({"2.4, 0, 233.71", "0, 2.4, 216.81"})
    @DisplayName(
            "The half MBB beam with the density and with the sensitivity filter: published compliance, within 0.1 %, in at most 150 steps")
    void publishedCompliances(double densityFilter, double sensitivityFilter, double published) throws Exception {
        MbbBeam beam = new MbbBeam(20, 60, new SimpMaterial(1e9, 0.3, 3), densityFilter);
        DesignSpace space = beam.space().withLinear(sum(beam.space(), 0.5, 0.5));
        MemoryRun run = run(beam, space);
        OptimalityCriteria method = new OptimalityCriteria(0.2, 0.01, 150, sensitivityFilter);
        method.check(run.problem());
        method.optimise(run);
        double[] values = run.values().get(run.values().size() - 1);
        assertEquals(published, values[0], 0.001 * published);
        assertTrue(run.events().get(0).contains("converged"), run.events().toString());
        assertTrue(space.contains(DesignBatch.ofValues(1200, last(run)), 0));
    }

    @Test
    void theMethodsOwnDensityFilterComesToTheSameAndItsSmoothStepToBlackAndWhite() throws Exception {
        MbbBeam beam = new MbbBeam(20, 60, new SimpMaterial(1e9, 0.3, 3), 0);
        DesignSpace space = beam.space().withLinear(sum(beam.space(), 0.5, 0.5));
        MemoryRun smooth = run(beam, space);
        new OptimalityCriteria(0.2, 0.01, 150, true, 2.4, 0, 50).optimise(smooth);
        assertEquals(233.71, smooth.values().get(smooth.values().size() - 1)[0], 0.001 * 233.71);
        MemoryRun sharp = run(beam, space);
        new OptimalityCriteria(0.2, 0.01, 200, true, 2.4, 16, 30).optimise(sharp);
        double gray =
                DoubleStream.of(last(sharp)).map(x -> 4 * x * (1 - x)).average().orElseThrow();
        assertTrue(gray < 0.05, "gray is " + gray);
        assertTrue(space.contains(DesignBatch.ofValues(1200, last(sharp)), 0));
    }

    @Test
    void barsGetTheirBestAreasInAFewSteps() throws Exception {
        Truss truss = new Truss(1, 4, 9, 16);
        MemoryRun run = run(truss, truss.space().withLinear(sum(truss.space(), Double.NEGATIVE_INFINITY, 1)));
        new OptimalityCriteria(1, 1e-12, 10, 0).optimise(run);
        double[] areas = last(run);
        for (int j = 0; j < 4; j++) {
            assertEquals(0.4 * (j + 1), areas[j], 1e-12);
        }
        assertEquals(25, run.best().value(), 1e-12);
        // The first step finds them, the second sees that nothing moves.
        assertEquals(2, run.candidates().size() - 1);
    }

    @Test
    void fixedAndTiedBarsStayWhatTheyAre() throws Exception {
        Truss truss = new Truss(1, 4, 9, 16);
        DesignSpace space = truss.space()
                .withLinear(sum(truss.space(), Double.NEGATIVE_INFINITY, 1))
                .withFixed(0, 0.5)
                .withTie(2, 3);
        MemoryRun run = run(truss, space);
        new OptimalityCriteria(1, 1e-12, 10, 0).optimise(run);
        double[] areas = last(run);
        // min 4/x + 25/y with x + 2 y = 3.5: x : y as 2 : √(25/2).
        double y = 3.5 / (2 + 2 / Math.sqrt(12.5));
        assertEquals(0.5, areas[0]);
        assertEquals(3.5 - 2 * y, areas[1], 1e-12);
        assertEquals(y, areas[2], 1e-12);
        assertEquals(areas[2], areas[3]);
    }

    @Test
    void movesAreLimited() throws Exception {
        Truss truss = new Truss(1, 4, 9, 16);
        MemoryRun run = run(truss, truss.space().withLinear(sum(truss.space(), Double.NEGATIVE_INFINITY, 1)));
        new OptimalityCriteria(0.01, 0, 3, 0).optimise(run);
        assertEquals(4, run.candidates().size());
        for (int step = 0; step < 3; step++) {
            assertTrue(run.metric("change", step) <= 0.01 + 1e-15);
        }
    }

    @Test
    void aResumedRunEqualsAnUninterruptedOneAndABudgetEndsIt() throws Exception {
        MbbBeam beam = new MbbBeam(6, 10, new SimpMaterial(1e9, 0.3, 3), 1.5);
        DesignSpace space = beam.space().withLinear(sum(beam.space(), 0.5, 0.5));
        OptimalityCriteria method = new OptimalityCriteria(0.2, 0.01, 20, 0);
        MemoryRun whole = run(beam, space);
        method.optimise(whole);
        MemoryRun stopped = run(beam, space).stoppedWhen(spent -> spent >= 7);
        assertThrows(CancellationException.class, () -> method.optimise(stopped));
        MemoryRun again = stopped.again();
        method.optimise(again);
        assertEquals(whole.outcome(), again.outcome());
        MemoryRun small = run(beam, space).withBudget(5);
        assertThrows(BudgetSpentException.class, () -> method.optimise(small));
        assertEquals(5, small.evaluations());
    }

    @Test
    void refusesWhatItCannotDo() throws Exception {
        Truss truss = new Truss(1, 4);
        OptimalityCriteria method = new OptimalityCriteria(0.2, 0.01, 20, 0);
        refused("one linear constraint", method, run(truss, truss.space()));
        refused(
                "one linear constraint",
                method,
                run(truss, truss.space().withLinear(sum(truss.space(), 1, Double.POSITIVE_INFINITY))));
        Linear part = new Linear("a", new int[] {0}, new double[] {1}, 0, 1);
        refused("all variables", method, run(truss, truss.space().withLinear(part)));
        Peaks peaks = new Peaks();
        refused("may be -3", method, run(peaks, peaks.space().withLinear(sum(peaks.space(), -1, 1))));
        DesignSpace list = DesignSpace.continuous(new double[2], new double[] {1, 1});
        refused("one picture", new OptimalityCriteria(0.2, 0.01, 20, 2), run(truss, list.withLinear(sum(list, 0, 1))));
    }

    @Test
    void refusesRulesThatItCannotKeepTo() {
        Truss truss = new Truss(1, 4);
        DesignSpace space = truss.space().withLinear(sum(truss.space(), 0, 1));
        DesignRule rule = new DesignRule() {
            @Override
            public String demand() {
                return "be beautiful";
            }

            @Override
            public double violation(double[] design) {
                return 1;
            }
        };
        Problem problem =
                new Problem(space, truss.outputs(), List.of(rule), List.of(), EnumSet.of(Capability.GRADIENT));
        refused(
                "designs must be beautiful; leave that constraint out",
                new OptimalityCriteria(0.2, 0.01, 20, 0),
                problem);
        Demand demand = new Demand(0, "compliance", 0, 1, 10);
        refused(
                "bounds the measured compliance",
                new OptimalityCriteria(0.2, 0.01, 20, 0),
                new Problem(space, truss.outputs(), List.of(), List.of(demand), EnumSet.of(Capability.GRADIENT)));
    }

    private static void refused(String expected, OptimalityCriteria method, MemoryRun run) {
        refused(expected, method, run.problem());
    }

    private static void refused(String expected, OptimalityCriteria method, Problem problem) {
        String message = assertThrows(InvalidInputException.class, () -> method.check(problem))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }
}
