// SPDX-License-Identifier: Apache-2.0
package org.gidn.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.Made;
import org.gidn.experiments.project.StoreException;
import org.gidn.export.internal.Messages;

/**
 * A format that a run can be exported in, as a bundle contributes it. Its code is loaded when it is used.
 *
 * @since 1.0
 */
public final class ExportFormat {
    /** Identifier of the extension point. */
    public static final String POINT = "org.gidn.export.exporters";

    private final IConfigurationElement element;

    private ExportFormat(IConfigurationElement element) {
        this.element = element;
    }

    /** All installed formats. */
    public static List<ExportFormat> installed() {
        return Arrays.stream(RegistryFactory.getRegistry().getConfigurationElementsFor(POINT))
                .map(ExportFormat::new)
                .toList();
    }

    /**
     * The format of that identifier.
     *
     * @throws InvalidInputException if none is installed; names the nearest
     */
    public static ExportFormat of(String id) {
        List<ExportFormat> installed = installed();
        return installed.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        Messages.kindFormat,
                        id,
                        installed.stream().map(ExportFormat::id).toList())));
    }

    /** The installed format whose files end as a file does, if there is one. */
    public static Optional<ExportFormat> endingOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return installed().stream()
                .filter(format -> name.endsWith("." + format.suffix()))
                .findFirst();
    }

    /** A short word for the command line, e.g. {@code hdf5}. */
    public String id() {
        return element.getAttribute("id");
    }

    /** What the user sees. */
    public String name() {
        return element.getAttribute("name");
    }

    /** What its files end with, without the dot, e.g. {@code h5}. */
    public String suffix() {
        return element.getAttribute("suffix");
    }

    /** Whether a file holds the whole project, so that no run has to be there. */
    public boolean ofProject() {
        return Boolean.parseBoolean(element.getAttribute("project"));
    }

    /** One or two sentences for the user. */
    public String description() {
        return element.getAttribute("description");
    }

    /**
     * Writes a run's results; the file is there whole or not at all.
     *
     * @param file where to; replaced if it is there
     * @throws InvalidInputException if the run has not stored what the format needs, there can be no such file, or the
     *     contributing bundle is at fault; names it
     * @throws StoreException if the file cannot be written to its end
     */
    public void export(RunExport run, Path file) {
        WholeFile.at(file).write(unfinished -> {
            Guest guest =
                    new Guest(element.getName(), id(), element.getContributor().getName());
            guest.make(() -> element.createExecutableExtension("class"), new Made(), Exporter.class)
                    .export(run, unfinished);
            guest.requireFile("export", unfinished);
        });
    }
}
