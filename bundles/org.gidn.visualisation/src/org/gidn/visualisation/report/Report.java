// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.project.StoreException;
import org.gidn.visualisation.internal.Messages;

/**
 * The report of a run: one file of HTML with all its figures, settings and versions, and how to run it again.
 *
 * @since 1.0
 */
public final class Report {
    /** The file's name in the run's folder. */
    public static final String FILE = "report.html";

    private Report() {}

    /**
     * The report as HTML, with pictures and style inside.
     *
     * @throws InvalidInputException if there is no such run
     */
    public static String html(Project project, int run) {
        return ReportPage.of(project, project.results(run), fault -> {});
    }

    /**
     * Writes the report.
     *
     * @param file where to; replaced if it is there
     * @return the file
     * @throws InvalidInputException if there is no such run, or there can be no such file
     * @throws StoreException if it cannot be written to its end
     */
    public static Path write(Project project, int run, Path file) {
        return write(project, run, file, fault -> {});
    }

    /**
     * Writes the report, and tells what is missing in it.
     *
     * @param file where to; replaced if it is there
     * @param faults receives a sentence for each kind of figure that is missing since its plug-in is at fault
     * @return the file
     * @throws InvalidInputException if there is no such run, or there can be no such file
     * @throws StoreException if it cannot be written to its end
     */
    public static Path write(Project project, int run, Path file, Consumer<String> faults) {
        String page = ReportPage.of(project, project.results(run), faults);
        WholeFile.at(file).write(unfinished -> Files.writeString(unfinished, page));
        return file;
    }

    /**
     * Writes the report into the run's folder, in place of an older one.
     *
     * @return the file
     * @throws InvalidInputException if there is no such run, or there can be no such file
     * @throws StoreException if it cannot be written to its end
     */
    public static Path write(Project project, int run) {
        return write(project, run, fault -> {});
    }

    /**
     * Writes the report into the run's folder, in place of an older one, and tells what is missing in it.
     *
     * @param faults receives a sentence for each kind of figure that is missing since its plug-in is at fault
     * @return the file
     * @throws InvalidInputException if there is no such run, or there can be no such file
     * @throws StoreException if it cannot be written to its end
     */
    public static Path write(Project project, int run, Consumer<String> faults) {
        Path folder = project.runFolder(run);
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(file)) {
                // A project of others may have it lead to what is none of its business.
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.reportUnwritable, folder), e);
        }
        return write(project, run, file, faults);
    }
}
