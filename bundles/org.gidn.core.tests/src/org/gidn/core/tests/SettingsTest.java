// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Parameter.Type;
import org.gidn.core.settings.Range;
import org.gidn.core.settings.Settings;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final List<Parameter> DECLARED = List.of(
            parameter("samples", Type.INTEGER, "1_000", Range.parse("1", null)),
            parameter("poissonRatio", Type.REAL, "1/3", Range.parse(">-1", "<0.5")),
            parameter("clip", Type.BOOLEAN, "false", Range.ALL),
            new Parameter(
                    "goal", Type.CHOICE, "best", Range.ALL, "", List.of("best", "diverse"), null, "What to add."));

    @Test
    void defaultsAreFilledInAndTextsConverted() {
        Settings settings = Settings.of(DECLARED, Map.of("clip", "true", "samples", 50));
        assertEquals(50, settings.integer("samples"));
        assertEquals(1 / 3.0, settings.real("poissonRatio"));
        assertTrue(settings.flag("clip"));
        assertEquals("best", settings.text("goal"));
        assertEquals(
                List.of("samples", "poissonRatio", "clip", "goal"),
                List.copyOf(settings.values().keySet()));
    }

    @Test
    void numbersAreWhatPeopleWrite() {
        for (String text : List.of("0.25", ".25", "25e-2", "+0.25", " 1/4 ", "\u00a01 / 4", "0.2_5", "2.5E-01")) {
            assertEquals(
                    0.25, Settings.of(DECLARED, Map.of("poissonRatio", text)).real("poissonRatio"), text);
        }
        for (String text : List.of(
                "0.25f",
                "0x1p-2",
                "NaN",
                "\u001c0.25",
                "0.25\u0000",
                "0,25",
                "1/4/1",
                "1/0",
                "",
                ".",
                "e1",
                "\u0660.\u0661")) {
            assertTrue(
                    refused("poissonRatio", text).startsWith("Setting 'poissonRatio' must be a number, but is '"),
                    text);
        }
    }

    @Test
    void badValuesAreNamedWithWhatIsAllowed() {
        assertEquals("Setting 'samples' must be a whole number, but is '1.5'.", refused("samples", 1.5));
        assertEquals("Setting 'samples' must be a whole number, but is 'many'.", refused("samples", "many"));
        assertEquals(
                "Setting 'samples' must be a whole number of at most 15 digits, but is '9223372036854775807'.",
                refused("samples", "9223372036854775807"));
        assertEquals("Setting 'samples' must be a number of at least 1, but is '0'.", refused("samples", 0));
        assertEquals(
                "Setting 'poissonRatio' must be a number above -1 and below 0.5, but is '0.5'.",
                refused("poissonRatio", "0.5"));
        assertEquals("Setting 'poissonRatio' must be a number, but is '1/0'.", refused("poissonRatio", "1/0"));
        assertEquals("Setting 'clip' must be true or false, but is 'yes'.", refused("clip", "yes"));
        assertEquals("Setting 'goal' must be one of best, diverse, but is 'worst'.", refused("goal", "worst"));
    }

    @Test
    void anUnknownNameBringsTheNearestOne() {
        assertEquals("Unknown setting 'sample'; did you mean 'samples'?", refused("sample", 1));
        assertEquals(
                "Unknown setting 'temperature'; known are samples, poissonRatio, clip, goal.",
                refused("temperature", 1));
    }

    @Test
    void aSettingWithoutDefaultMustBeGiven() {
        List<Parameter> declared = List.of(parameter("load", Type.REAL, null, Range.ALL));
        String message = assertThrows(InvalidInputException.class, () -> Settings.of(declared, Map.of()))
                .getMessage();
        assertEquals("Setting 'load' has no default and must be given.", message);
    }

    @Test
    void rangesKnowTheirEnds() {
        Range range = Range.parse(">0", "1");
        assertFalse(range.contains(0));
        assertTrue(range.contains(1));
        assertFalse(range.contains(Double.NaN));
        assertEquals("a number above 0 and at most 1", range.text());
    }

    private static String refused(String name, Object value) {
        return assertThrows(InvalidInputException.class, () -> Settings.of(DECLARED, Map.of(name, value)))
                .getMessage();
    }

    private static Parameter parameter(String name, Type type, String defaultValue, Range range) {
        return new Parameter(name, type, defaultValue, range, "", List.of(), null, "A setting.");
    }
}
