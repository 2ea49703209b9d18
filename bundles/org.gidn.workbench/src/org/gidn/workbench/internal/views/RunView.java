// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Texts;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * A view on the current run, or on the one that it is pinned to; it says which. What it shows is read in the background, and
 * anew whenever the run has stored more. A view behind another one does nothing until it is seen.
 *
 * @param <T> what is read
 */
public abstract class RunView<T> extends ViewPart {
    private static final int LINE = 48;
    /** What takes no longer is not worth a word. */
    private static final int TELL_AFTER_MILLISECONDS = 400;

    private static final int LINE_LEFT = 12;
    private static final int LINE_TOP = 6;

    private final Runnable focusListener = this::focusChanged;
    private final Consumer<IProject> indexListener = this::read;
    private final Runnable jobsListener = this::reloadNothing;
    private final Action pin = new Action(Messages.runPin, IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            pin(isChecked() ? shownRun() : null);
        }
    };
    private RunModel model;
    private WhenSeen seen;
    private Composite area;
    private Label line;
    private Job reading;
    private boolean again;
    private IProject project;
    private RunNode run;
    private RunNode pinned;
    /** The run whose content is shown; null if there is none. */
    private RunNode seenRun;

    @Override
    public final void createPartControl(Composite parent) {
        model = getSite().getService(RunModel.class);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        line = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(LINE_LEFT, LINE_TOP)
                .applyTo(line);
        GridCell.show(line, false);
        area = new Composite(parent, SWT.NONE);
        area.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        seen = new WhenSeen(this, this::startReading);
        pin.setImageDescriptor(Images.descriptor("pin.svg"));
        createContent(area);
        getViewSite().getActionBars().getToolBarManager().add(pin);
        HelpContexts.set(parent, getSite().getId());
        model.focus().addListener(focusListener);
        model.index().addListener(indexListener);
        model.queue().addListener(jobsListener);
        follow();
    }

    @Override
    public void dispose() {
        model.focus().removeListener(focusListener);
        model.index().removeListener(indexListener);
        model.queue().removeListener(jobsListener);
        seen.dispose();
        if (reading != null) {
            reading.cancel();
        }
        super.dispose();
    }

    /** What the window knows of runs. */
    protected final RunModel model() {
        return model;
    }

    /** Makes the view's controls. */
    protected abstract void createContent(Composite parent);

    /** Reads what is to be shown. Not called on the UI thread. */
    protected abstract T load(RunNode run, RunResults results);

    /** Shows what was read. */
    protected abstract void show(T content);

    /** Shows nothing but a text that says why, and what to do. */
    protected abstract void showEmpty(String text);

    /** Another run is to be shown; what belongs to the one before is told no more. Its content follows. */
    protected void runChanged() {
        // most views have nothing but their content
    }

    /** What stands above the content; {@code ""} if the content itself names project and run. */
    protected String heading(RunNode node) {
        return node.title();
    }

    /** Whether the view is in front, so that drawing it is worth while. */
    protected final boolean isSeen() {
        return seen.isSeen();
    }

    /** The run that the view is to show; null if there is none. */
    public final RunNode shownRun() {
        return run;
    }

    /** Keeps showing a run, whatever becomes the current one; null to follow that again. */
    public final void pin(RunNode kept) {
        pinned = kept;
        pin.setChecked(kept != null);
        follow();
        showTitle();
    }

    private void focusChanged() {
        if (pinned == null) {
            follow();
        }
    }

    /** Turns to the run that is to be shown, unless it is shown already. */
    private void follow() {
        if (area.isDisposed()) {
            return;
        }
        IProject newProject = pinned == null ? model.focus().project() : pinned.project();
        RunNode newRun = pinned == null ? model.focus().run() : pinned;
        if (!Objects.equals(newProject, project) || !Objects.equals(newRun, run)) {
            project = newProject;
            run = newRun;
            runChanged();
            reload();
        }
    }

    /** The runs of a project have been read: the one that is shown may have gone on, ended, or be gone. */
    private void read(IProject changed) {
        if (run == null && changed.equals(project)) {
            reload();
        }
        if (area.isDisposed() || run == null || !changed.equals(run.project())) {
            return;
        }
        RunNode now = model.index().current(run);
        boolean further = now.record().state() == RunState.RUNNING
                || !now.record().equals(run.record())
                || !now.label().equals(run.label());
        boolean gone = !model.index().runs(changed).contains(run);
        if (pinned != null && gone) {
            pin(null);
        } else if (further && !gone) {
            run = now;
            reload();
        }
    }

    /** Reads and shows the run anew. */
    protected final void reload() {
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
        RunNode wanted = run;
        if (wanted == null) {
            seenRun = null;
            showEmpty(nothing(project));
            showTitle();
            return;
        }
        Display display = area.getDisplay();
        reading = Job.create(getPartName(), (ICoreRunnable) monitor -> {
            Runnable outcome = read(wanted);
            if (!display.isDisposed()) {
                display.asyncExec(() -> finish(wanted, outcome));
            }
        });
        reading.setSystem(true);
        reading.schedule();
        if (!wanted.equals(seenRun)) {
            Job job = reading;
            display.timerExec(TELL_AFTER_MILLISECONDS, () -> {
                if (reading == job && !area.isDisposed() && wanted.equals(run)) {
                    showEmpty(Messages.viewReading);
                }
            });
        }
    }

    /** A project without runs may have got into the queue, or out of it. Called on any thread. */
    private void reloadNothing() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (run == null) {
                    reload();
                }
            });
        }
    }

    private String nothing(IProject project) {
        if (project == null) {
            return Messages.viewNoProject;
        }
        if (model.queue().job(project) != null) {
            return Messages.viewWaiting;
        }
        String unknown = model.index().unknown(project);
        return unknown == null ? Messages.viewNoRun : Texts.wrapped(unknown, LINE);
    }

    private Runnable read(RunNode wanted) {
        try {
            T content = load(wanted, model.results().of(wanted));
            return () -> show(content);
        } catch (Throwable e) {
            return () -> showFailure(e);
        }
    }

    private void showFailure(Throwable failure) {
        showEmpty(Texts.wrapped(Failures.sentence(failure), LINE));
    }

    private void finish(RunNode wanted, Runnable outcome) {
        reading = null;
        if (area.isDisposed()) {
            return;
        }
        if (wanted.equals(run)) {
            seenRun = wanted;
            try {
                outcome.run();
            } catch (RuntimeException | Error e) {
                showFailure(e);
            }
            showTitle();
        }
        if (again) {
            again = false;
            reload();
        }
    }

    /** Says which project and run the content is of: above it, and where the mouse points at the view's tab. */
    private void showTitle() {
        String named = run == null ? "" : heading(run);
        String text = pinned == null || named.isEmpty() ? named : NLS.bind(Messages.runPinned, named);
        line.setText(LegacyActionTools.escapeMnemonics(text));
        boolean shown = !text.isEmpty();
        if (shown == ((GridData) line.getLayoutData()).exclude) {
            GridCell.show(line, shown);
            line.getParent().layout();
        }
        setTitleToolTip(toolTip());
    }

    private String toolTip() {
        if (run == null) {
            return getPartName();
        }
        String shown = pinned == null ? run.title() : NLS.bind(Messages.runPinned, run.title());
        String more = explanation();
        return getPartName() + " \u2014 " + shown + (more.isEmpty() ? "" : "\n" + more);
    }

    /** Why there is no design of the run shown: not yet, or none at all. */
    protected final String noDesigns() {
        return run != null && run.record().state() == RunState.RUNNING ? Messages.galleryWaiting : Messages.galleryNone;
    }

    /** More on what is shown, for the tooltip of the view's tab. */
    protected String explanation() {
        return "";
    }

    /** What stands above the content; {@code ""} if nothing does. */
    public final String title() {
        return line.getText().replace("&&", "&");
    }
}
