// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.io.IOException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.catalogue.InstalledVersion;
import org.gidn.experiments.internal.process.GuestOutput;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.preferences.WorkspaceChoice;

/** Starts the workbench on the workspace that the command line, the user's preference or the product's configuration names. */
public final class Application implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        ErrorLog.install();
        // about.mappings takes it from there.
        System.setProperty("gidn.version", InstalledVersion.product());
        GuestOutput.install();
        Display.setAppName(Messages.productName);
        Display display = PlatformUI.createDisplay();
        Location workspace = Platform.getInstanceLocation();
        try {
            if (!taken(workspace)) {
                return IApplication.EXIT_OK;
            }
            int code = PlatformUI.createAndRunWorkbench(display, new GidnWorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? IApplication.EXIT_RESTART : IApplication.EXIT_OK;
        } finally {
            display.dispose();
            if (workspace != null) {
                workspace.release();
            }
        }
    }

    /** Takes the workspace for this process, or tells the user in one sentence why that is not possible. */
    private static boolean taken(Location workspace) {
        if (workspace == null) {
            return refuse(Messages.workspaceMissing);
        }
        try {
            WorkspaceChoice.apply(workspace);
            if (workspace.getURL() == null) {
                return refuse(Messages.workspaceMissing);
            }
            return workspace.lock()
                    || refuse(
                            NLS.bind(Messages.workspaceInUse, workspace.getURL().getPath()));
        } catch (IOException e) {
            return refuse(
                    NLS.bind(Messages.workspaceUnusable, workspace.getURL().getPath(), e.getMessage()));
        }
    }

    private static boolean refuse(String sentence) {
        Splash.close();
        MessageDialog.openError(null, Messages.productName, sentence);
        return false;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().syncExec(PlatformUI.getWorkbench()::close);
        }
    }
}
