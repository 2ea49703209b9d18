// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchSite;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** Writes what a view shows, as a picture or as data, to a file that the user names. */
public final class ViewExport extends Action {
    private final IWorkbenchSite site;
    private final Supplier<List<Format>> shown;
    private final Supplier<String> name;

    /**
     * A way to write what is shown.
     *
     * @param name what the user sees
     * @param suffix how the file's name ends
     * @param writer writes the file; not called on the UI thread
     */
    public record Format(String name, String suffix, Consumer<Path> writer) {
        boolean fits(String file) {
            return file.endsWith("." + suffix);
        }
    }

    /**
     * @param name what is shown
     * @param shown how it can be written; empty if there is nothing to be written
     */
    public ViewExport(IWorkbenchSite site, Supplier<String> name, Supplier<List<Format>> shown) {
        super(Messages.figureExport, Images.descriptor(Images.EXPORT));
        this.site = site;
        this.name = name;
        this.shown = shown;
        update();
    }

    /** Offers the figure that a view shows, null for none. */
    public static ViewExport of(IWorkbenchSite site, Supplier<Figure> figure) {
        return new ViewExport(site, () -> figure.get().title(), () -> {
            Figure now = figure.get();
            return now == null ? List.of() : formats(now);
        });
    }

    /** All files that a figure can be written to. */
    public static List<Format> formats(Figure figure) {
        return List.of(
                png(figure),
                svg(figure),
                pdf(figure),
                new Format(Messages.figureCsv, "csv", file -> FigureFiles.write(figure, file)));
    }

    public static Format png(Figure figure) {
        return new Format(Messages.figurePng, "png", file -> FigureFiles.write(figure, file));
    }

    public static Format svg(Figure figure) {
        return new Format(Messages.figureSvg, "svg", file -> FigureFiles.write(figure, file));
    }

    public static Format pdf(Figure figure) {
        return new Format(Messages.figurePdf, "pdf", file -> FigureFiles.write(figure, file));
    }

    /** To be called when the view shows something else. */
    public void update() {
        setEnabled(!shown.get().isEmpty());
    }

    /** The formats that are offered now, by the endings of their files. */
    public List<String> suffixes() {
        return shown.get().stream().map(Format::suffix).toList();
    }

    /**
     * Writes what is shown in the background.
     *
     * @param format place of the format in {@link #suffixes()}
     * @return what writes it
     * @throws IndexOutOfBoundsException if there is no such format
     */
    public Job write(int format, Path file) {
        return write(shown.get().get(format), file);
    }

    private static Job write(Format format, Path file) {
        return Commands.inBackground(NLS.bind(Messages.jobWriting, file.getFileName()), () -> format.writer()
                .accept(file));
    }

    @Override
    public void run() {
        List<Format> formats = shown.get();
        FileDialog dialog = new FileDialog(site.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(
                formats.stream().map(format -> "*." + format.suffix()).toArray(String[]::new));
        dialog.setFilterNames(formats.stream().map(Format::name).toArray(String[]::new));
        // The dialog adds the ending of the format that is chosen in it, if none is typed.
        dialog.setFileName(name.get().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            Format chosen = formats.get(Math.max(0, dialog.getFilterIndex()));
            Format typed = formats.stream()
                    .filter(format -> format.fits(file))
                    .findFirst()
                    .orElse(chosen);
            Format format = chosen.fits(file) ? chosen : typed;
            write(format, Path.of(format.fits(file) ? file : file + "." + format.suffix()));
        }
    }
}
