// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.gidn.core.run.Cancellation;
import org.gidn.experiments.catalogue.Catalogue;

/**
 * What the commands work with.
 *
 * @param catalogue what is installed
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for progress and errors
 * @param folder the working folder
 * @param cancellation whether the user wants to stop
 * @param terminal whether a person watches: progress is drawn in place, pictures have colours
 * @param blocks whether the output can show block characters
 */
public record Session(
        Catalogue catalogue,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path folder,
        Cancellation cancellation,
        boolean terminal,
        boolean blocks) {
    /** That of this process. */
    static Session ofProcess(Catalogue catalogue, Cancellation cancellation) {
        return new Session(
                catalogue,
                System.in,
                System.out,
                System.err,
                Path.of("").toAbsolutePath(),
                cancellation,
                isTerminal(System.console()),
                Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"))
                        .newEncoder()
                        .canEncode('█'));
    }

    /** From Java 22 on there is a console even where there is no terminal. */
    private static boolean isTerminal(Console console) {
        if (console == null || System.getenv("NO_COLOR") != null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** A path that the user gave, seen from the working folder. */
    Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    /** A path as the user would write it here. */
    String shown(Path path) {
        return path.startsWith(folder) && !path.equals(folder)
                ? folder.relativize(path).toString()
                : path.toString();
    }
}
