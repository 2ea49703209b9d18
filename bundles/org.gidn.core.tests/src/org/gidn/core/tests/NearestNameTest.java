// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Spelling;
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
    void lettersThatHaveChangedPlacesAreOneSlip() {
        assertEquals(1, Spelling.distance("load", "Laod"));
        assertEquals(0, Spelling.distance("ID", "id"));
        assertEquals(3, Spelling.distance("", "who"));
        assertEquals(2, Spelling.distance("kitten", "sittin"));
        assertEquals(Optional.of("load"), Spelling.alike("laod", List.of("loud speaker", "load")));
        // Two letters are too few to be misspelt.
        assertEquals(Optional.empty(), Spelling.alike("id", List.of("ix", "di")));
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
