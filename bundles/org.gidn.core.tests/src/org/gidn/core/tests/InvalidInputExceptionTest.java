// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.text.Csv;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {
    @Test
    void whatIsQuotedStandsOnOneLine() {
        assertEquals(
                "A \\u000a line \\u2028 end, \\u001b[31m red, \\u202e backwards",
                new InvalidInputException("A \n line \u2028 end, \u001b[31m red, \u202e backwards").getMessage());
    }

    @Test
    void tablesAreRefusedInOneLine() {
        InvalidInputException cell =
                assertThrows(InvalidInputException.class, () -> Csv.parse("x1,\"x\n2\"\n1,\"\u200bx\"\n", "t.csv")
                        .numbers("x\n2"));
        assertEquals("Line 3 of t.csv has '\\u200bx' as x\\u000a2, where a number is expected.", cell.getMessage());
        InvalidInputException design = assertThrows(InvalidInputException.class, () -> DesignTable.parse(
                        "10\u00070\n".getBytes(StandardCharsets.UTF_8), "designs")
                .designs(DesignSpace.binary(2, 2)));
        assertEquals("Line 1 of designs has '\\u0007' at position 3; only 0 and 1 are allowed.", design.getMessage());
    }
}
