// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed after the product's name reaches the command meant, whatever Eclipse would make of it. */
class ArgumentsTest {
    @TempDir
    private static Path folder;

    @Test
    void optionsOfEclipseAreNoneOfTheProducts() throws Exception {
        Product product = Product.copy(folder);
        Outcome data = product.gidn("-data", "x").refused();
        assertTrue(data.err().startsWith("gidn: Unknown option '-data'"), data::err);
        Outcome program = product.gidn(
                "check-evaluator",
                "--variables",
                "x: real from 0 to 1",
                "--outputs",
                "minimise f",
                "--",
                "sh",
                "-c",
                "echo \"got $*\" >&2; exit 3",
                "sh",
                "-debug",
                "-nl",
                "de",
                "-data",
                "a b",
                "",
                ":");
        assertEquals(1, program.status());
        assertTrue(program.out().contains("it last wrote: got -debug -nl de -data a b  :"), program::out);
    }
}
