// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.baselines.MovingAsymptotesMethod;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.contract.OptimiserContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.ForceInverter;
import org.gidn.fem.MbbBeam;
import org.gidn.fem.SimpMaterial;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingAsymptotesTest {
    @TempDir
    Path folder;

    private static MovingAsymptotesMethod method(double radius, double sharpness, int steps) {
        return new MovingAsymptotesMethod(1, 0.2, 0.01, steps, true, radius, sharpness, 50);
    }

    private MemoryRun run(Evaluator evaluator, double share) throws Exception {
        DesignSpace space = evaluator.space();
        int[] all = IntStream.range(0, space.variables()).toArray();
        double[] equal = IntStream.of(all).mapToDouble(j -> 1.0 / all.length).toArray();
        Linear volume = new Linear("the mean", all, equal, share, share);
        return new MemoryRun(evaluator, space.withLinear(volume), 1, 1, Files.createTempDirectory(folder, "run"));
    }

    private static double last(MemoryRun run) {
        return run.values().get(run.values().size() - 1)[0];
    }

    private static double[] lastDesign(MemoryRun run) {
        return run.candidates().get(run.candidates().size() - 1).designs().toArray(0);
    }

    @Test
    @DisplayName("The half MBB beam with the density filter: the published 233.71, within 0.1 %, in at most 150 steps")
    void publishedCompliance() throws Exception {
        MemoryRun run = run(new MbbBeam(20, 60, new SimpMaterial(1e9, 0.3, 3), 0), 0.5);
        MovingAsymptotesMethod method = method(2.4, 0, 150);
        method.check(run.problem());
        method.optimise(run);
        assertEquals(233.71, last(run), 0.001 * 233.71);
        assertTrue(run.events().get(0).contains("converged"), run.events().toString());
        assertTrue(run.problem().space().contains(DesignBatch.ofValues(1200, lastDesign(run)), 0));
    }

    @Test
    void aMechanismMovesAgainstTheForceAndIsBlackAndWhiteByTheSmoothStep() throws Exception {
        MemoryRun run = run(new ForceInverter(10, 20, new SimpMaterial(1e9, 0.3, 3), 0, 0.1), 0.3);
        method(1.5, 32, 400).optimise(run);
        assertTrue(last(run) < -0.8, "moves by " + last(run));
        double gray = DoubleStream.of(lastDesign(run))
                .map(x -> 4 * x * (1 - x))
                .average()
                .orElseThrow();
        assertTrue(gray < 0.05, "gray is " + gray);
        assertTrue(run.problem().space().contains(DesignBatch.ofValues(200, lastDesign(run)), 0));
    }

    @ParameterizedTest
    @CsvSource({"0.125, 81.9", "0.25, 201.1", "0.5, 525.0"})
    void compositesAreTougherThanThePapersStepFindsAndTakeFarFewerEvaluations(double soft, double paper)
            throws Exception {
        CrackToughness evaluator = Composite.evaluator(16);
        MemoryRun run = new MemoryRun(evaluator, evaluator.space().withZeroFraction(soft), 1, 1, folder);
        MovingAsymptotesMethod method = new MovingAsymptotesMethod(5, 0.2, 0.01, 300, true, 0, 0, 50);
        method.check(run.problem());
        method.optimise(run);
        assertTrue(run.best().value() > paper, "found " + run.best().value());
        assertTrue(run.evaluations() < 1_000, run.evaluations() + " evaluations");
    }

    @Test
    void pathsFromRandomDensitiesKeepToTheVolumeFromTheirBeginning() throws Exception {
        MemoryRun run = run(new MbbBeam(4, 8, new SimpMaterial(1e9, 0.3, 3), 0), 0.5);
        new MovingAsymptotesMethod(4, 0.2, 0.01, 10, true, 1.5, 4, 5).optimise(run);
        run.candidates()
                .forEach(each -> assertTrue(run.problem().space().contains(each.designs(), 0), each.toString()));
        assertTrue(run.candidates().size() > 30, run.candidates().size() + " designs");
    }

    @Test
    void keepsThePromisesOfEveryMethod() {
        CrackToughness evaluator = Composite.evaluator(8);
        DesignSpace space = evaluator.space().withZeroFraction(0.25);
        Problem problem = new Problem(space, evaluator.outputs(), EnumSet.of(Capability.GRADIENT));
        new OptimiserContract(
                        () -> new MovingAsymptotesMethod(3, 0.2, 0.01, 30, true, 1.2, 8, 10),
                        evaluator,
                        problem,
                        folder)
                .check();
    }

    @Test
    void aResumedPathOfDensitiesEqualsAnUninterruptedOne() throws Exception {
        MbbBeam beam = new MbbBeam(6, 10, new SimpMaterial(1e9, 0.3, 3), 0);
        MovingAsymptotesMethod method = method(1.5, 4, 20);
        MemoryRun whole = run(beam, 0.5);
        method.optimise(whole);
        MemoryRun stopped = run(beam, 0.5).stoppedWhen(spent -> spent >= 7);
        assertThrows(CancellationException.class, () -> method.optimise(stopped));
        MemoryRun again = stopped.again();
        method.optimise(again);
        assertEquals(whole.outcome(), again.outcome());
    }

    @Test
    void refusesWhatItCannotDo() throws Exception {
        MbbBeam beam = new MbbBeam(6, 10, new SimpMaterial(1e9, 0.3, 3), 0);
        refused("needs one linear constraint", method(0, 0, 1), new MemoryRun(beam, beam.space(), 1, 1, folder));
        CrackToughness composite = Composite.evaluator(8);
        refused(
                "needs a fixed number of zeros",
                method(0, 0, 1),
                new MemoryRun(composite, composite.space(), 1, 1, folder));
    }

    private static void refused(String expected, MovingAsymptotesMethod method, MemoryRun run) {
        String message = assertThrows(InvalidInputException.class, () -> method.check(run.problem()))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }
}
