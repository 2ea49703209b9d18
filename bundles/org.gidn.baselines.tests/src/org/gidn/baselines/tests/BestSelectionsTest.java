// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.gidn.baselines.internal.BestSelections;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.sampling.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestSelectionsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void theBestDesignsAreThoseThatSortingAllOfThemGives(int zeros) {
        double[] weights =
                new RandomStreams(zeros).stream("weights").doubles(10, -1, 1).toArray();
        List<Double> expected = new ArrayList<>();
        for (int bits = 0; bits < 1 << 10; bits++) {
            if (Integer.bitCount(bits) == 10 - zeros) {
                expected.add(score(DesignBatch.ofBits(10, new long[] {bits}), 0, weights));
            }
        }
        expected.sort(Comparator.reverseOrder());
        DesignBatch best = BestSelections.of(weights, zeros, 1_000);
        assertEquals(expected.size(), best.size(), "all designs there are");
        HashSet<String> distinct = new HashSet<>();
        for (int i = 0; i < best.size(); i++) {
            assertEquals(expected.get(i), score(best, i, weights), 1e-12);
            distinct.add(DesignText.format(DesignSpace.binary(1, best.variables()), best, i));
        }
        assertEquals(best.size(), distinct.size());
    }

    private static double score(DesignBatch designs, int design, double[] weights) {
        double score = 0;
        for (int j = 0; j < weights.length; j++) {
            score += weights[j] * designs.value(design, j);
        }
        return score;
    }
}
