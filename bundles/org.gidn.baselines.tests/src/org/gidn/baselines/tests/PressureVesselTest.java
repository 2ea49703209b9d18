// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gidn.baselines.PressureVessel;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;

class PressureVesselTest {
    private final PressureVessel vessel = new PressureVessel();

    private Evaluations measured(double... design) {
        return vessel.evaluate(DesignBatch.ofValues(4, design), Cancellation.NONE);
    }

    @Test
    void theBestVesselKnownCostsWhatIsPublished() {
        Evaluations best = measured(13, 7, 42.098446, 176.636596);
        assertEquals(6059.714, best.value(0, 0), 5e-4);
        // The shell's thickness and the volume are as little as they may be.
        assertEquals(0, best.value(0, 1), 1e-6);
        assertEquals(-0.035881, best.value(0, 2), 1e-6);
        assertEquals(0, best.value(0, 3), 0.2);
        assertEquals(-63.363404, best.value(0, 4), 1e-6);
    }

    /** By hand: x1 = 1, x2 = 0.5, x3 = 10, x4 = 100. */
    @Test
    void valuesAreThoseOfTheFormulas() {
        Evaluations values = measured(16, 8, 10, 100);
        assertEquals(622.4 + 88.905 + 316.61 + 198.4, values.value(0, 0), 1e-9);
        assertEquals(-0.807, values.value(0, 1), 1e-12);
        assertEquals(-0.4046, values.value(0, 2), 1e-12);
        assertEquals(1_296_000 - 34_000 * Math.PI / 3, values.value(0, 3), 1e-6);
        assertEquals(-140, values.value(0, 4));
    }

    @Test
    void thicknessesAreWholeNumbersAndLengthsAreNot() {
        DesignBatch design = DesignText.parse(List.of("13 7 | 42.098446 176.636596"), vessel.space());
        assertTrue(vessel.space().contains(design, 0));
        DesignBatch other = DesignBatch.ofValues(4, new double[] {12.5, 7, 42, 176});
        assertTrue(vessel.space().objection(other, 0).orElseThrow().contains("whole number"));
    }

    @Test
    void refusesOtherNumbersOfVariables() {
        DesignBatch two = DesignBatch.ofValues(2, new double[2]);
        String message = assertThrows(InvalidInputException.class, () -> vessel.evaluate(two, Cancellation.NONE))
                .getMessage();
        assertTrue(message.contains("4 variables") && message.contains("2"), message);
    }
}
