// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.baselines.Peaks;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GIDN with a Gaussian process, which knows where it knows little, finds optima with few evaluations. */
class GaussianProcessDesigningTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheLowestOfThePeaksWithSixtyEvaluations(long seed) {
        Peaks peaks = new Peaks();
        // The global minimum is −6.5511.
        assertTrue(best(peaks, peaks.space(), 60, 1, seed) < -6.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheToughestOfSeventyCompositesWithThirtyEvaluations(long seed) {
        CrackToughness composite = composite(4);
        DesignSpace space = composite.space().withZeroFraction(0.5);
        long[] all = IntStream.range(0, 256)
                .filter(bits -> Integer.bitCount(bits) == 4)
                .asLongStream()
                .toArray();
        double[] values = composite
                .evaluate(DesignBatch.ofBits(8, all), Cancellation.NONE)
                .values(0);
        double toughest = Arrays.stream(values).max().orElseThrow();
        assertEquals(toughest, best(composite, space, 30, 0.5, seed), 1e-9 * toughest);
    }

    @Test
    void findsTheToughestOfTenMillionCompositesWith150Evaluations() {
        CrackToughness composite = composite(8);
        DesignSpace space = composite.space().withZeroFraction(0.25);
        // The proven optimum.
        assertEquals(69.416, best(composite, space, 150, 2, 1), 1e-3);
    }

    private static CrackToughness composite(int size) {
        return new CrackToughness(
                CrackedPlate.square(size, 0.25).withSymmetry(true), new TwoPhaseMaterial(10, 1 / 3.0));
    }

    private double best(Evaluator evaluator, DesignSpace space, int budget, double spreadWeight, long seed) {
        MemoryRun run = new MemoryRun(evaluator, space, seed, 2, folder).withBudget(budget);
        FrugalSettings settings = new FrugalSettings(
                10,
                new RandomSampler(true),
                process(),
                1000,
                3,
                0.02,
                Acquisition.Kind.UPPER_BOUND,
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
                100,
                false,
                FrugalSettings.KnownPart.ALWAYS);
        FrugalGidn method = new FrugalGidn(settings);
        method.check(run.problem());
        method.optimise(run);
        return run.best().value();
    }

    private static Predictor process() {
        return new GaussianProcess(
                new GaussianProcessSettings("one", "multiplied", 0.5, 0.5, 1, 0.01, 1, 30, 200, 4000, "standard"));
    }
}
