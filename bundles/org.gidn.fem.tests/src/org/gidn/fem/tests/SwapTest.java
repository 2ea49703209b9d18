// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.material.Material;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Low-rank updates against evaluations one by one. */
class SwapTest {
    private static void compare(CrackToughness evaluator, double[] design, int stride) {
        int[] zeros = positions(design, 0);
        int[] ones = positions(design, 1);
        double[][] swaps = evaluator.swaps(design);
        assertEquals(zeros.length, swaps.length);
        for (int z = 0; z < zeros.length; z++) {
            assertEquals(ones.length, swaps[z].length);
            for (int o = z % stride; o < ones.length; o += stride) {
                double[] swapped = design.clone();
                swapped[zeros[z]] = 1;
                swapped[ones[o]] = 0;
                double expected = Composites.value(evaluator, DesignBatch.ofValues(design.length, swapped));
                assertEquals(expected, swaps[z][o], 1e-9 * expected);
            }
        }
    }

    private static int[] positions(double[] design, double value) {
        return IntStream.range(0, design.length).filter(j -> design[j] == value).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.125, 0.25, 0.5, 0.75})
    void thePapersComposite(double fraction) {
        CrackToughness evaluator = Composites.paper(16);
        double[] design = new RandomSampler(false)
                .sample(evaluator.space().withZeroFraction(fraction), 1, new SplittableRandom(1), Cancellation.NONE)
                .toArray(0);
        compare(evaluator, design, 17);
    }

    /** Where the phases differ much, taking away a stiff element that carries the load cancels many digits. */
    @Test
    void softPhaseOfAThousandth() {
        CrackToughness evaluator = new CrackToughness(CrackedPlate.square(16, 0.25), new TwoPhaseMaterial(1000, 0.3));
        for (int seed = 0; seed < 8; seed++) {
            double[] design = new RandomSampler(false)
                    .sample(evaluator.space().withZeroFraction(0.5), 1, new SplittableRandom(seed), Cancellation.NONE)
                    .toArray(0);
            compare(evaluator, design, 23);
        }
    }

    @RepeatedTest(40)
    void randomPlatesAndMaterials(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        Material material = RandomCases.material(random);
        double[] design = random.ints(plate.variables(), 0, 2).asDoubleStream().toArray();
        compare(new CrackToughness(plate, material), design, 3);
    }

    @Test
    void allStiffHasNoNeighbours() {
        assertEquals(
                0,
                Composites.paper(8)
                        .swaps(IntStream.range(0, 32).mapToDouble(j -> 1).toArray())
                        .length);
    }

    @Test
    void intermediateValuesAreRefused() {
        CrackToughness evaluator = new CrackToughness(CrackedPlate.square(4, 0.25), new TwoPhaseMaterial(10, 0.3));
        assertThrows(InvalidInputException.class, () -> evaluator.swaps(new double[] {0, 1, 0.5, 1, 0, 0, 1, 1}));
    }
}
