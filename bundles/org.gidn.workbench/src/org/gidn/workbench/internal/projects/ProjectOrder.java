// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.project.RunRecord;
import org.gidn.workbench.internal.preferences.TreePreferences;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;

/** The order of the navigator: projects by name; in a project the experiment first, then the runs, the latest or the best first. */
public final class ProjectOrder extends ViewerComparator {
    private final RunModel model = PlatformUI.getWorkbench().getService(RunModel.class);

    @Override
    public int category(Object element) {
        return element instanceof RunNode ? 1 : 0;
    }

    @Override
    public int compare(Viewer viewer, Object a, Object b) {
        if (!(a instanceof RunNode first && b instanceof RunNode second)) {
            return super.compare(viewer, a, b);
        }
        int better = TreePreferences.bestFirst()
                ? RunRecord.bestFirst()
                        .compare(
                                model.index().current(first).record(),
                                model.index().current(second).record())
                : 0;
        return better == 0 ? Integer.compare(second.number(), first.number()) : better;
    }
}
