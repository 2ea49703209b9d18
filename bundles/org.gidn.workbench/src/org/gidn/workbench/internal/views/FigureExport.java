package org.gidn.workbench.internal.views;

import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jface.action.Action;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchSite;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFiles;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.commands.Commands;

/** Writes the figure that a view shows to a file that the user names. */
final class FigureExport extends Action {
    private final IWorkbenchSite site;
    private final FigureControl control;

    FigureExport(IWorkbenchSite site, FigureControl control) {
        super(Messages.figureExport, Images.descriptor(Images.EXPORT));
        this.site = site;
        this.control = control;
        update();
    }

    /** To be called when the view shows another figure. */
    void update() {
        setEnabled(control.figure() != null);
    }

    @Override
    public void run() {
        Figure figure = control.figure();
        FileDialog dialog = new FileDialog(site.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png", "*.svg", "*.csv"});
        dialog.setFilterNames(new String[] {Messages.figurePng, Messages.figureSvg, Messages.figureCsv});
        dialog.setFileName(figure.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            Path path = Path.of(file);
            Commands.inBackground(
                    NLS.bind(Messages.jobWriting, path.getFileName()), () -> FigureFiles.write(figure, path));
        }
    }
}
