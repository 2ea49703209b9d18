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

    private FirstStart() {}

    /** Does so in the background, once in a workspace's life. */
    static void prepare(IWorkbenchWindow window) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
        boolean empty = ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0;
        if (preferences.getBoolean(DONE, false) || !empty) {
            return;
        }
        preferences.putBoolean(DONE, true);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            Platform.getLog(FirstStart.class).error(e.getMessage(), e);
        }
        // The platform shows Welcome in the first perspective that it opens, and then goes on to the next.
        window.getShell()
                .getDisplay()
                .asyncExec(() -> PlatformUI.getWorkbench().getIntroManager().showIntro(window, false));
        Examples.open(window, Examples.FIRST, false);
    }
}
