// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Share;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.testing.MixedTarget;
import org.gidn.core.work.Cancellation;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.MultiPhaseMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frugal way on the paper's composite and on small problems. */
@Tag("long")
class FrugalGidnTest {
    private static final CrackToughness COMPOSITE =
            new CrackToughness(CrackedPlate.square(8, 0.25).withSymmetry(true), new TwoPhaseMaterial(10, 1 / 3.0));
    private static final DesignSpace SPACE = COMPOSITE.space().withZeroFraction(0.25);
    private static final double OPTIMUM = 69.416;

    @TempDir
    private Path folder;

    private static Predictor network(int members) {
        return network(members, "plusMinusOne");
    }

    private static Predictor network(int members, String coding) {
        return new MlpPredictor(new MlpSettings(
                2, 64, 0, 0.002, "cosine", 0.02, 128, 1, 0, "standard", coding, members, "tiled", "relu", 150, 2, 0));
    }

    private static FrugalSettings settings(
            Predictor predictor, int iterations, double spreadWeight, boolean gradients) {
        return settings(predictor, iterations, Acquisition.Kind.UPPER_BOUND, spreadWeight, gradients);
    }

    private static FrugalSettings settings(
            Predictor predictor, int iterations, Acquisition.Kind acquisition, double spreadWeight, boolean gradients) {
        return settings(predictor, iterations, acquisition, spreadWeight, 100, gradients);
    }

    private static FrugalSettings settings(
            Predictor predictor,
            int iterations,
            Acquisition.Kind acquisition,
            double spreadWeight,
            int stall,
            boolean gradients) {
        return new FrugalSettings(
                10,
                new RandomSampler(true),
                predictor,
                iterations,
                3,
                0.02,
                acquisition,
                spreadWeight,
                0.1,
                200,
                0.25,
                1,
                30,
                0.1,
                6,
                300,
                50,
                0.15,
                stall,
                gradients);
    }

    private static void optimise(MemoryRun run, int iterations, boolean gradients) {
        new FrugalGidn(settings(network(5), iterations, 0.3, gradients)).optimise(run);
    }

    private MemoryRun composite(int threads, String name) throws Exception {
        return new MemoryRun(COMPOSITE, SPACE, 1, threads, Files.createDirectories(folder.resolve(name)));
    }

    @Test
    void designsGridsOfPhasesWithLabelsAndNumbersUnderRules() throws Exception {
        MemoryRun run = MixedTarget.run(1, 2, Files.createDirectories(folder.resolve("mixed")))
                .withBudget(300);
        FrugalGidn method = new FrugalGidn(settings(network(5), 1000, 0.3, false));
        method.check(run.problem());
        method.optimise(run);
        assertEquals(300, run.outcome().evaluations());
        for (MemoryRun.Stored stored : run.stored()) {
            DesignBatch design = DesignText.parse(List.of(stored.design()), MixedTarget.SPACE);
            assertEquals("", MixedTarget.SPACE.objection(design, 0).orElse(""));
            assertEquals(0, MixedTarget.CONNECTED.violation(design.toArray(0)), stored.design());
        }
        assertTrue(run.best().value() >= 19.5, "best " + run.best());
        MemoryRun other = MixedTarget.run(1, 1, Files.createDirectories(folder.resolve("other")))
                .withBudget(300);
        MemoryRun stopped = other.again().withBudget(300).stoppedWhen(spent -> spent >= 150);
        assertThrows(CancellationException.class, () -> new FrugalGidn(settings(network(5), 1000, 0.3, false))
                .optimise(stopped));
        MemoryRun resumed = other.again().withBudget(300);
        new FrugalGidn(settings(network(5), 1000, 0.3, false)).optimise(resumed);
        assertEquals(run.best(), resumed.best());
    }

