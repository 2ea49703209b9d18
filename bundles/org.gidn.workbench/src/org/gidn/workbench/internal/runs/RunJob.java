// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.progress.IProgressConstants2;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.Sweep;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.internal.process.GuestExit;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Laboratory;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.experiments.run.SweepRunner;
import org.gidn.experiments.run.ToldTable;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.plugins.InstallOffer;
import org.gidn.workbench.internal.preferences.RunPreferences;
import org.gidn.workbench.internal.workspace.Projects;

/** A run as a job of the platform: shown with its progress, and stopped, in the Progress view. */
public final class RunJob extends Job {
    private static final ISchedulingRule ONE_AT_A_TIME = new ISchedulingRule() {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    };

    private final RunQueue queue;
    private final IProject project;
    private final Work work;
    private final LiveRun live = new LiveRun();
    private final InstallOffer offer = new InstallOffer();
    private final long asked;

    @FunctionalInterface
    private interface Work {
        RunRecord run(Catalogue catalogue, RunListener listener, Cancellation cancellation);
    }

    private RunJob(RunQueue queue, IProject project, String name, Work work) {
        super(name);
        this.queue = queue;
        this.asked = queue.choices();
        this.project = project;
        this.work = work;
        setUser(false);
        setPriority(Job.LONG);
        setRule(ONE_AT_A_TIME);
        setProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY, Boolean.TRUE);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor(Images.RUN));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
        addJobChangeListener(IJobChangeListener.onDone(event -> finish()));
    }

    static RunJob start(RunQueue queue, IProject project, Overrides overrides) {
        List<String> changes = new ArrayList<>();
        if (overrides.scale() != null) {
            changes.add(NLS.bind(Messages.jobScale, overrides.scale()));
        }
        overrides.settings().forEach((path, value) -> changes.add(path + " " + value));
        String name = changes.isEmpty()
                ? NLS.bind(Messages.jobRun, project.getName())
                : NLS.bind(Messages.jobRunChanged, project.getName(), String.join(", ", changes));
        return new RunJob(queue, project, name, (catalogue, listener, cancellation) -> {
            Project folder = Project.open(Projects.folder(project));
            ExperimentReader reader = new ExperimentReader(catalogue);
            Experiment written = reader.read(folder.experimentFile(), overrides);
            Experiment experiment = reader.read(folder.experimentFile(), RunPreferences.with(overrides, written));
            return new Runner(catalogue).run(folder, experiment, listener, cancellation);
        });
    }

    /** Runs with the settings of a run and another seed. */
    static RunJob again(RunQueue queue, RunNode run, long seed) {
        IProject project = run.project();
        String name = NLS.bind(Messages.jobAgain, new Object[] {project.getName(), run.number(), seed});
        return new RunJob(queue, project, name, (catalogue, listener, cancellation) -> {
            Project folder = Project.open(Projects.folder(project));
            ExperimentReader reader = new ExperimentReader(catalogue);
            String settings = ExperimentReader.text(folder.run(run.number()));
            Overrides overrides = Overrides.NONE.with("seed", Long.toString(seed));
            Experiment experiment = reader.read(settings, overrides).orThrow(name);
            experiment = reader.read(settings, RunPreferences.with(overrides, experiment))
                    .orThrow(name);
            return new Runner(catalogue).run(folder, experiment, listener, cancellation);
        });
    }

    static RunJob resume(RunQueue queue, RunNode run) {
        IProject project = run.project();
        String name = NLS.bind(Messages.jobResume, project.getName(), run.number());
        return new RunJob(queue, project, name, (catalogue, listener, cancellation) -> new Runner(catalogue)
                .resume(Project.open(Projects.folder(project)), run.number(), listener, cancellation));
    }

    /** Runs an experiment with its seed and those after it; runs that are there are not made again. */
    static RunJob seeds(RunQueue queue, IProject project, int count) {
        String name = NLS.bind(Messages.jobSeeds, project.getName(), count);
        return new RunJob(queue, project, name, (catalogue, listener, cancellation) -> {
            Project folder = Project.open(Projects.folder(project));
            Experiment written = new ExperimentReader(catalogue).read(folder.experimentFile(), Overrides.NONE);
            Sweep sweep = new Sweep(
                    Optional.empty(),
                    LongStream.range(written.seed(), written.seed() + count)
                            .boxed()
                            .toList(),
                    List.of(RunPreferences.with(Overrides.NONE, written).settings()));
            List<RunRecord> runs = new SweepRunner(catalogue, folder, ExperimentReader.text(folder.experimentFile()))
                    .run(sweep, (variant, number, of) -> {}, listener, cancellation);
            return runs.stream()
                    .filter(run -> run.state() == RunState.FAILED)
                    .findFirst()
                    .orElse(runs.get(count - 1));
        });
    }

    /** Asks for designs that people are to measure. */
    static RunJob ask(RunQueue queue, IProject project, int count) {
        String name = NLS.bind(Messages.jobAsk, project.getName());
        return new RunJob(queue, project, name, (catalogue, listener, cancellation) -> {
            Project folder = Project.open(Projects.folder(project));
            Experiment experiment = new ExperimentReader(catalogue).read(folder.experimentFile(), Overrides.NONE);
            return new Laboratory(catalogue)
                    .ask(folder, experiment, count, false, listener, cancellation)
                    .run();
        });
    }

    /** Tells what people have measured. */
    static RunJob tell(RunQueue queue, IProject project, ToldTable table) {
        String name = NLS.bind(Messages.jobTell, project.getName());
        return new RunJob(queue, project, name, (catalogue, listener, cancellation) -> new Laboratory(catalogue)
                .tell(Project.open(Projects.folder(project)), table, listener, cancellation)
                .run());
    }

    public IProject project() {
        return project;
    }

    /** How often the user had chosen something when this was asked for. */
    long asked() {
        return asked;
    }

    /** What the run has told so far. */
    public LiveRun live() {
        return live;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == RunQueue.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            RunRecord record = work.run(
                    Catalogue.installed(offer::whereToGet),
                    new ProgressReport(queue, this, monitor),
                    monitor::isCanceled);
            return switch (record.state()) {
                case FAILED -> failed(record.failure(), null);
                case CANCELLED -> Status.CANCEL_STATUS;
                default -> Status.OK_STATUS;
            };
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (Throwable e) {
            // What the user can mend is told in the dialog; its place in the program is nobody's concern.
            return failed(Failures.sentence(e), e instanceof InvalidInputException ? null : e);
        }
    }

    /** However a run ends, even one that never came to its turn. */
    private void finish() {
        queue.ended(this);
        // The workspace has rules of its own for who may look at its files when; so this is another job's work.
        WorkspaceJob refresh = new WorkspaceJob(NLS.bind(Messages.jobReadingRuns, project.getName())) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                if (project.isAccessible()) {
                    project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
                }
                return Status.OK_STATUS;
            }
        };
        refresh.setSystem(true);
        refresh.setRule(project);
        refresh.schedule();
    }

    private IStatus failed(String sentence, Throwable cause) {
        if (GuestExit.seen().isPresent()) {
            // The program is ending, and says why.
            return Status.error(sentence, cause);
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (PlatformUI.isWorkbenchRunning() && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null) {
                offer.show(
                        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
                        NLS.bind(Messages.runFailedTitle, project.getName()),
                        sentence);
            }
        });
        return Status.error(sentence, cause);
    }
}
