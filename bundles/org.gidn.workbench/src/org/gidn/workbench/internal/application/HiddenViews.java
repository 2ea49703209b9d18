// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.util.Arrays;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.runs.RunModel;

/**
 * Makes the views that stand behind others soon after the start, one by one: the first click on a tab then shows its view at
 * once, even while a run keeps all cores busy.
 */
final class HiddenViews implements Runnable {
    /** Long enough for the window to do in between what its user wants of it. */
    private static final int PAUSE_MILLISECONDS = 500;

    private final IWorkbenchWindow window;
    private final Display display;

    private HiddenViews(IWorkbenchWindow window) {
        this.window = window;
        this.display = window.getShell().getDisplay();
    }

    /** Begins once the window has been open for a moment. */
    static void makeLater(IWorkbenchWindow window) {
        HiddenViews views = new HiddenViews(window);
        views.display.timerExec(4 * PAUSE_MILLISECONDS, views);
    }

    @Override
    public void run() {
        IWorkbenchPage page = window.getShell() == null ? null : window.getActivePage();
        if (page == null) {
            return; // the window has been closed
        }
        boolean left = true;
        if (window.getService(RunModel.class).queue().jobs().isEmpty()) {
            left = Arrays.stream(page.getViewReferences())
                    .filter(view -> view.getId().startsWith(Ids.PLUGIN) && view.getView(false) == null)
                    .findFirst()
                    .map(HiddenViews::make)
                    .orElse(false);
        }
        if (left) {
            display.timerExec(PAUSE_MILLISECONDS, this);
        }
    }

    /** Whether it could be made; a view that can't be says so itself, and once is enough. */
    private static boolean make(IViewReference view) {
        return view.getView(true) != null;
    }
}
