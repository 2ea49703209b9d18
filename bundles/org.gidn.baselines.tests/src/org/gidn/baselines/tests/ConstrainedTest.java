// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gidn.baselines.ExhaustiveSearch;
import org.gidn.baselines.SwapSearch;
import org.gidn.baselines.TopologyOptimisation;
import org.gidn.baselines.internal.AllDesigns;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Connected;
import org.gidn.core.constraint.Connected.Between;
import org.gidn.core.constraint.FeatureSize;
import org.gidn.core.constraint.Perimeter;
import org.gidn.core.constraint.Share;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods for binary designs under all kinds of constraints, against all designs of a small composite. */
class ConstrainedTest {
    private static final CrackToughness EVALUATOR =
            new CrackToughness(new CrackedPlate(4, 4, false, 0.25, 1, 1, 1, 1), new TwoPhaseMaterial(10, 1 / 3.0));
    private static final DesignSpace HALF = EVALUATOR.space().withZeros(8);

    /** A problem under its name. */
    private record Case(String name, DesignSpace space, List<DesignRule> rules, List<Demand> demands) {
        Problem problem() {
            return new Problem(
                    space,
                    EVALUATOR.outputs(),
                    rules,
                    demands,
                    EnumSet.of(Capability.GRADIENT, Capability.SWAPS, Capability.ENUMERATION));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        DesignSpace tied = HALF;
        for (int j = 0; j < 8; j++) {
            tied = tied.withTie(j, 12 - 4 * (j / 4) + j % 4);
        }
        DesignRule connected =
                new Connected("", "1", 4, Between.CELLS).rule(HALF).orElseThrow();
        DesignRule features = new FeatureSize("", "1", 2).rule(HALF).orElseThrow();
        DesignRule perimeter = new Perimeter("", "1", 8).rule(HALF).orElseThrow();
        return Stream.of(
                new Case("range", new Share("", "0", 0.4, 0.5).limit(EVALUATOR.space()), List.of(), List.of()),
                new Case("fixed", HALF.withFixed(0, 1).withFixed(5, 0), List.of(), List.of()),
                new Case("tied", tied, List.of(), List.of()),
                new Case("connected", HALF, List.of(connected), List.of()),
                new Case("features", HALF, List.of(features), List.of()),
                new Case("perimeter", HALF.withFixed(3, 1), List.of(perimeter, connected), List.of()),
                new Case("measured", HALF, List.of(), List.of(new Demand(0, "toughness", 0, 1.5, 10))));
    }

    @TempDir
    private Path folder;

    private MemoryRun run(Case problem, int threads) throws IOException {
        Path own = Files.createTempDirectory(folder, "run");
        return new MemoryRun(EVALUATOR, problem.problem(), 5, threads, own);
    }

    /** The best of all designs that are solutions. */
    private static double best(Problem problem) {
        DesignBatch all = DesignBatch.ofBits(
                16,
                LongStream.range(0, 1 << 16)
                        .filter(bits -> problem.space().contains(DesignBatch.ofBits(16, new long[] {bits}), 0))
                        .toArray());
        Evaluations values = EVALUATOR.evaluate(all, Cancellation.NONE);
        double best = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean solution = problem.objection(all, i, values.measured(i)).isEmpty();
            best = solution ? Math.max(best, values.value(i, 0)) : best;
        }
        return best;
    }

