// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.text;

import org.gidn.core.Escapes;

/**
 * Something wrong in an experiment file.
 *
 * @param line line from 1 on; 0 if it is not in the file but on the command line
 * @param column column from 1 on; 0 if it is not in the file
 * @param message one sentence, on one line: what is wrong and what would be right
 * @since 1.0
 */
public record Finding(int line, int column, String message) {
    public Finding {
        message = Escapes.line(message);
    }

    /** The sentence with its place, as compilers write it. */
    public String text(String fileName) {
        return line == 0 ? message : fileName + ":" + line + ":" + column + ": " + message;
    }
}
