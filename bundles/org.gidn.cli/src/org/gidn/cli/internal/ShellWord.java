// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.File;
import java.util.regex.Pattern;
import org.gidn.core.Escapes;

/** Arguments in the commands that messages advise, written so that a shell takes them for one word. */
final class ShellWord {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+=," + (WINDOWS ? "\\\\" : "") + "-]+");

    private ShellWord() {}

    /** An argument as it is to be typed, quoted where it must be. */
    static String of(String argument) {
        // What begins with a hyphen would be taken for an option.
        String word = argument.startsWith("-") ? "." + File.separator + argument : argument;
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        if (WINDOWS) {
            return '"' + word + '"';
        }
        if (Escapes.line(word).equals(word)) {
            return "'" + word.replace("'", "'\\''") + "'";
        }
        return "$'" + Escapes.line(word.replace("\\", "\\\\").replace("'", "\\'")) + "'";
    }
}
