// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Brings back the runs that were deleted last. */
public final class UndoDeleteHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Targets.model().deleted().any());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Targets.model().deleted().undo();
        return null;
    }
}
