// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.runs.RunNode;

/** Goes on with a run that was stopped or failed. */
public final class ResumeHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!resumable(context).isEmpty());
    }

    private static List<RunNode> resumable(Object context) {
        return Targets.runs(context).stream()
                .filter(run -> run.record().state() == RunState.CANCELLED
                        || run.record().state() == RunState.FAILED)
                .filter(run -> Targets.model().queue().job(run.project()) == null)
                .toList();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        resumable(event.getApplicationContext()).forEach(Targets.model().queue()::resume);
        return null;
    }
}
