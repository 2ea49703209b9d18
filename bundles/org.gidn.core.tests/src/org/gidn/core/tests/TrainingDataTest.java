// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrainingDataTest {
    private static final DesignBatch DESIGNS = DesignBatch.ofValues(2, new double[] {0, 1, 2, 3, 4, 5});
    private static final double[][] VALUES = {{1, 2, 3}, {4, 5, 6}};
    private static final double[][][] GRADIENTS = {null, {{7, 8}, null, {9, 10}}};

    @Test
    void partsOfItKeepAllThatBelongsToADesign() {
        TrainingData data = new TrainingData(DESIGNS, VALUES, GRADIENTS, new double[] {0, 1, 2});
        TrainingData part = data.select(new int[] {2, 1});
        assertEquals(2, part.size());
        assertEquals(2, part.outputs());
        assertEquals(4, part.designs().value(0, 0));
        assertArrayEquals(new double[] {6, 5}, part.values(1));
        assertNull(part.gradient(0, 0));
        assertArrayEquals(new double[] {9, 10}, part.gradient(1, 0));
        assertNull(part.gradient(1, 1));
        assertEquals(2, part.weight(0));
    }

    @Test
    void oneOutputWithoutGradientsAndWeightsIsTheCommonCase() {
        TrainingData data = new TrainingData(DESIGNS, VALUES[0]);
        assertEquals(1, data.outputs());
        assertNull(data.gradient(0, 1));
        assertEquals(1, data.weight(2));
        assertArrayEquals(new double[] {3, 1}, data.select(new int[] {2, 0}).values(0));
        assertEquals(
                5,
                data.withWeights(new double[] {5, 1, 1}).select(new int[] {0}).weight(0));
    }

    @Test
    void refusesWhatCannotBeLearnedFrom() {
        assertRefused("3 designs but 2 values", () -> new TrainingData(DESIGNS, new double[2]));
        assertRefused("Training value 1 is NaN", () -> new TrainingData(DESIGNS, new double[] {0, Double.NaN, 0}));
        assertRefused("no output", () -> new TrainingData(DESIGNS, new double[0][], null, null));
        TrainingData data = new TrainingData(DESIGNS, VALUES[0]);
        assertRefused("1 outputs but gradients of 2", () -> data.withGradients(GRADIENTS));
        assertRefused("3 designs but 1 gradients", () -> data.withGradients(new double[][][] {{{1, 2}}}));
        assertRefused(
                "gradient 2 has 1 derivatives, but its design 2 variables",
                () -> data.withGradients(new double[][][] {{null, null, {1}}}));
        assertRefused(
                "Infinity in training gradient 0",
                () -> data.withGradients(new double[][][] {{{1, Double.POSITIVE_INFINITY}, null, null}}));
        assertRefused("3 designs but 2 weights", () -> data.withWeights(new double[] {1, 1}));
        assertRefused("Training weight 1 is -1.0", () -> data.withWeights(new double[] {1, -1, 1}));
        assertRefused("Training weight 0 is Infinity", () -> data.withWeights(new double[] {1 / 0.0, 1, 1}));
        assertRefused("All training weights are 0", () -> data.withWeights(new double[3]));
    }

    private static void assertRefused(String part, Executable asked) {
        String message = assertThrows(InvalidInputException.class, asked).getMessage();
        assertTrue(message.contains(part), message);
    }
}
