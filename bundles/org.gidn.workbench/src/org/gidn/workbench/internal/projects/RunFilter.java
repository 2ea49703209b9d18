// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.gidn.experiments.project.RunSearch;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.runs.RunNode;

/** Leaves in the tree what is found by the user's words, and archived runs only where they are wanted. */
final class RunFilter extends ViewerFilter {
    private final RunIndex index;
    private String words = "";
    private RunSearch search = RunSearch.of("");
    private boolean archived;

    RunFilter(RunIndex index) {
        this.index = index;
    }

    /** Finds by other words; whether they are others. */
    boolean find(String text) {
        if (text.strip().equals(words)) {
            return false;
        }
        words = text.strip();
        search = RunSearch.of(words);
        return true;
    }

    void showArchived(boolean shown) {
        archived = shown;
    }

    /** Whether all is found that is there. */
    boolean isOff() {
        return words.isEmpty();
    }

    /** The runs of a project that are found. */
    List<RunNode> found(IProject project) {
        return index.runs(project).stream().filter(this::finds).toList();
    }

    private boolean finds(RunNode element) {
        RunNode run = index.current(element);
        return (archived || !run.label().archived()) && search.finds(run.text());
    }

    @Override
    public boolean select(Viewer viewer, Object parent, Object element) {
        return switch (element) {
            case RunNode run -> finds(run);
            case IProject project ->
                isOff()
                        || search.finds(project.getName().toLowerCase(Locale.ROOT))
                        || index.runs(project).stream().anyMatch(this::finds);
            default -> true;
        };
    }
}
