// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gidn.baselines.Zdt;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZdtTest {
    /** By hand: with all others at 0.5, g = 5.5. */
    @ParameterizedTest
    @CsvSource({
        "CONVEX, 0.25, 0.0, 0.5",
        "CONCAVE, 0.25, 0.0, 0.9375",
        "BROKEN, 0.25, 0.0, 0.25",
        "CONVEX, 0.22, 0.5, 4.4",
        "CONCAVE, 0.55, 0.5, 5.445",
        "BROKEN, 0.22, 0.5, 4.270687"
    })
    void valuesAreThoseOfTheFormulas(Zdt.Shape shape, double first, double others, double expected) {
        double[] x = new double[30];
        Arrays.fill(x, others);
        x[0] = first;
        Evaluations values = new Zdt(shape, 30).evaluate(DesignBatch.ofValues(30, x), Cancellation.NONE);
        assertEquals(first, values.value(0, 0));
        assertEquals(expected, values.value(0, 1), 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void noDesignLiesBelowTheFront(Zdt.Shape shape) {
        Zdt zdt = new Zdt(shape, 30);
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(3000).toArray();
        Evaluations values = zdt.evaluate(DesignBatch.ofValues(30, x), Cancellation.NONE);
        for (int i = 0; i < values.size(); i++) {
            double f1 = values.value(i, 0);
            assertTrue(values.value(i, 1) > zdt.front(f1));
            double[] best = new double[30];
            best[0] = f1;
            DesignBatch onFront = DesignBatch.ofValues(30, best);
            assertEquals(zdt.front(f1), zdt.evaluate(onFront, Cancellation.NONE).value(0, 1));
        }
    }

    @Test
    void refusesOtherNumbersOfVariables() {
        Zdt zdt = new Zdt(Zdt.Shape.CONVEX, 30);
        DesignBatch two = DesignBatch.ofValues(2, new double[2]);
        String message = assertThrows(InvalidInputException.class, () -> zdt.evaluate(two, Cancellation.NONE))
                .getMessage();
        assertTrue(message.contains("30 variables") && message.contains("2"), message);
        assertThrows(InvalidInputException.class, () -> new Zdt(Zdt.Shape.CONVEX, 1));
    }
}
