// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchSite;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureAxes;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** Lets the user choose range, scale and titles of the axes of the figure that a view shows. */
public final class AxesAction extends Action {
    private final IWorkbenchSite site;
    private final Supplier<Figure> own;
    private final Runnable changed;
    private FigureAxes chosen;

    /**
     * @param own the figure with the axes of its own; null for none
     * @param changed is told when {@link #applied} gives another figure
     */
    public AxesAction(IWorkbenchSite site, Supplier<Figure> own, Runnable changed) {
        super(Messages.axesChoose, Images.descriptor("axes.svg"));
        this.site = site;
        this.own = own;
        this.changed = changed;
        update();
    }

    /** To be called when the view shows something else. */
    public void update() {
        Figure figure = own.get();
        setEnabled(figure != null && FigureAxes.of(figure).any());
    }

    /** Gives up what was chosen. */
    public void forget() {
        chosen = null;
    }

    /** A figure with the axes that were chosen. */
    public Figure applied(Figure figure) {
        return figure == null || chosen == null ? figure : chosen.applied(figure);
    }

    @Override
    public void run() {
        Figure figure = own.get();
        AxesDialog dialog = new AxesDialog(site.getShell(), figure, chosen == null ? FigureAxes.of(figure) : chosen);
        if (dialog.open() == Window.OK) {
            chosen = dialog.axes();
            changed.run();
        }
    }
}