    private static Optional<String> objection(Problem problem, MemoryRun.Stored stored) {
        DesignBatch design = DesignText.parse(List.of(stored.design()), problem.space());
        double[] values = EVALUATOR.evaluate(design, Cancellation.NONE).measured(0);
        return problem.objection(design, 0, values);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exhaustiveSearchKeepsTheBestThatKeepToAllConstraints(Case each) throws IOException {
        MemoryRun run = run(each, 2);
        Optimiser search = new ExhaustiveSearch(5);
        search.check(run.problem());
        search.optimise(run);
        assertEquals(5, run.stored().size());
        assertEquals(best(each.problem()), run.best().value(), 1e-9);
        run.stored().forEach(stored -> assertEquals(Optional.empty(), objection(each.problem(), stored)));
    }

    @Test
    void allDesignsOfSeveralBlocksAreThoseThatCanBeCounted() {
        DesignSpace space = DesignSpace.of(Block.binary("plate", 2, 3), Block.binary("ribs", 1, 4));
        DesignSpace shared = new Share("ribs", "0", 0.5, 0.5).limit(space).withFixed(0, 1);
        List<String> met = new ArrayList<>();
        new AllDesigns(shared).forEach(design -> met.add(Arrays.toString(design)));
        assertEquals(32 * 6, shared.count().intValueExact());
        assertEquals(32 * 6, met.stream().distinct().count());
        assertEquals(32 * 6, met.size());
    }

    @Test
    void exhaustiveSearchCountsWhatItLeavesOut() throws IOException {
        Case none = new Case("none", HALF, List.of(), List.of(new Demand(0, "toughness", 1e6, 1e7, 1)));
        MemoryRun run = run(none, 2);
        new ExhaustiveSearch(5).optimise(run);
        assertEquals(0, run.stored().size());
        assertEquals(12_870, run.metric("designs that miss measured bounds", 0));
        assertEquals(12_870, run.evaluations());
        assertEquals(
                List.of(
                        "Of all 12,870 designs 0 break a rule and 12,870 miss a bound of what is measured; none keeps to all"
                                + " constraints; loosen some."),
                run.events());
    }

    @Test
    void exhaustiveSearchRefusesMoreDesignsThanItCouldEverEvaluate() {
        DesignSpace large = DesignSpace.binary(8, 8).withZeros(32).withFixed(0, 1);
        Problem problem = new Problem(large, EVALUATOR.outputs(), EnumSet.of(Capability.ENUMERATION));
        String message = assertThrows(InvalidInputException.class, () -> new ExhaustiveSearch(5).check(problem))
                .getMessage();
        assertTrue(
                message.startsWith(
                        "Exhaustive search evaluates at most 1,000,000,000 designs one by one, but the problem"
                                + " allows 916,312,070,471,295,267;"),
                message);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void swapSearchKeepsToAllConstraintsAndFindsTheBest(Case each) throws IOException {
        MemoryRun run = run(each, 1);
        Optimiser search = new SwapSearch(8, 3, 2, 2);
        search.check(run.problem());
        search.optimise(run);
        if (each.demands().isEmpty()) {
            run.stored().forEach(stored -> assertEquals(Optional.empty(), objection(each.problem(), stored)));
        }
        double best = run.stored().stream()
                .filter(stored -> objection(each.problem(), stored).isEmpty())
                .mapToDouble(MemoryRun.Stored::value)
                .max()
                .orElse(0);
        // Designs of wide parts lie more than a swap apart.
        double share = each.name().equals("features") ? 0.5 : 1;
        assertTrue(best >= share * best(each.problem()) - 1e-9, "best " + best);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStoppedSwapSearchGoesOnAsIfItHadNotBeen(Case each) throws IOException {
        MemoryRun whole = run(each, 1);
        new SwapSearch(3, 1, 2, 2).optimise(whole);
        MemoryRun run = run(each, 2);
        long half = whole.evaluations() / 2;
        assertThrows(CancellationException.class, () -> new SwapSearch(3, 1, 2, 2)
                .optimise(run.again().stoppedWhen(spent -> spent >= half)));
        MemoryRun last = run.again();
        new SwapSearch(3, 1, 2, 2).optimise(last);
        assertEquals(whole.outcome(), last.outcome());
    }

    @Test
    void topologyOptimisationMendsTheDesignsThatItMakes() throws IOException {
        for (Case each : cases().filter(one -> !one.rules().isEmpty()).toList()) {
            MemoryRun run = run(each, 1);
            Optimiser topology = new TopologyOptimisation(
                    TopologyOptimisation.Gradient.ADJOINT,
                    1e-5,
                    TopologyOptimisation.Constraint.PROJECTION,
                    0.05,
                    20,
                    1);
            topology.check(run.problem());
            topology.optimise(run);
            run.stored().forEach(stored -> assertEquals(Optional.empty(), objection(each.problem(), stored)));
            assertTrue(run.stored().size() > 1, each.name());
        }
    }
}
