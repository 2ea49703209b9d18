// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.StoreException;

/** What the user is told of work that ended by an exception, whatever its kind: whoever waits for it is to go on. */
public final class Failures {
    private Failures() {}

    /** One sentence; an error of the program itself goes to the error log too, with all its detail. */
    public static String sentence(Throwable failure) {
        if (failure instanceof InvalidInputException
                || failure instanceof StoreException
                || failure instanceof CoreException) {
            return failure.getMessage();
        }
        Platform.getLog(Failures.class).error(failure.toString(), failure);
        return NLS.bind(Messages.programFailed, failure);
    }

    /** Tells a listener; one that fails is for the error log, and keeps nothing from those after it. */
    public static void contained(Runnable listener) {
        try {
            listener.run();
        } catch (Throwable e) {
            Platform.getLog(Failures.class).error(e.toString(), e);
        }
    }
}
