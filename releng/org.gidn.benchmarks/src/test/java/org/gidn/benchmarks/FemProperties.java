// SPDX-License-Identifier: Apache-2.0
package org.gidn.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;

/** What holds for every plate, material and design. */
class FemProperties {
    @Provide
    Arbitrary<CrackedPlate> plates() {
        Arbitrary<Double> sides = Arbitraries.doubles().between(0.2, 5);
        return Arbitraries.integers().between(1, 10).flatMap(rows -> Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, rows - 1),
                        sides,
                        sides)
                .as((pairs, symmetric, crack, width, height) ->
                        new CrackedPlate(rows, 2 * pairs, symmetric, crack / (double) rows, width, height, 1, 1)));
    }

    @Provide
    Arbitrary<Material> materials() {
        Arbitrary<Double> ratios = Arbitraries.doubles().between(0.1, 200);
        Arbitrary<Double> poisson = Arbitraries.doubles().between(-0.9, 0.49);
        Arbitrary<Material> linear = Combinators.combine(ratios, poisson).as(TwoPhaseMaterial::new);
        Arbitrary<Material> power = Combinators.combine(
                        ratios, poisson, Arbitraries.doubles().between(1, 5))
                .as(SimpMaterial::new);
        return Arbitraries.oneOf(linear, power);
    }

    @Property(tries = 200)
    void batchKernelAgreesWithReference(
            @ForAll("plates") CrackedPlate plate, @ForAll("materials") Material material, @ForAll long seed) {
        CrackToughness evaluator = new CrackToughness(plate, material);
        PlateSolver reference = new PlateSolver(plate.mesh(), material);
        DesignBatch designs = densities(plate, 20, seed);
        Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
        for (int i = 0; i < designs.size(); i++) {
            double expected = reference.solve(designs.toArray(i)).energyAtFailure() / evaluator.homogeneousEnergy();
            assertEquals(expected, results.value(i, 0), 1e-10 * expected);
        }
    }

    @Property(tries = 100)
    void aDesignsValueDoesNotDependOnItsBatch(
            @ForAll("plates") CrackedPlate plate, @ForAll("materials") Material material, @ForAll long seed) {
        CrackToughness evaluator = new CrackToughness(plate, material);
        DesignBatch designs = densities(plate, 20, seed);
        Evaluations together = evaluator.evaluate(designs, Cancellation.NONE);
        Evaluations alone = evaluator.evaluate(designs.slice(3, 4), Cancellation.NONE);
        assertEquals(together.value(3, 0), alone.value(0, 0));
    }

    @Property(tries = 100)
    void homogeneousPlatesHaveToughnessOne(
            @ForAll("plates") CrackedPlate plate,
            @ForAll("materials") Material material,
            @ForAll @DoubleRange(min = 0, max = 1) double density) {
        CrackToughness evaluator = new CrackToughness(plate, material);
        double[] design = new double[plate.variables()];
        Arrays.fill(design, density);
        DesignBatch batch = DesignBatch.ofValues(design.length, design);
        assertEquals(1, evaluator.evaluate(batch, Cancellation.NONE).value(0, 0), 1e-10);
    }

    @Property(tries = 100)
    void swapsAgreeWithEvaluations(
            @ForAll("plates") CrackedPlate plate, @ForAll("materials") Material material, @ForAll long seed) {
        CrackToughness evaluator = new CrackToughness(plate, material);
        SplittableRandom random = new SplittableRandom(seed);
        double[] design = random.ints(plate.variables(), 0, 2).asDoubleStream().toArray();
        double[][] swaps = evaluator.swaps(design);
        if (swaps.length == 0 || swaps[0].length == 0) {
            return;
        }
        int zero = random.nextInt(swaps.length);
        int one = random.nextInt(swaps[0].length);
        double[] swapped = design.clone();
        swapped[position(design, 0, zero)] = 1;
        swapped[position(design, 1, one)] = 0;
        DesignBatch batch = DesignBatch.ofValues(design.length, swapped);
        double expected = evaluator.evaluate(batch, Cancellation.NONE).value(0, 0);
        assertEquals(expected, swaps[zero][one], 1e-9 * expected);
    }

    private static DesignBatch densities(CrackedPlate plate, int count, long seed) {
        double[] values = new SplittableRandom(seed)
                .doubles((long) count * plate.variables())
                .toArray();
        return DesignBatch.ofValues(plate.variables(), values);
    }

    private static int position(double[] design, double value, int rank) {
        int left = rank;
        for (int j = 0; j < design.length; j++) {
            if (design[j] == value && left-- == 0) {
                return j;
            }
        }
        throw new IllegalArgumentException("no variable of rank " + rank);
    }
}
