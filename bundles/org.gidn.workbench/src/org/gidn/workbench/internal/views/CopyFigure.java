// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.function.Supplier;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.visualisation.screen.FigureImage;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** Copies the figure that a view shows: as a picture for a document, and as its data for a table. */
public final class CopyFigure extends Action {
    private final Supplier<Figure> shown;

    public CopyFigure(Supplier<Figure> shown) {
        super(Messages.figureCopy, Images.descriptor("copy.svg"));
        this.shown = shown;
        update();
    }

    /** To be called when the view shows something else. */
    public void update() {
        setEnabled(shown.get() != null);
    }

    @Override
    public void run() {
        copy();
    }

    /** Draws the figure in the background and copies it; returns what does it. */
    public Job copy() {
        Figure figure = shown.get();
        Display display = Display.getCurrent();
        return Commands.inBackground(Messages.figureCopy, () -> {
            ImageData picture = FigureImage.of(figure);
            String table = FigureFiles.csv(figure);
            display.syncExec(() -> copy(display, picture, table));
        });
    }

    private static void copy(Display display, ImageData picture, String table) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(
                    new Object[] {picture, table},
                    new Transfer[] {ImageTransfer.getInstance(), TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
