// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** The commands of this plug-in, and how to give one from code. */
public final class Commands {
    public static final String RUN = Ids.PLUGIN + ".run";
    public static final String OPEN = Ids.PLUGIN + ".open";
    public static final String NEW_EXPERIMENT = Ids.PLUGIN + ".newExperiment";
    public static final String NEW_FROM_EXAMPLE = Ids.PLUGIN + ".newFromExample";
    public static final String OPEN_FOLDER = Ids.PLUGIN + ".openFolder";

    public static final String GUIDE = IWorkbenchCommandConstants.HELP_HELP_CONTENTS;

    private Commands() {}

    /** Gives a command, as its menu entry would; nothing happens if it is not enabled. */
    public static void execute(IServiceLocator site, String command) {
        IHandlerService handlers = (site instanceof IWorkbenchPartSite partSite ? partSite.getWorkbenchWindow() : site)
                .getService(IHandlerService.class);
        try {
            handlers.executeCommand(command, null);
        } catch (NotEnabledException e) {
            // As with the menu entry, which would be grey.
        } catch (CommandException e) {
            Platform.getLog(Commands.class).error(e.getMessage(), e);
        }
    }

    /**
     * Does what the user asked for in the background; says in a dialog what is wrong if it cannot be done.
     *
     * @return what does it, begun already
     */
    public static Job inBackground(String name, Runnable action) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Job job = Job.create(name, (ICoreRunnable) monitor -> {
            try {
                action.run();
            } catch (Throwable e) {
                String sentence = Failures.sentence(e);
                display.asyncExec(() -> refuse(sentence));
            }
        });
        job.schedule();
        return job;
    }

    /** Tells the user in one sentence why something cannot be done. */
    public static void refuse(String sentence) {
        MessageDialog.openError(Display.getCurrent().getActiveShell(), Messages.productName, sentence);
    }
}
