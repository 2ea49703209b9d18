// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.part.ViewPart;
import org.gidn.cluster.Cluster;
import org.gidn.cluster.WorkersStatus;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.workspace.Projects;

/** The workers of the project in focus on its cluster, live: how many do what, how far they are, and why some failed. */
public final class ClusterView extends ViewPart {
    /** How often the shared folder is looked at while the view is seen. */
    private static final int INTERVAL = 1000;

    private final Runnable focusListener = this::look;
    private final Job looking = Job.createSystem("gidn-cluster", (ICoreRunnable) monitor -> read());
    private RunModel model;
    private StyledText summary;
    private TableViewer workers;
    private StyledText words;
    private Action check;
    private Action stop;
    private Job checking;
    /** What a check has found so far; empty if none was made. */
    private String steps = "";

    private String troubles = "";
    /** The one of the project in focus; used by the job that looks, and by none else. */
    private ProjectCluster cluster;

    @Override
    public void createPartControl(Composite parent) {
        model = getSite().getService(RunModel.class);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(parent);
        summary = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP);
        Named.name(summary, this::getPartName);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(summary);
        SashForm parts = new SashForm(parent, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        createTable(parts);
        words = new StyledText(parts, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Named.name(words, () -> Messages.words);
        createActions();
        HelpContexts.set(parent, Ids.CLUSTER);
        model.focus().addListener(focusListener);
        look();
    }

    private void createTable(Composite parent) {
        workers = new TableViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        workers.getTable().setHeaderVisible(true);
        Named.name(workers.getTable(), () -> Messages.workers);
        workers.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.job, 140, SWT.LEFT, WorkersStatus.Worker::job);
        column(Messages.machine, 140, SWT.LEFT, WorkersStatus.Worker::host);
        column(Messages.state, 90, SWT.LEFT, WorkersStatus.Worker::state);
        column(Messages.chunks, 80, SWT.RIGHT, worker -> StatusText.number(worker.chunks()));
        column(Messages.designs, 100, SWT.RIGHT, worker -> StatusText.number(worker.designs()));
    }

    private void column(String name, int width, int align, Function<WorkersStatus.Worker, String> text) {
        TableViewerColumn column = new TableViewerColumn(workers, align);
        column.getColumn().setText(name);
        column.getColumn().setWidth(width);
        column.setLabelProvider(
                ColumnLabelProvider.createTextProvider(worker -> text.apply((WorkersStatus.Worker) worker)));
    }

    private void createActions() {
        check = action(Messages.check, Messages.checkTip, this::check);
        stop = action(Messages.stop, Messages.stopTip, this::askAndStop);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        for (Action action : List.of(check, stop)) {
            ActionContributionItem item = new ActionContributionItem(action);
            item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
            bar.add(item);
        }
    }

    private static Action action(String name, String tip, Runnable work) {
        Action action = new Action(name) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setToolTipText(tip);
        action.setEnabled(false);
        return action;
    }

    /** Looks now, and from now on again and again. */
    private void look() {
        looking.cancel();
        looking.schedule();
    }

    private void read() {
        Runnable outcome = outcome();
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!summary.isDisposed()) {
                    outcome.run();
                    looking.schedule(INTERVAL);
                }
            });
        }
    }

    private Runnable outcome() {
        IProject project = model.focus().project();
        try {
            if (project == null) {
                return () -> showNone(Messages.noProject);
            }
            Path folder = Projects.folder(project);
            if (cluster == null || !cluster.folder().equals(folder)) {
                close();
                cluster = new ProjectCluster(folder);
            }
            Optional<Cluster> found = cluster.get();
            if (found.isEmpty()) {
                return () -> showNone(NLS.bind(Messages.local, project.getName()));
            }
            List<WorkersStatus> all = found.get().status();
            Path shared = found.get().shared();
            return () -> show(shared, all);
        } catch (Throwable e) {
            String sentence = Failures.sentence(e);
            return () -> showNone(sentence);
        }
    }

    private void close() {
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }

    private void showNone(String text) {
        show(text, List.of(), "", false);
    }

    private void show(Path shared, List<WorkersStatus> all) {
        List<WorkersStatus.Worker> rows = new ArrayList<>();
        all.forEach(status -> rows.addAll(status.workers()));
        show(StatusText.summary(shared, all), rows, StatusText.troubles(all), true);
    }

    private void show(String text, List<WorkersStatus.Worker> rows, String failed, boolean there) {
        if (!summary.getText().equals(text)) {
            summary.setText(text);
            summary.getParent().layout();
        }
        if (!rows.equals(workers.getInput())) {
            workers.setInput(rows);
        }
        troubles = failed;
        showWords();
        check.setEnabled(there && checking == null);
        stop.setEnabled(there);
    }

    private void showWords() {
        String text = steps.isEmpty() ? troubles : steps + "\n\n" + troubles;
        if (!words.getText().equals(text.strip())) {
            words.setText(text.strip());
        }
    }

    /** Tries the whole way with one worker of the project in focus. */
    public void check() {
        IProject project = model.focus().project();
        Display display = summary.getDisplay();
        steps = NLS.bind(Messages.checkRunning, project.getName());
        showWords();
        check.setEnabled(false);
        checking = Job.create(Messages.check + " " + project.getName(), (ICoreRunnable) monitor -> {
            try (ProjectCluster own = new ProjectCluster(Projects.folder(project))) {
                own.check(step -> tell(display, StatusText.step(step)), monitor::isCanceled);
            } catch (CancellationException e) {
                // As the user wished.
            } catch (Throwable e) {
                tell(display, Failures.sentence(e));
            } finally {
                display.asyncExec(() -> checking = null);
            }
        });
        checking.schedule();
    }

    private void tell(Display display, String line) {
        display.asyncExec(() -> {
            steps += "\n" + line;
            if (!words.isDisposed()) {
                showWords();
            }
        });
    }

    private void askAndStop() {
        String name = model.focus().project().getName();
        if (MessageDialog.openQuestion(
                getSite().getShell(), Messages.stopTitle, NLS.bind(Messages.stopQuestion, name))) {
            stop();
        }
    }

    /** Ends all workers of the project in focus. */
    public void stop() {
        IProject project = model.focus().project();
        Display display = summary.getDisplay();
        Job job = Job.create(Messages.stop + " " + project.getName(), (ICoreRunnable) monitor -> {
            try (ProjectCluster own = new ProjectCluster(Projects.folder(project))) {
                Cluster found = own.get().orElseThrow();
                int jobs = found.stop();
                tell(display, NLS.bind(Messages.stopped, jobs, found.shared()));
            } catch (Throwable e) {
                String sentence = Failures.sentence(e);
                display.asyncExec(() -> Commands.refuse(sentence));
            }
        });
        job.schedule();
    }

    /** What is told of the workers. */
    public String summary() {
        return summary.getText();
    }

    /** What is told of checks, and of workers that failed. */
    public String words() {
        return words.getText();
    }

    /** How many workers are listed. */
    public int workers() {
        return workers.getTable().getItemCount();
    }

    @Override
    public void setFocus() {
        workers.getTable().setFocus();
    }

    @Override
    public void dispose() {
        model.focus().removeListener(focusListener);
        looking.cancel();
        Job closing = Job.createSystem("gidn-cluster", (ICoreRunnable) monitor -> {
            try {
                looking.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close();
        });
        closing.schedule();
        super.dispose();
    }
}
