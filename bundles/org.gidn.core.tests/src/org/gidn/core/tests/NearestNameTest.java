// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gidn.core.settings.NearestName;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN =
            List.of("optimiser.samples", "evaluator.material.poissonRatio", "evaluator.size");

    private static String unknown(String name) {
        return NearestName.unknown("setting", name, KNOWN);
    }

    @Test
    void namesTheOneThatWasMistyped() {
        assertEquals("Unknown setting 'evaluator.sise'; did you mean 'evaluator.size'?", unknown("evaluator.sise"));
    }

    @Test
    void knowsANameInTheWrongPlace() {
        assertEquals(
                "Unknown setting 'evaluator.poissonRatio'; did you mean 'evaluator.material.poissonRatio'?",
                unknown("evaluator.poissonRatio"));
    }

    @Test
    void listsAllWhereNoneIsNear() {
        assertEquals("Unknown setting 'budget'; known are " + String.join(", ", KNOWN) + ".", unknown("budget"));
    }
}
