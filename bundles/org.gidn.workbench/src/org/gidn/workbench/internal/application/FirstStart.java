package org.gidn.workbench.internal.application;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.welcome.Examples;
import org.osgi.service.prefs.BackingStoreException;

/** Welcomes the user, and puts the first example into a new workspace, so that something can be run at once. */
final class FirstStart {
    private static final String DONE = "welcomed";
    /** Long enough for the window to be drawn. */
    private static final int PAUSE_MILLISECONDS = 1_000;

    private FirstStart() {}

    /** Does so once in a workspace's life. */
    static void welcome(IWorkbenchWindow window) {
        boolean empty = ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0;
        if (preferences().getBoolean(DONE, false) || !empty) {
            return;
        }
        PlatformUI.getWorkbench().getIntroManager().showIntro(window, false);
        // Welcome covers the example, which so need not be there when the window is first drawn.
        PlatformUI.getWorkbench().getDisplay().timerExec(PAUSE_MILLISECONDS, () -> offerExample(window));
    }

    private static void offerExample(IWorkbenchWindow window) {
        preferences().putBoolean(DONE, true);
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(FirstStart.class).error(e.getMessage(), e);
        }
        Examples.offer(window, Examples.FIRST);
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
    }
}
