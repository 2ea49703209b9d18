// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.gidn.experiments.project.RunResults;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Texts;
import org.gidn.workbench.internal.runs.RunFocus;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.runs.Runs;
import org.gidn.workbench.internal.runs.SharedResults;

/**
 * A view on the run that is in focus. What it shows is read in the background, once a second as long as the run is at work.
 * A view behind another one does nothing until it is seen.
 *
 * @param <T> what is read
 */
abstract class RunView<T> extends ViewPart {
    private static final int LIVE_MILLISECONDS = 1000;
    private static final int LINE = 48;

    private final Runnable focusListener = this::reload;
    private final Runnable jobsListener = this::reloadNothing;
    private WhenSeen seen;
    private Composite area;
    private Job reading;
    private boolean again;

    @Override
    public final void createPartControl(Composite parent) {
        area = parent;
        seen = new WhenSeen(this, this::startReading);
        createContent(parent);
        HelpContexts.set(parent, getSite().getId());
        RunFocus.get().addListener(focusListener);
        Runs.get().addListener(jobsListener);
        reload();
    }

    @Override
    public void dispose() {
        RunFocus.get().removeListener(focusListener);
        Runs.get().removeListener(jobsListener);
        seen.dispose();
        if (reading != null) {
            reading.cancel();
        }
        super.dispose();
    }

    /** Makes the view's controls. */
    abstract void createContent(Composite parent);

    /** Reads what is to be shown. Not called on the UI thread. */
    abstract T load(RunNode run, RunResults results);

    /** Shows what was read. */
    abstract void show(T content);

    /** Shows nothing but a text that says why, and what to do. */
    abstract void showEmpty(String text);

    /** Whether the view is in front, so that drawing it is worth while. */
    final boolean isSeen() {
        return seen.isSeen();
    }

    /** Reads and shows the run in focus anew. */
    final void reload() {
        if (area.isDisposed()) {
            return;
        }
        if (reading != null) {
            again = true;
            return;
        }
        seen.request();
    }

    private void startReading() {
        RunNode run = RunFocus.get().run();
        if (run == null) {
            showEmpty(nothing(RunFocus.get().project()));
            return;
        }
        Display display = area.getDisplay();
        reading = Job.create(getPartName(), (ICoreRunnable) monitor -> {
            Runnable outcome = read(run);
            if (!display.isDisposed()) {
                display.asyncExec(() -> finish(run, outcome));
            }
        });
        reading.setSystem(true);
        reading.schedule();
    }

    /** A project without runs may have got into the queue, or out of it. Called on any thread. */
    private void reloadNothing() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (RunFocus.get().run() == null) {
                    reload();
                }
            });
        }
    }

    private static String nothing(IProject project) {
        if (project == null) {
            return Messages.viewNoProject;
        }
        return Runs.get().job(project) == null ? Messages.viewNoRun : Messages.viewWaiting;
    }

    private Runnable read(RunNode run) {
        try {
            T content = load(run, SharedResults.of(run));
            return () -> show(content);
        } catch (Throwable e) {
            return () -> showFailure(e);
        }
    }

    private void showFailure(Throwable failure) {
        showEmpty(Texts.wrapped(Failures.sentence(failure), LINE));
    }

    private void finish(RunNode run, Runnable outcome) {
        reading = null;
        if (area.isDisposed()) {
            return;
        }
        if (run.equals(RunFocus.get().run())) {
            try {
                outcome.run();
            } catch (RuntimeException | Error e) {
                showFailure(e);
            }
        }
        if (again) {
            again = false;
            reload();
        } else if (Runs.get().live(run) != null) {
            area.getDisplay().timerExec(LIVE_MILLISECONDS, focusListener);
        }
    }
}
