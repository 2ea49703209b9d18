// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;

/** What a script's first line says that it is run by. Where that is not there, the system says that the script itself is not. */
final class Interpreter {
    private static final String SHEBANG = "#!";
    private static final int LONGEST = 256;

    private Interpreter() {}

    /**
     * Looks whether it is there; a program that is no script has none.
     *
     * @throws InvalidInputException if it is not; says what to do
     */
    static void check(Path program) {
        String first = firstLine(program);
        if (!first.startsWith(SHEBANG)) {
            return;
        }
        if (first.endsWith("\r")) {
            throw new InvalidInputException("The lines of " + program
                    + " end as on Windows, so that nothing is found that runs it; let them end as here, such as with"
                    + " dos2unix, or put what runs it before it in the setting 'command'.");
        }
        String interpreter = first.substring(SHEBANG.length()).strip().split("\\s+")[0];
        if (!Files.isExecutable(Path.of(interpreter))) {
            throw new InvalidInputException("The first line of " + program + " says that it is run by '" + interpreter
                    + "', which is not there; mend that line, or put what runs it before it in the setting 'command'.");
        }
    }

    /** The first line with a carriage return at its end, or what of it can be one of a script; empty if it cannot be read. */
    private static String firstLine(Path program) {
        char[] start = new char[LONGEST];
        try (BufferedReader reader = Files.newBufferedReader(program, StandardCharsets.ISO_8859_1)) {
            int length = Math.max(0, reader.read(start));
            return new String(start, 0, length).split("\n", 2)[0];
        } catch (IOException e) {
            // Some programs may be run, but not read.
            return "";
        }
    }
}
