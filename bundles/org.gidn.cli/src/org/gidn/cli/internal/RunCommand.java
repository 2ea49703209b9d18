// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Count;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment and prints what came of it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs an experiment.",
        footer = {
            "",
            "Results go to a project: a folder with experiment.yaml, results.sqlite and runs/. A new one gets",
            "an experiment.yaml with the settings that are run; that of another one stays as it is.",
            "",
            "Examples:",
            "  gidn run composite-8x8                   an example; the project is the folder composite-8x8",
            "  gidn run composite-8x8 --seed 2 --set budget=100",
            "  gidn run composite-8x8 --set optimiser.predictor.learningRate=0.003 --out study-1",
            "  gidn run study-1                         the experiment of a project, once more",
            "  gidn run study-1 --resume                goes on with a run that was stopped"
        })
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "EXPERIMENT",
            description = "Name of an example (see 'gidn list examples'), a project folder, or an experiment file.")
    private String experiment;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "The project's folder.")
    private String out;

    @Option(names = "--resume", description = "Goes on with the last run, which was cancelled, failed or cut off.")
    private boolean resume;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return resume ? resume() : begin();
    }

    private int begin() {
        Path folder = out == null ? ExperimentSource.folder(session, experiment) : session.resolve(out);
        Overrides overrides = overrides();
        ExperimentSource source = ExperimentSource.of(session, experiment, folder, overrides);
        Experiment checked = new ExperimentReader(session.catalogue())
                .read(source.yaml(), overrides)
                .orThrow(source.name());
        Runner runner = new Runner(session.catalogue());
        Project project = source.open(folder, made -> source.check(() -> runner.check(checked, made.folder())));
        return end(project, runner.run(project, checked, new ProgressPrinter(session, 0), session.cancellation()));
    }

    private int resume() {
        if (!overrides().isEmpty()) {
            throw new InvalidInputException(
                    "A resumed run keeps its settings; leave out --resume to begin another run, or"
                            + " --set, --seed, --scale and --threads to go on with this one.");
        }
        Project project =
                Project.open(out == null ? ExperimentSource.folder(session, experiment) : session.resolve(out));
        return end(
                project,
                new Runner(session.catalogue())
                        .resume(project, unfinished(project), new ProgressPrinter(session, 0), session.cancellation()));
    }

    private Overrides overrides() {
        Overrides overrides = options.applied(settings.overrides());
        int threads = settings.threads();
        return threads == 0 ? overrides : overrides.with("executor.threads", Integer.toString(threads));
    }

    private static int unfinished(Project project) {
        RunRecord last = project.lastRun()
                .orElseThrow(() -> new InvalidInputException("Project " + project + " has no run to resume."));
        if (last.state() == RunState.DONE) {
            throw new InvalidInputException("The last run of " + project + ", number " + last.number()
                    + ", is done; there is nothing to resume.");
        }
        return last.number();
    }

    private int end(Project project, RunRecord run) {
        String folder = ShellWord.of(session.shown(project.folder()));
        return switch (run.state()) {
            case CANCELLED -> {
                RunResults results = project.results(run.number());
                session.err()
                        .printf(
                                Locale.ROOT,
                                "Cancelled after %s; designs kept: %,d. To go on: gidn run %s --resume%n",
                                Count.of(run.evaluations(), "evaluation"),
                                results.statistics(results.sets()).distinct(),
                                folder);
                yield ExitStatus.CANCELLED.code();
            }
            case FAILED ->
                session.complain(
                        run.failure() + " What was evaluated is kept; to go on: gidn run " + folder + " --resume",
                        ExitStatus.FAILED);
            default -> new RunSummary(session, project, run.number()).print();
        };
    }
}
