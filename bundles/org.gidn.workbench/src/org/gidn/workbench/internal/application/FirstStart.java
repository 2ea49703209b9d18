// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.welcome.Examples;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Welcomes the user, and puts the first example into a new workspace, so that something can be run at once. What Welcome covers,
 * the views and the example, follows when the window has been drawn.
 */
final class FirstStart {
    private static final String DONE = "welcomed";
    /** Long enough for the window to be drawn. */
    private static final int PAUSE_MILLISECONDS = 1_000;

    private FirstStart() {}

    /** Whether this is a new workspace, whose user has not been welcomed. */
    static boolean ahead() {
        return !preferences().getBoolean(DONE, false)
                && ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0;
    }

    /** Does so once in a workspace's life. */
    static void welcome(IWorkbenchWindow window) {
        if (ahead()) {
            PlatformUI.getWorkbench().getIntroManager().showIntro(window, false);
            PlatformUI.getWorkbench().getDisplay().timerExec(PAUSE_MILLISECONDS, () -> follow(window));
        }
    }

    /** Leaves the welcome out, for a user who has come for an experiment of their own; the views are there all the same. */
    static void pass(IWorkbenchWindow window) {
        if (ahead()) {
            remember();
            addViews(window.getActivePage());
        }
    }

    private static void follow(IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return; // the window has been closed; the next start welcomes again
        }
        remember();
        addViews(page);
        Examples.offer(window, Examples.FIRST);
    }

    private static void remember() {
        preferences().putBoolean(DONE, true);
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(FirstStart.class).error(e.getMessage(), e);
        }
    }

    /** The user may have gone to another perspective already. */
    private static void addViews(IWorkbenchPage page) {
        IPerspectiveDescriptor shown = page.getPerspective();
        page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(Ids.PERSPECTIVE));
        page.resetPerspective();
        page.setPerspective(shown);
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
    }
}
