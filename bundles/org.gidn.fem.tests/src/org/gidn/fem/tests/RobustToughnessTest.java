// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.RobustToughness;
import org.gidn.fem.RobustToughness.Over;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RobustToughnessTest {
    private static final CrackToughness NOMINAL = plate(6, 2, 10);

    private static CrackToughness plate(int size, int crackRows, double ratio) {
        return new CrackToughness(
                CrackedPlate.square(size, crackRows / (double) size), new TwoPhaseMaterial(ratio, 1 / 3.0));
    }

    private static RobustToughness robust(boolean misprints, Over over) {
        return new RobustToughness(
                NOMINAL, List.of(plate(6, 1, 10), plate(6, 3, 10), plate(6, 2, 12.5)), misprints, over);
    }

    private static double[] design(long seed) {
        return new SplittableRandom(seed).ints(18, 0, 2).asDoubleStream().toArray();
    }

    private static double[] values(Evaluator evaluator, double[] design) {
        return evaluator
                .evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                .measured(0);
    }

    /** Energy at failure by the plain solver, over that of the stiff plate with the nominal crack. */
    private static double plain(int crackRows, double ratio, double[] design) {
        double[] stiff = new double[18];
        Arrays.fill(stiff, 1);
        PlateSolver asDesigned =
                new PlateSolver(CrackedPlate.square(6, 2 / 6.0).mesh(), new TwoPhaseMaterial(10, 1 / 3.0));
        PlateSolver other =
                new PlateSolver(CrackedPlate.square(6, crackRows / 6.0).mesh(), new TwoPhaseMaterial(ratio, 1 / 3.0));
        return other.solve(design).energyAtFailure() / asDesigned.solve(stiff).energyAtFailure();
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreWorstMeanAndNominalOfAllScenarios(Over over) {
        double[] design = design(3);
        double[] scenarios = {plain(2, 10, design), plain(1, 10, design), plain(3, 10, design), plain(2, 12.5, design)};
        double worst = Arrays.stream(scenarios).min().orElseThrow();
        double mean = Arrays.stream(scenarios).average().orElseThrow();
        double[] values = values(robust(false, over), design);
        assertEquals(over == Over.WORST ? worst : mean, values[0], 1e-9 * mean);
        assertEquals(over == Over.WORST ? mean : worst, values[1], 1e-9 * mean);
        assertEquals(scenarios[0], values[2], 1e-9 * mean);
    }

    @Test
    void everyElementIsMisprintedOnce() {
        double[] design = design(4);
        double worst = values(NOMINAL, design)[0];
        for (int j = 0; j < design.length; j++) {
            double[] other = design.clone();
            other[j] = 1 - other[j];
            worst = Math.min(worst, values(NOMINAL, other)[0]);
        }
        assertEquals(
                worst, values(new RobustToughness(NOMINAL, List.of(), true, Over.WORST), design)[0], 1e-12 * worst);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAgreeWithCentralDifferences(Over over) {
        RobustToughness robust = robust(true, over);
        double[] x = new SplittableRandom(2).doubles(18, 0.1, 0.9).toArray();
        double[] gradient = new double[18];
        double value = robust.gradient(x, gradient);
        assertEquals(values(robust, x)[0], value, 1e-9 * value);
        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < x.length; j++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[j] += 1e-5;
            below[j] -= 1e-5;
            double difference = (values(robust, above)[0] - values(robust, below)[0]) / 2e-5;
            assertEquals(difference, gradient[j], 1e-5 * greatest);
        }
    }

    @Test
    void keepsWhatEvaluatorsPromise() {
        new EvaluatorContract(() -> robust(true, Over.WORST)).check();
        new EvaluatorContract(() -> robust(false, Over.MEAN)).check();
    }

    @Test
    void oneBadDesignLosesNoOtherAndOtherDesignsAreRefused() {
        double[] designs = new double[36];
        Arrays.fill(designs, 1);
        designs[2] = 1.5;
        Evaluations results = robust(false, Over.WORST).evaluate(DesignBatch.ofValues(18, designs), Cancellation.NONE);
        assertEquals("Variable 2 of the design is 1.5, but must lie in 0 … 1.", results.failure(0));
        // Of plates of the stiff phase the one with the longest crack is the weakest of these.
        assertEquals(values(robust(false, Over.WORST), Arrays.copyOfRange(designs, 18, 36))[0], results.value(1, 0));
        assertThrows(
                InvalidInputException.class,
                () -> new RobustToughness(NOMINAL, List.of(plate(8, 2, 10)), false, Over.WORST));
    }
}
