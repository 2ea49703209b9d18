// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.commands.OpenFolderHandler;

/** The main window: its bars, its size, what it opens with. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {
    /** The experiment that the start script was given to open; null if none. */
    private static final String OPENED = System.getProperty("gidn.open");

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final List<String> UNWANTED = List.of(
            "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.navigation",
            "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
            "org.eclipse.ui.edit.text.actionSet.openExternalFile");

    WindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ActionBars(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        Rectangle screen =
                PlatformUI.getWorkbench().getDisplay().getPrimaryMonitor().getClientArea();
        configurer.setInitialSize(new Point(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height)));
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(true);
        configurer.setTitle(Messages.productName);
    }

    /** The platform asks for this before the window is drawn, so that Welcome is the first that is seen. */
    @Override
    public void openIntro() {
        if (OPENED == null) {
            FirstStart.welcome(getWindowConfigurer().getWindow());
        }
    }

    @Override
    public void postWindowOpen() {
        Splash.close();
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        hideActionSets(window);
        EditorKeeper.install(window);
        FocusTracker.install(window);
        HiddenViews.makeLater(window);
        if (OPENED != null) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(window));
        }
    }

    private static void open(IWorkbenchWindow window) {
        FirstStart.pass(window);
        try {
            OpenFolderHandler.open(window, Path.of(OPENED));
        } catch (ExecutionException e) {
            Platform.getLog(WindowAdvisor.class).error(e.getMessage(), e);
        }
    }

    /** Takes the text editors' own buttons, made for programmers, off the toolbar, now and after a reset. */
    private static void hideActionSets(IWorkbenchWindow window) {
        PerspectiveAdapter hider = new PerspectiveAdapter() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                UNWANTED.forEach(page::hideActionSet);
            }

            @Override
            public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
                if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) {
                    UNWANTED.forEach(page::hideActionSet);
                }
            }
        };
        window.addPerspectiveListener(hider);
        hider.perspectiveActivated(
                window.getActivePage(), window.getActivePage().getPerspective());
    }
}
