// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunQueue;

/** What becomes of the runs at work when the user leaves the workbench. */
final class RunningRuns {
    private RunningRuns() {}

    /** Asks whether runs may be stopped, if there are any, and stops them; false if the user would rather stay. */
    static boolean mayStop(RunQueue queue) {
        int runs = queue.jobs().size();
        if (runs == 0) {
            return true;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        String question = runs == 1 ? Messages.exitOneRun : NLS.bind(Messages.exitRuns, runs);
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                window == null ? null : window.getShell(),
                Messages.exitTitle,
                question,
                0,
                Messages.exitStop,
                Messages.exitStay);
        return answer == 0 && stop(queue);
    }

    /** Stops all runs and waits until they have put away what they have. */
    private static boolean stop(RunQueue queue) {
        queue.stopAll();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(RunningRuns::await);
            return true;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void await(IProgressMonitor monitor) throws InterruptedException {
        try {
            Job.getJobManager().join(RunQueue.class, monitor);
        } catch (OperationCanceledException e) {
            throw new InterruptedException(e.getMessage());
        }
    }
}
