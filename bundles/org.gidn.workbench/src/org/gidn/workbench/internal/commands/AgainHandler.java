// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.gidn.workbench.internal.runs.RunNode;

/** Runs again with the settings of the selected runs, each with a seed that none of its project's runs had. */
public final class AgainHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        List<RunNode> runs = Targets.runs(context);
        setBaseEnabled(
                !runs.isEmpty() && runs.stream().allMatch(run -> run.record().readable()));
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Targets.runs(event.getApplicationContext()).forEach(Targets.model().queue()::again);
        return null;
    }
}
