// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.ToldTable;
import org.gidn.workbench.internal.Failures;

/**
 * The runs that are at work or wait for their turn in this window; one works at a time, since each uses all cores. A run
 * goes on whatever is opened or closed meanwhile. Thread-safe.
 */
public final class RunQueue {
    private final RunIndex index;
    private final RunFocus focus;
    private final CopyOnWriteArrayList<RunJob> jobs = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    RunQueue(RunIndex index, RunFocus focus) {
        this.index = index;
        this.focus = focus;
    }

    /** Runs a project's experiment as its file stands, as soon as no other run is at work. */
    public Job start(IProject project, Overrides overrides) {
        return schedule(RunJob.start(this, project, overrides));
    }

    /** Runs with the settings of a run, and a seed that no run of its project had. */
    public Job again(RunNode run) {
        long highest = index.runs(run.project()).stream()
                .mapToLong(each -> each.record().seed())
                .reduce(run.record().seed(), Math::max);
        long waiting = waiting().stream()
                .filter(job -> job.project().equals(run.project()))
                .count();
        return schedule(RunJob.again(this, run, highest + 1 + waiting));
    }

    /** Those that wait for their turn, in their order. */
    public List<RunJob> waiting() {
        return jobs.stream().filter(job -> job.getState() == Job.WAITING).toList();
    }

    /** Lets one that waits have the next turn. */
    public void next(RunJob job) {
        synchronized (this) {
            List<RunJob> others = waiting();
            if (!others.contains(job)) {
                return;
            }
            for (RunJob other : others) {
                // The platform puts what it wakes behind all that waits.
                if (other != job && other.sleep()) {
                    other.wakeUp();
                    jobs.remove(other);
                    jobs.add(other);
                }
            }
        }
        changed();
    }

    /** Goes on with a run that was stopped or failed. */
    public Job resume(RunNode run) {
        return schedule(RunJob.resume(this, run));
    }

    /** Runs a project's experiment with so many seeds, from its own on. */
    public Job seeds(IProject project, int count) {
        return schedule(RunJob.seeds(this, project, count));
    }

    /** Asks for designs of a project that people are to measure: so many are to be pending, or those that the method wants if 0. */
    public Job ask(IProject project, int count) {
        return schedule(RunJob.ask(this, project, count));
    }

    /** Tells what people have measured of a project. */
    public Job tell(IProject project, ToldTable table) {
        return schedule(RunJob.tell(this, project, table));
    }

    private Job schedule(RunJob job) {
        jobs.add(job);
        job.schedule();
        changed();
        return job;
    }

    /** What the user has chosen by now, for {@link #began}. */
    long choices() {
        return focus.choices();
    }

    /** A run has begun: it is shown. */
    void began(RunJob job, RunRecord run) {
        changed();
        index.refresh(job.project());
        PlatformUI.getWorkbench()
                .getDisplay()
                .asyncExec(() -> focus.begin(new RunNode(job.project(), run), job.asked()));
    }

    void ended(RunJob job) {
        jobs.remove(job);
        changed();
        index.refresh(job.project());
    }

    private void changed() {
        listeners.forEach(Failures::contained);
    }

    /** The runs at work and waiting, in their order. */
    public List<RunJob> jobs() {
        return List.copyOf(jobs);
    }

    /** The job that works or waits for a project; null if there is none. */
    public RunJob job(IProject project) {
        return jobs.stream()
                .filter(job -> job.project().equals(project))
                .findFirst()
                .orElse(null);
    }

    /** The live state of a run; null if it is not at work here. */
    public LiveRun live(RunNode run) {
        for (RunJob job : jobs) {
            LiveRun.Snapshot snapshot = job.live().snapshot();
            if (job.project().equals(run.project())
                    && snapshot.record() != null
                    && snapshot.record().number() == run.number()) {
                return job.live();
            }
        }
        return null;
    }

    /** Stops all runs, those that wait included. */
    public void stopAll() {
        jobs.forEach(Job::cancel);
    }

    /** Adds one that is told, on any thread, when a run is queued, begins or ends. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
