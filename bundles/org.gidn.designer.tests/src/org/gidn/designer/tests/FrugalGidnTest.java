// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Share;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.designer.FrugalGidn;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.MultiPhaseMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frugal way on the paper's composite. */
@Tag("long")
class FrugalGidnTest {
    private static final CrackToughness COMPOSITE =
            new CrackToughness(CrackedPlate.square(8, 0.25).withSymmetry(true), new TwoPhaseMaterial(10, 1 / 3.0));
    private static final DesignSpace SPACE = COMPOSITE.space().withZeroFraction(0.25);
    private static final double OPTIMUM = 69.416;

    @TempDir
    private Path folder;

    private MemoryRun composite(int threads, String name) throws Exception {
        return new MemoryRun(COMPOSITE, SPACE, 1, threads, Files.createDirectories(folder.resolve(name)));
    }

    @Test
    void findsTheProvenOptimumWithFiftyEvaluations() throws Exception {
        MemoryRun run = composite(2, "one").withBudget(50);
        FrugalMethods.optimise(run, 1000, true);
        assertEquals(50, run.outcome().evaluations());
        assertEquals(OPTIMUM, run.best().value(), 1e-3);
        Path kept;
        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            kept = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        Predictor predictor = FrugalMethods.network(5);
        predictor.restore(kept);
        DesignBatch best = DesignText.parse(List.of(run.best().design()), SPACE);
        assertEquals(
                OPTIMUM, predictor.predict(best, run.workers()).mean(0)[0], 0.3 * OPTIMUM, "in the unit of values");
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
        FrugalGidn method = new FrugalGidn(FrugalMethods.settings(FrugalMethods.network(5), 1000, 0.5, true));
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
        FrugalMethods.optimise(run, 4, true);
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
        FrugalMethods.optimise(run, 8, true);
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
        FrugalMethods.optimise(run, 12, true);
        double stiffened = run.metric("effect of 0 becoming 2 per derivative", 12, 0);
        double softened = run.metric("effect of 2 becoming 0 per derivative", 12, 0);
        assertTrue(stiffened < 0.7, "soft becoming stiff: " + stiffened);
        assertTrue(softened > 1, "stiff becoming soft: " + softened);
        assertTrue(run.best().value() > 40, "best " + run.best());
    }

    @Test
    void threadsAndStopsChangeNothing() throws Exception {
        MemoryRun whole = composite(1, "whole");
        FrugalMethods.optimise(whole, 5, true);
        MemoryRun stopped = composite(2, "stopped");
        for (int most : new int[] {3, 11, 16, 17}) {
            MemoryRun life = stopped;
            life.stoppedWhen(spent -> spent >= most);
            assertThrows(CancellationException.class, () -> FrugalMethods.optimise(life, 5, true));
            stopped = stopped.again();
        }
        FrugalMethods.optimise(stopped, 5, true);
        assertEquals(whole.outcome(), stopped.outcome());
    }

    @ParameterizedTest
    @EnumSource(Acquisition.Kind.class)
    void choosesByAnyAcquisition(Acquisition.Kind kind) throws Exception {
        MemoryRun run = composite(2, "one").withBudget(60);
        new FrugalGidn(FrugalMethods.settings(FrugalMethods.network(5), 1000, kind, 0.5, true)).optimise(run);
        assertTrue(run.best().value() > 60, "only " + run.best().value());
    }

    @Test
    void managesWithoutGradients() throws Exception {
        MemoryRun run = composite(2, "one").withBudget(110);
        FrugalMethods.optimise(run, 1000, false);
        assertTrue(run.best().value() > 60, "only " + run.best().value());
    }

    @Test
    void saysWhatDoesNotFit() {
        Problem problem = new Problem(SPACE, COMPOSITE.outputs(), Set.of());
        String spread = assertThrows(InvalidInputException.class, () -> new FrugalGidn(
                                FrugalMethods.settings(FrugalMethods.network(1), 10, 0.3, true))
                        .check(problem))
                .getMessage();
        assertEquals(
                "What designs are chosen by, setting 'acquisition', needs a spread, which the predictor does not have"
                        + " with its settings; use an ensemble of networks, such as org.gidn.predictor.ensemble, or set"
                        + " acquisition to prediction.",
                spread);
        new FrugalGidn(FrugalMethods.settings(FrugalMethods.network(1), 10, 0, true)).check(problem);
        Problem tiny = new Problem(DesignSpace.binary(1, 3), COMPOSITE.outputs(), Set.of());
        String few = assertThrows(InvalidInputException.class, () -> new FrugalGidn(
                                FrugalMethods.settings(FrugalMethods.network(2), 10, 0.3, true))
                        .check(tiny))
                .getMessage();
        assertEquals("Setting 'samples' is 10, but the problem has only 8 designs; set it to 8 or less.", few);
    }
}
