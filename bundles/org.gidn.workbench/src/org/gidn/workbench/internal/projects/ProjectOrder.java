// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.gidn.workbench.internal.runs.RunNode;

/** The order of the navigator: projects by name; in a project the experiment first, then the runs, the latest first. */
public final class ProjectOrder extends ViewerComparator {
    @Override
    public int category(Object element) {
        return element instanceof RunNode ? 1 : 0;
    }

    @Override
    public int compare(Viewer viewer, Object a, Object b) {
        return a instanceof RunNode first && b instanceof RunNode second
                ? Integer.compare(second.number(), first.number())
                : super.compare(viewer, a, b);
    }
}
