// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Platform;
import org.gidn.experiments.Project;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * The runs that the user has deleted: hidden at once, and deleted for good when the workbench closes, so that it can be undone
 * until then. Thread-safe.
 */
public final class DeletedRuns {
    private final Deque<List<RunNode>> deleted = new ArrayDeque<>();
    private final CopyOnWriteArrayList<Consumer<IProject>> listeners = new CopyOnWriteArrayList<>();

    DeletedRuns() {}

    /** Deletes runs, none of which is at work. */
    public void delete(Collection<RunNode> runs) {
        synchronized (this) {
            deleted.push(List.copyOf(runs));
        }
        tell(runs);
    }

    /** Whether there is something to be brought back. */
    public synchronized boolean any() {
        return !deleted.isEmpty();
    }

    /** Brings back what was deleted last. */
    public void undo() {
        List<RunNode> back;
        synchronized (this) {
            back = deleted.isEmpty() ? List.of() : deleted.pop();
        }
        tell(back);
    }

    private void tell(Collection<RunNode> runs) {
        runs.stream()
                .map(RunNode::project)
                .distinct()
                .forEach(project -> listeners.forEach(listener -> listener.accept(project)));
    }

    /** Adds one that is told of every project that has lost runs, or has them back. */
    void addListener(Consumer<IProject> listener) {
        listeners.add(listener);
    }

    /** The numbers of the deleted runs of a project. */
    synchronized Set<Integer> of(IProject project) {
        return deleted.stream()
                .flatMap(List::stream)
                .filter(run -> run.project().equals(project))
                .map(RunNode::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Deletes them for good; those of a project in which another program is at work stay. */
    public synchronized void purge() {
        Map<IProject, Set<Integer>> byProject = deleted.stream()
                .flatMap(List::stream)
                .filter(run -> Projects.isExperiment(run.project()))
                .collect(Collectors.groupingBy(
                        RunNode::project, Collectors.mapping(RunNode::number, Collectors.toCollection(TreeSet::new))));
        deleted.clear();
        byProject.forEach((project, runs) -> {
            try {
                Project.open(Projects.folder(project)).delete(runs);
            } catch (RuntimeException e) {
                Platform.getLog(DeletedRuns.class).error(e.getMessage(), e);
            }
        });
    }
}
