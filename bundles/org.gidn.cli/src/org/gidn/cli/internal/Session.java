// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.Console;
import java.io.InputStream;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
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
        Output out,
        Output err,
        Path folder,
        Cancellation cancellation,
        boolean terminal,
        boolean blocks) {
    /** Stands for standard input or standard output where a file is named. */
    static final String STANDARD = "-";
    /** What stands in an argument for bytes that are no text, so that another file would be meant. */
    private static final char LOST = '\uFFFD';

    /** That of this process. */
    static Session ofProcess(Catalogue catalogue, Output err, Cancellation cancellation) {
        Output out = Output.standard();
        return new Session(
                catalogue,
                System.in,
                out,
                err,
                Path.of("").toAbsolutePath(),
                cancellation,
                isTerminal(System.console()),
                out.charset().newEncoder().canEncode('█'));
    }

    /** From Java 22 on there is a console even where there is no terminal; where the start script keeps standard output, it looks. */
    private static boolean isTerminal(Console console) {
        boolean kept = Boolean.parseBoolean(System.getProperty("gidn.terminal", "true"));
        if (console == null || !kept || System.getenv("NO_COLOR") != null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Tells the user in one sentence what is wrong, after all that was printed before. */
    void tell(String sentence) {
        out.flush();
        err.println("gidn: " + Printable.sentence(sentence));
    }

    /**
     * Opens a project, and tells the user what is to be known of its last run; see {@link LastRun}.
     *
     * @throws org.gidn.core.InvalidInputException if the folder is no project
     */
    Project open(Path projectFolder) {
        return open(projectFolder, Overrides.NONE);
    }

    /**
     * Opens a project for another run, and tells the user what is to be known of its last one.
     *
     * @param overrides what is changed in its experiment now
     * @throws org.gidn.core.InvalidInputException if the folder is no project
     */
    Project open(Path projectFolder, Overrides overrides) {
        Project project = Project.open(projectFolder);
        project.lastRun().ifPresent(run -> new LastRun(this, project, run).tell(overrides));
        return project;
    }

    /** Tells the user in one sentence why the command ends; returns the status that says so. */
    int complain(String sentence, ExitStatus status) {
        tell(sentence);
        return status.code();
    }

    /** The status of a command that has ended with the given one, when it turns out whether all that it printed has arrived. */
    int delivered(int status) {
        if (out.failure() != null && !out.readerGone()) {
            tell("Standard output cannot be written, so that something is missing there ("
                    + out.failure().getMessage() + "); free some space, or send it elsewhere.");
        }
        if (status != ExitStatus.DONE.code() || out.failure() == null && err.failure() == null) {
            return status;
        }
        return (out.readerGone() || err.readerGone() ? ExitStatus.READER_GONE : ExitStatus.FAILED).code();
    }

    /**
     * A path that the user gave, seen from the working folder.
     *
     * @throws InvalidInputException if its name did not come through whole
     */
    Path resolve(String path) {
        if (path.indexOf(LOST) >= 0) {
            throw new InvalidInputException(
                    "The name '" + path
                            + "' has bytes that are no text in UTF-8, so that no file is found or made by it; rename what it names.");
        }
        return folder.resolve(path).normalize();
    }

    /** The file to which output goes that the user may name; null for standard output, which {@code -} stands for too. */
    Path output(String file) {
        return file == null || file.equals(STANDARD) ? null : resolve(file);
    }

    /** A path as the user would write it here. */
    String shown(Path path) {
        return path.startsWith(folder) && !path.equals(folder)
                ? folder.relativize(path).toString()
                : path.toString();
    }
}
