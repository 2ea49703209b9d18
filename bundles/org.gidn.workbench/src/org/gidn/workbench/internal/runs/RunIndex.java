// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * The runs of the projects in the workspace, as far as they have been read. Reading goes on in the background; whoever
 * shows runs asks for what is there and is told when there is more. Thread-safe; listeners are told on the UI thread.
 */
public final class RunIndex {
    private static final Comparator<RunNode> LATEST_FIRST =
            Comparator.comparing(RunNode::number).reversed();
    /** A store that takes long to be read is read so much less often, so that most of the time is left for other work. */
    private static final int PAUSES = 3;
    /** After so many nanoseconds a store that could not be read is tried again. */
    private static final long AGAIN = 10_000_000_000L;

    private final DeletedRuns deleted;
    private final Map<IProject, Reading> read = new ConcurrentHashMap<>();
    private final Set<IProject> reading = ConcurrentHashMap.newKeySet();
    private final AtomicLong readings = new AtomicLong();
    private final CopyOnWriteArrayList<Consumer<IProject>> listeners = new CopyOnWriteArrayList<>();

    /**
     * What was read of a project.
     *
     * @param runs the latest first
     * @param failure why they could not be read; null if they were
     * @param state the store before it was read; null if there is none
     * @param begun when, by the machine's clock of nanoseconds
     * @param ended when
     */
    private record Reading(List<RunNode> runs, String failure, StoreState state, long begun, long ended) {
        boolean atWork() {
            return runs.stream().anyMatch(run -> run.record().state() == RunState.RUNNING);
        }

        boolean failedLongAgo() {
            return failure != null && System.nanoTime() - ended > AGAIN;
        }

        boolean longAgo() {
            return System.nanoTime() - ended > PAUSES * (ended - begun);
        }
    }

    RunIndex(DeletedRuns deleted) {
        this.deleted = deleted;
        deleted.addListener(this::refresh);
    }

    /** The runs of a project, the latest first; empty, and read in the background, if they have not been read yet. */
    public List<RunNode> runs(IProject project) {
        Reading last = read.get(project);
        if (last == null) {
            refresh(project);
            return List.of();
        }
        return last.runs();
    }

    /** Why no runs of a project are known: they are being read, or could not be; null if they were read. */
    public String unknown(IProject project) {
        Reading last = read.get(project);
        return last == null ? Messages.viewReading : last.failure();
    }

    /** The run of a project that was begun last; null if there is none, or none is known yet. */
    public RunNode latest(IProject project) {
        List<RunNode> runs = runs(project);
        return runs.isEmpty() ? null : runs.get(0);
    }

    /**
     * The last reading of a run. The platform's trees and decorators tell elements apart by {@code equals} alone, so that
     * they may go on with an earlier reading of the same run.
     */
    public RunNode current(RunNode run) {
        Reading last = read.get(run.project());
        List<RunNode> runs = last == null ? List.of() : last.runs();
        int index = Collections.binarySearch(runs, run, LATEST_FIRST);
        return index >= 0 ? runs.get(index) : run;
    }

    /** Reads the runs of a project again, in the background. */
    public void refresh(IProject project) {
        if (reading.add(project)) {
            Job job = Job.create(
                    NLS.bind(Messages.jobReadingRuns, project.getName()), (ICoreRunnable) monitor -> readNow(project));
            job.setSystem(true);
            job.schedule();
        }
    }

    /** Reads the runs of a project again if its store has changed since it was read last, or could not be read then. */
    void refreshIfChanged(IProject project) {
        Reading last = read.get(project);
        if (last != null
                && last.longAgo()
                && (last.failedLongAgo()
                        || !StoreState.of(Project.open(Projects.folder(project)), last.atWork())
                                .equals(last.state()))) {
            refresh(project);
        }
    }

    /** One reading at a time, so that an older one never takes the place of a newer one. */
    private synchronized void readNow(IProject project) {
        reading.remove(project);
        List<RunNode> runs = List.of();
        String failure = null;
        StoreState state = null;
        long number = readings.incrementAndGet();
        long begun = System.nanoTime();
        try {
            if (Projects.isExperiment(project)) {
                Project store = Project.open(Projects.folder(project));
                state = StoreState.of(store, true);
                Map<Integer, RunLabel> labels = store.labels();
                Set<Integer> hidden = deleted.of(project);
                runs = store.runs().stream()
                        .filter(run -> !hidden.contains(run.number()))
                        .map(run -> RunNode.of(project, run, labels.getOrDefault(run.number(), RunLabel.NONE), number))
                        .sorted(LATEST_FIRST)
                        .toList();
            }
        } catch (Throwable e) {
            // The project stays usable without its list of runs, and its views say why there is none.
            failure = Failures.sentence(e);
        }
        Reading now = new Reading(runs, failure, state, begun, System.nanoTime());
        if (state != null && !now.atWork()) {
            now = new Reading(runs, failure, state.idle(), begun, now.ended());
        }
        read.put(project, now);
        tell(project);
    }

    private void tell(IProject project) {
        Display display =
                PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed()) {
            display.asyncExec(() -> listeners.forEach(listener -> Failures.contained(() -> listener.accept(project))));
        }
    }

    /** Forgets what was read of a project that is new, closed or gone. */
    public void forget(IProject project) {
        read.remove(project);
        tell(project);
    }

    /** Adds one that is told of every project whose runs have been read. */
    public void addListener(Consumer<IProject> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<IProject> listener) {
        listeners.remove(listener);
    }
}
