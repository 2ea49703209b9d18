// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExhaustiveSearchTest {
    private static Workers threads(int count) {
        return new Workers(count, Cancellation.NONE);
    }

    /** All designs of a space with so many zeros. */
    private static DesignBatch all(DesignSpace space, int zeros) {
        List<Long> found = new ArrayList<>();
        for (long bits = 0; bits < 1L << space.variables(); bits++) {
            if (space.variables() - Long.bitCount(bits) == zeros) {
                found.add(bits);
            }
        }
        return DesignBatch.ofBits(
                space.variables(), found.stream().mapToLong(Long::longValue).toArray());
    }

    private static void compareWithEvaluations(CrackedPlate plate, Material material, int zeros) {
        CrackToughness evaluator = new CrackToughness(plate, material);
        DesignBatch designs = all(evaluator.space(), zeros);
        double[] values = evaluator.evaluate(designs, Cancellation.NONE).values(0);
        Enumeration found = evaluator.enumerate(evaluator.space().withZeros(zeros), 5, threads(2), Phase.SILENT);
        assertEquals(values.length, found.designs());
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        assertEquals(mean, found.mean(), 1e-10 * mean);
        assertEquals(Math.sqrt(variance), found.standardDeviation(), 1e-6 * mean);
        double[] sorted = Arrays.stream(values).sorted().toArray();
        for (int i = 0; i < 5; i++) {
            assertEquals(sorted[sorted.length - 1 - i], found.bestValues()[i], 1e-10 * sorted[sorted.length - 1]);
        }
        long[] histogram = new long[found.histogram().length];
        for (double value : values) {
            histogram[(int) Math.min(histogram.length - 1, value / found.binWidth())]++;
        }
        assertArrayEquals(histogram, found.histogram());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 15})
    void everyDesignOfASmallPlate(int zeros) {
        compareWithEvaluations(CrackedPlate.square(6, 1 / 3.0), new TwoPhaseMaterial(10, 0.3), zeros);
    }

    @Test
    void everyDesignOfAWholePlateOfAnotherMaterial() {
        CrackedPlate plate = new CrackedPlate(3, 4, false, 1 / 3.0, 1, 0.7, 1, 1);
        compareWithEvaluations(plate, new RandomCases.Blend(0.2), 4);
    }

    @Test
    void aLongCrackPutsTheTipAboveTheCut() {
        compareWithEvaluations(CrackedPlate.square(4, 0.75), new TwoPhaseMaterial(10, 0.3), 4);
    }

    @Test
    void refinedPlates() {
        compareWithEvaluations(CrackedPlate.square(4, 0.25).refined(3), new TwoPhaseMaterial(10, 0.3), 3);
    }

    @Test
    void allDesignsOfThePaper() {
        CrackToughness evaluator = Composites.paper(8);
        AtomicLong done = new AtomicLong();
        Phase counting = new Phase() {
            @Override
            public void advance(long steps) {
                done.addAndGet(steps);
            }

            @Override
            public void note(String text) {}
        };
        Enumeration found = evaluator.enumerate(evaluator.space().withZeroFraction(0.25), 1201, threads(2), counting);
        assertEquals(10_518_300, found.designs());
        assertEquals(10_518_300, done.get());
        assertEquals(10_518_300, Arrays.stream(found.histogram()).sum());
        assertEquals(1.9165, found.mean(), 5e-5);
        assertEquals(2.04, found.standardDeviation(), 5e-3);
        double[] best = found.bestValues();
        assertArrayEquals(new double[] {69.4160, 65.1273, 62.6780}, Arrays.copyOf(best, 3), 5e-5);
        assertEquals(2, Arrays.stream(best).filter(value -> value > 62.69).count());
        assertEquals(1200, Arrays.stream(best).filter(value -> value > 31.585).count());
        assertEquals(~0x00016760L & 0xFFFFFFFFL, found.best().word(0, 0));
    }

    @Test
    void threadsDoNotMatter() {
        CrackToughness evaluator = Composites.paper(6 + 2);
        DesignSpace space = evaluator.space().withZeros(4);
        Enumeration one = evaluator.enumerate(space, 10, threads(1), Phase.SILENT);
        Enumeration three = evaluator.enumerate(space, 10, threads(3), Phase.SILENT);
        assertEquals(one.mean(), three.mean());
        assertEquals(one.standardDeviation(), three.standardDeviation());
        assertArrayEquals(one.bestValues(), three.bestValues());
    }

    @Test
    void canBeCancelled() {
        CrackToughness evaluator = Composites.paper(8);
        AtomicInteger asked = new AtomicInteger();
        Workers impatient = new Workers(2, () -> asked.incrementAndGet() > 600);
        DesignSpace space = evaluator.space().withZeroFraction(0.5);
        assertThrows(CancellationException.class, () -> evaluator.enumerate(space, 1, impatient, Phase.SILENT));
    }

    @Test
    void spacesThatCannotBeSearchedAreRefused() {
        CrackToughness paper = Composites.paper(8);
        assertTrue(refusal(paper, paper.space()).contains("fixed number of soft ones"));
        assertTrue(refusal(paper, DesignSpace.binary(4, 8).withZeros(8)).contains("8 × 4"));
        CrackToughness large = Composites.paper(16);
        assertTrue(refusal(large, large.space().withZeros(32)).contains("Choose a smaller plate"));
    }

    private static String refusal(CrackToughness evaluator, DesignSpace space) {
        return assertThrows(InvalidInputException.class, () -> evaluator.enumerate(space, 1, threads(1), Phase.SILENT))
                .getMessage();
    }
}