    @Test
    void findsTheProvenOptimumWithFiftyEvaluations() throws Exception {
        MemoryRun run = composite(2, "one").withBudget(50);
        optimise(run, 1000, true);
        assertEquals(50, run.outcome().evaluations());
        assertEquals(OPTIMUM, run.best().value(), 1e-3);
        assertTrue(Files.list(folder.resolve("one"))
                .anyMatch(file -> file.toString().endsWith(".zip")));
    }

    /** Toughness against stiffness of the composite with an eighth of soft elements; of all designs' front the hypervolume is known. */
    @Test
    void findsCompromisesBetweenObjectivesWithSixtyEvaluations() throws Exception {
        CrackToughness evaluator =
                new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0), true);
        List<Output> outputs = new ArrayList<>(evaluator.outputs());
        outputs.set(1, outputs.get(1).with(Goal.MAXIMISE));
        Problem problem =
                new Problem(evaluator.space().withZeroFraction(0.125), outputs, EnumSet.of(Capability.GRADIENT));
        MemoryRun run = new MemoryRun(evaluator, problem, 1, 2, Files.createDirectories(folder.resolve("front")))
                .withBudget(60);
        FrugalGidn method = new FrugalGidn(settings(network(5), 1000, 0.5, true));
        method.check(problem);
        method.optimise(run);
        assertEquals(60, run.outcome().evaluations());
        double found = Hypervolume.of(
                new double[][] {run.measured(0), run.measured(1)},
                List.of(Goal.MAXIMISE, Goal.MAXIMISE),
                new double[] {1, 0.7});
        assertTrue(found > 0.9 * 2.54198, "found " + found);
    }

    @Test
    void everyIterationEvaluatesAFewNewDesignsThatDiffer() throws Exception {
        MemoryRun run = composite(2, "one");
        optimise(run, 4, true);
        List<Candidates> batches = run.candidates();
        assertEquals(5, batches.size());
        Set<String> seen = new HashSet<>();
        for (Candidates batch : batches) {
            boolean samples = batch.iteration() == 0;
            assertEquals(samples ? Candidates.SAMPLE : Candidates.INVERSE, batch.source());
            assertEquals(samples ? 10 : 3, batch.designs().size());
            for (int i = 0; i < batch.designs().size(); i++) {
                long design = batch.designs().word(i, 0);
                assertTrue(seen.add(Long.toString(design)), "evaluated twice");
                assertEquals(24, Long.bitCount(design));
                for (int j = 0; j < i && !samples; j++) {
                    assertTrue(Long.bitCount(design ^ batch.designs().word(j, 0)) >= 4);
                }
            }
        }
    }

    /** A soft element's derivative promises too much, a stiff one's too little. */
    @Test
    void learnsHowFarDerivativesReach() throws Exception {
        MemoryRun run = composite(2, "one");
        optimise(run, 8, true);
        double stiffened = run.metric("effect of 0 becoming 1 per derivative", 8, 0);
        double softened = run.metric("effect of 1 becoming 0 per derivative", 8, 0);
        assertTrue(stiffened > 0.05 && stiffened < 0.5, "0 becoming 1: " + stiffened);
        assertTrue(softened > 1, "1 becoming 0: " + softened);
    }

    @Test
    void learnsHowFarDerivativesReachBetweenThreePhases() throws Exception {
        CrackToughness composite = new CrackToughness(
                CrackedPlate.square(8, 0.25).withSymmetry(true),
                new MultiPhaseMaterial(List.of("soft", "middle", "stiff"), new double[] {1, 3, 10}, 1 / 3.0));
        String phases = composite.space().blocks().get(0).name();
        DesignSpace space = new Share(phases, "middle", 0.25, 0.25)
                .limit(new Share(phases, "soft", 0.25, 0.25).limit(composite.space()));
        MemoryRun run = new MemoryRun(composite, space, 1, 2, folder);
        optimise(run, 12, true);
        double stiffened = run.metric("effect of 0 becoming 2 per derivative", 12, 0);
        double softened = run.metric("effect of 2 becoming 0 per derivative", 12, 0);
        assertTrue(stiffened < 0.7, "soft becoming stiff: " + stiffened);
        assertTrue(softened > 1, "stiff becoming soft: " + softened);
        assertTrue(run.best().value() > 40, "best " + run.best());
    }

    @Test
    void threadsAndStopsChangeNothing() throws Exception {
        MemoryRun whole = composite(1, "whole");
        optimise(whole, 5, true);
        MemoryRun stopped = composite(2, "stopped");
        for (int most : new int[] {3, 11, 16, 17}) {
            MemoryRun life = stopped;
            life.stoppedWhen(spent -> spent >= most);
            assertThrows(CancellationException.class, () -> optimise(life, 5, true));
            stopped = stopped.again();
        }
        optimise(stopped, 5, true);
        assertEquals(whole.outcome(), stopped.outcome());
    }

    /**
     * A beginning of which the best design is its n-th ends after half as many evaluations more, but at least six, at the end of
     * an iteration; after every second one all designs are gone on from.
     */
    @Test
    void beginsAnewWhereNothingBetterIsFound() throws Exception {
        MemoryRun whole = composite(1, "whole");
        stalling().optimise(whole);
        Map<String, Double> values = new HashMap<>();
        whole.stored().forEach(stored -> values.put(stored.design(), stored.value()));
        List<Integer> needed = new ArrayList<>();
        List<Integer> spent = new ArrayList<>();
        double best = 0;
        for (Candidates batch : whole.candidates()) {
            if (batch.source().equals(Candidates.SAMPLE)) {
                assertEquals(10, batch.designs().size());
                needed.add(0);
                spent.add(0);
                best = 0;
            }
            int latest = spent.size() - 1;
            for (int i = 0; i < batch.designs().size(); i++) {
                spent.set(latest, spent.get(latest) + 1);
                double value = values.get(DesignText.format(SPACE, batch.designs(), i));
                if (value > best) {
                    best = value;
                    needed.set(latest, spent.get(latest));
                }
            }
        }
        assertTrue(spent.size() > 2, spent.toString());
        int first = needed.get(0);
        int least = first + Math.max(6, (first + 1) / 2);
        assertTrue(spent.get(0) >= least && spent.get(0) < least + 3, spent + " evaluations, best after " + needed);
        int second = needed.get(1) + Math.max(6, (needed.get(1) + 1) / 2);
        assertTrue(spent.get(1) >= second + 6, spent + " evaluations, best after " + needed);
        MemoryRun stopped = composite(2, "stopped");
        for (int most : new int[] {spent.get(0) - 1, spent.get(0) + 4, spent.get(0) + second + 2}) {
            MemoryRun life = stopped;
            life.stoppedWhen(spentNow -> spentNow >= most);
            assertThrows(CancellationException.class, () -> stalling().optimise(life));
            stopped = stopped.again();
        }
        stalling().optimise(stopped);
        assertEquals(whole.outcome(), stopped.outcome());
    }

    private static FrugalGidn stalling() {
        return new FrugalGidn(settings(network(3), 45, Acquisition.Kind.EXPECTED_IMPROVEMENT, 0.5, 6, true));
    }

    @ParameterizedTest
    @EnumSource(Acquisition.Kind.class)
    void choosesByAnyAcquisition(Acquisition.Kind kind) throws Exception {
        MemoryRun run = composite(2, "one").withBudget(60);
        new FrugalGidn(settings(network(5), 1000, kind, 0.5, true)).optimise(run);
        assertTrue(run.best().value() > 60, "only " + run.best().value());
    }

    @Test
    void managesWithoutGradients() throws Exception {
        MemoryRun run = composite(2, "one").withBudget(150);
        optimise(run, 1000, false);
        assertTrue(run.best().value() > 60, "only " + run.best().value());
    }

    @Test
    void asksForGradientsOnlyWhereThereAreAny() {
        MemoryRun run =
                new MemoryRun(new Counting(Goal.MAXIMISE, FrugalGidnTest::sum), DesignSpace.binary(4, 5), 1, 1, folder);
        optimise(run, 12, true);
        assertEquals(20, run.best().value());
    }

    @Test
    @Timeout(60)
    void endsWhereAllIsKnown() {
        DesignSpace small = DesignSpace.binary(2, 3).withZeros(3);
        MemoryRun run = new MemoryRun(
                new Counting(DesignSpace.binary(2, 3), Goal.MINIMISE, design -> design[0] + 2 * design[1] + 1),
                small,
                1,
                1,
                folder);
        optimise(run, 1000, true);
        assertEquals(20, run.outcome().evaluations());
        assertEquals(1, run.best().value());
        assertEquals("all that it can find from the designs known is evaluated", run.done());
    }

    @Test
    void designsThatFailAreLeftAloneAndNotAskedAgain() {
        MemoryRun run = new MemoryRun(
                new Counting(Goal.MAXIMISE, design -> design[0] == 1 ? Double.NaN : sum(design)),
                DesignSpace.binary(4, 5),
                1,
                1,
                folder);
        optimise(run, 15, true);
        assertEquals(19, run.best().value());
        assertEquals(10 + 15 * 3, run.outcome().evaluations());
    }

    /** The best of all that may be packed is known by trying all. */
    @Test
    void keepsMeasuredBoundsWithoutTuningPenalties() throws Exception {
        int[] worths = {12, 7, 11, 8, 9, 6, 7, 3, 10, 5, 13, 4, 8, 6, 9, 2, 7, 5, 11, 6};
        int[] loads = {6, 5, 9, 4, 8, 3, 6, 2, 7, 4, 12, 3, 5, 5, 6, 2, 4, 5, 8, 3};
        Evaluator knapsack = new Evaluator() {
            @Override
            public DesignSpace space() {
                return DesignSpace.binary(4, 5);
            }

            @Override
            public List<Output> outputs() {
                return List.of(new Output("worth", "", Goal.MAXIMISE), new Output("load", "kg"));
            }

            @Override
            public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
                Evaluations results = new Evaluations(designs.size(), 2);
                for (int i = 0; i < designs.size(); i++) {
                    results.set(i, 0, sum(designs.toArray(i), worths));
                    results.set(i, 1, sum(designs.toArray(i), loads));
                }
                return results;
            }
        };
        double best = 0;
        for (int bits = 0; bits < 1 << 20; bits++) {
            double[] design = new double[20];
            for (int j = 0; j < 20; j++) {
                design[j] = bits >> j & 1;
            }
            best = sum(design, loads) <= 40 ? Math.max(best, sum(design, worths)) : best;
        }
        for (double penalty : new double[] {1e-6, 1e6}) {
            Demand bound = new Demand(1, "load", Double.NEGATIVE_INFINITY, 40, penalty);
            Problem problem = new Problem(knapsack.space(), knapsack.outputs(), List.of(), List.of(bound), Set.of());
            MemoryRun run = new MemoryRun(
                            knapsack, problem, 1, 2, Files.createDirectories(folder.resolve("penalty " + penalty)))
                    .withBudget(100);
            optimise(run, 1000, true);
            assertTrue(run.best().value() >= 0.97 * best, run.best().value() + " of " + best);
        }
    }

    private static double sum(double[] design, int[] weights) {
        double sum = 0;
        for (int j = 0; j < design.length; j++) {
            sum += weights[j] * design[j];
        }
        return sum;
    }

    /** The cheapest of n plates of a length, together at least 50 m², at 3 a plate and 1 a metre: 4 of 12.5 m, for 24.5. */
    @Test
    void closesInOnNumbersBesideWholeNumbersUnderABound() throws Exception {
        DesignSpace space = DesignSpace.of(
                Block.integers("plates", new double[] {1}, new double[] {20}, ""),
                Block.continuous("length", new double[] {0}, new double[] {100}, "m"));
        Evaluator plates = new Evaluator() {
            @Override
            public DesignSpace space() {
                return space;
            }

            @Override
            public List<Output> outputs() {
                return List.of(new Output("cost", "", Goal.MINIMISE), new Output("area", "m²"));
            }

            @Override
            public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
                Evaluations results = new Evaluations(designs.size(), 2);
                for (int i = 0; i < designs.size(); i++) {
                    results.set(i, 0, 3 * designs.value(i, 0) + designs.value(i, 1));
                    results.set(i, 1, designs.value(i, 0) * designs.value(i, 1));
                }
                return results;
            }
        };
        Demand bound = new Demand(1, "area", 50, Double.POSITIVE_INFINITY, 10);
        Problem problem = new Problem(space, plates.outputs(), List.of(), List.of(bound), Set.of());
        MemoryRun run = new MemoryRun(plates, problem, 1, 2, folder).withBudget(100);
        new FrugalGidn(settings(network(5), 1000, Acquisition.Kind.EXPECTED_IMPROVEMENT, 0, true)).optimise(run);
        assertEquals(24.5, run.best().value(), 0.25);
    }

    /** Where all values are alike there is nothing to learn yet. */
    @Test
    void searchesAtRandomUntilValuesDiffer() {
        MemoryRun run = new MemoryRun(new Counting(Goal.MAXIMISE, design -> 7), DesignSpace.binary(4, 5), 1, 1, folder);
        optimise(run, 3, true);
        assertTrue(run.candidates().stream().allMatch(batch -> batch.source().equals(Candidates.SAMPLE)));
        assertEquals(19, run.outcome().evaluations());
    }

    @Test
    void takesVolumesOfNoFixedSizeAndContinuousVariables() {
        DesignSpace square = DesignSpace.continuous(new double[] {-2, -2}, new double[] {4, 4});
        Evaluator bowl = new Counting(square, Goal.MINIMISE, x -> Math.pow(x[0] - 1, 2) + Math.pow(x[1] - 3, 2) - 5);
        MemoryRun run = new MemoryRun(bowl, square, 1, 1, folder);
        new FrugalGidn(settings(network(5, "standard"), 30, 0.3, true)).optimise(run);
        assertEquals(-5, run.best().value(), 0.1);
    }

    @Test
    void saysWhatDoesNotFit() {
        Problem problem = new Problem(SPACE, COMPOSITE.outputs(), Set.of());
        String spread = assertThrows(
                        InvalidInputException.class,
                        () -> new FrugalGidn(settings(network(1), 10, 0.3, true)).check(problem))
                .getMessage();
        assertEquals(
                "What designs are chosen by, setting 'acquisition', needs a spread, which the predictor does not have"
                        + " with its settings; use an ensemble of networks, such as org.gidn.predictor.ensemble, or set"
                        + " acquisition to prediction.",
                spread);
        new FrugalGidn(settings(network(1), 10, 0, true)).check(problem);
        Problem tiny = new Problem(DesignSpace.binary(1, 3), COMPOSITE.outputs(), Set.of());
        String few = assertThrows(InvalidInputException.class, () -> new FrugalGidn(settings(network(2), 10, 0.3, true))
                        .check(tiny))
                .getMessage();
        assertEquals("Setting 'samples' is 10, but the problem has only 8 designs; try exhaustive search.", few);
    }

    private static double sum(double[] design) {
        double sum = 0;
        for (double value : design) {
            sum += value;
        }
        return sum;
    }

    /** A function of a design without gradients; NaN fails. */
    private record Counting(DesignSpace space, Goal goal, ToDoubleFunction<double[]> function) implements Evaluator {
        Counting(Goal goal, ToDoubleFunction<double[]> function) {
            this(DesignSpace.binary(4, 5), goal, function);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("value", "", goal));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                double value = function.applyAsDouble(designs.toArray(i));
                if (Double.isNaN(value)) {
                    results.fail(i, "It fails.");
                } else {
                    results.set(i, 0, value);
                }
            }
            return results;
        }
    }
}
