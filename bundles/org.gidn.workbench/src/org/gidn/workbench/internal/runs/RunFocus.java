// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.gidn.workbench.internal.Failures;

/**
 * The one current project and run: the tree, the editors and all views that are not pinned show it. It is what the user chose
 * last, or what has begun since at the user's wish. To be used on the UI thread.
 */
public final class RunFocus {
    private final RunIndex index;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private IProject project;
    private RunNode run;
    private volatile long choices;
    private List<?> chosen = List.of();

    RunFocus(RunIndex index) {
        this.index = index;
        index.addListener(this::read);
    }

    /** Keeps up with the runs of the project shown: the run shown may have ended, the first one may have begun. */
    private void read(IProject changed) {
        if (changed.equals(project)) {
            List<RunNode> runs = index.runs(changed);
            int place = run == null ? -1 : runs.indexOf(run);
            boolean begun = run != null && run.reading() == 0;
            // A run that has just begun may not have been there yet when they were read.
            RunNode other = begun ? run : runs.isEmpty() ? null : runs.get(0);
            set(project, place >= 0 ? runs.get(place) : other);
        }
    }

    /** The project; null if there is none. */
    public IProject project() {
        return project;
    }

    /** The run; null if the project has none. */
    public RunNode run() {
        return run;
    }

    /** How often the user has chosen something. May be asked on any thread. */
    long choices() {
        return choices;
    }

    /** Shows the run that the user has chosen. */
    public void show(RunNode shown) {
        choices++;
        set(shown.project(), index.current(shown));
    }

    /** Shows the project that the user has chosen, by its latest run; a run of the same project that is shown already stays. */
    public void show(IProject shown) {
        choices++;
        if (!shown.equals(project) || run == null) {
            set(shown, index.latest(shown));
        }
    }

    /**
     * Shows a run that begins, unless the user has turned to another project since it was asked for.
     *
     * @param asked what {@link #choices} was then
     */
    void begin(RunNode begun, long asked) {
        if (asked == choices || begun.project().equals(project) || project == null) {
            set(begun.project(), begun);
        }
    }

    /** What is compared: several runs or projects that are selected in the tree, else nothing in particular. */
    public List<RunNode> chosen() {
        return chosen.stream()
                .flatMap(one -> one instanceof IProject whole
                        ? index.runs(whole).stream()
                        : Stream.of(index.current((RunNode) one)))
                .distinct()
                .toList();
    }

    /** The user has selected these projects and runs in the tree. */
    public void choose(List<?> selected) {
        List<?> several = selected.stream()
                .filter(one -> one instanceof IProject || one instanceof RunNode)
                .toList();
        List<?> now = several.size() > 1 ? several : List.of();
        if (!now.equals(chosen)) {
            chosen = now;
            listeners.forEach(Failures::contained);
        }
    }

    /** Goes on with a project that was renamed. */
    public void moved(IProject before, IProject now) {
        if (before.equals(project)) {
            index.refresh(now);
            set(now, run == null ? null : new RunNode(now, run.record()));
        }
    }

    /** Forgets a project that is gone. */
    public void forget(IProject gone) {
        if (gone.equals(project)) {
            set(null, null);
        }
    }

    private void set(IProject newProject, RunNode newRun) {
        boolean same = Objects.equals(project, newProject)
                && Objects.equals(run, newRun)
                && (run == null
                        || run.record().equals(newRun.record()) && run.label().equals(newRun.label()));
        project = newProject;
        run = newRun;
        if (!same) {
            listeners.forEach(Failures::contained);
        }
    }

    /** Adds one that is told of every change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
