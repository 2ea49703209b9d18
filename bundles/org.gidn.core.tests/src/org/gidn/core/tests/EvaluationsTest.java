// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gidn.core.evaluation.Evaluations;
import org.junit.jupiter.api.Test;

class EvaluationsTest {
    @Test
    void whatWasMeasuredStaysBesideWhatCounts() {
        Evaluations results = new Evaluations(2, 2);
        results.set(0, 0, 5);
        results.set(0, 1, 6);
        results.set(1, 0, 7);
        assertEquals(5, results.measured(0, 0));
        results.judge(0, 0, 0.5);
        assertEquals(0.5, results.value(0, 0));
        assertEquals(5, results.measured(0, 0));
        assertEquals(6, results.value(0, 1));
        assertEquals(7, results.value(1, 0));
        assertEquals(Double.NaN, results.value(1, 1));
    }
}
