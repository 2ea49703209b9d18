// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IProject;
import org.gidn.workbench.internal.Failures;

/**
 * The project and the run that all views on results show: what was selected last, or what was started last. To be used on
 * the UI thread.
 */
public final class RunFocus {
    private static final RunFocus INSTANCE = new RunFocus();

    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private IProject project;
    private RunNode run;

    private RunFocus() {
        RunIndex.get().addListener(this::read);
    }

    /** Keeps up with the runs of the project shown: the run shown may have ended, the first one may have begun. */
    private void read(IProject changed) {
        if (changed.equals(project)) {
            List<RunNode> runs = RunIndex.get().runs(changed);
            int index = run == null ? -1 : runs.indexOf(run);
            set(project, index >= 0 ? runs.get(index) : runs.isEmpty() ? null : runs.get(0));
        }
    }

    public static RunFocus get() {
        return INSTANCE;
    }

    /** The project; null if there is none. */
    public IProject project() {
        return project;
    }

    /** The run; null if the project has none. */
    public RunNode run() {
        return run;
    }

    /** Shows a run. */
    public void show(RunNode shown) {
        set(shown.project(), shown);
    }

    /** Shows a project by its latest run; a run of the same project that is shown already stays. */
    public void show(IProject shown) {
        if (!shown.equals(project) || run == null) {
            set(shown, RunIndex.get().latest(shown));
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
                && (run == null || run.record().equals(newRun.record()));
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
