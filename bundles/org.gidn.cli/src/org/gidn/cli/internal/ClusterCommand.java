// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.cluster.Cluster;
import org.gidn.cluster.WorkersStatus;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.run.InstalledEvaluator;
import org.gidn.experiments.run.Phases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks at workers elsewhere, tries the way to them, and ends them. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Looks at an experiment's workers on a cluster, tries the way to them, or ends them.",
        footer = {
            "",
            "Examples:",
            "  gidn cluster check study-1      tries the whole way with one worker, step by step",
            "  gidn cluster status study-1     what its workers do",
            "  gidn cluster stop study-1       ends them; a run that uses them can be resumed"
        })
final class ClusterCommand implements Callable<Integer> {
    private final Session session;

    /** What is to be done. */
    private enum Act {
        STATUS,
        CHECK,
        STOP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "status|check|stop", description = "What to do.")
    private Act act;

    @Parameters(
            index = "1",
            paramLabel = "EXPERIMENT",
            description = "A project folder or an experiment file whose executor is a cluster.")
    private String experiment;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    ClusterCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = session.resolve(experiment);
        Path file = Files.isDirectory(path) ? path.resolve(Experiment.FILE) : path;
        Experiment read = new ExperimentReader(session.catalogue()).read(file, settings.overrides());
        Path folder = ExperimentSource.folder(session, experiment);
        try (BatchExecutor executor = session.catalogue().create(read.executor(), BatchExecutor.class, folder)) {
            if (!(executor instanceof Cluster cluster)) {
                throw new InvalidInputException("The executor of " + experiment + " is "
                        + read.executor().id()
                        + ", which has no workers elsewhere; name one that has under 'executor'.");
            }
            return switch (act) {
                case STATUS -> status(cluster);
                case STOP -> stop(cluster);
                case CHECK -> check(cluster, read.evaluator(), folder);
            };
        }
    }

    private int status(Cluster cluster) {
        for (WorkersStatus status : cluster.status()) {
            session.out().println(status.folder());
            line(status.driver().isEmpty() ? "no run uses them" : "they work for process " + status.driver());
            line(String.format(
                    Locale.ROOT,
                    "workers: %d of %d work, %d queued, %d starting, %d draining, %d lost, %d could not work",
                    status.working(),
                    status.wanted(),
                    status.queued(),
                    status.starting(),
                    status.draining(),
                    status.lost(),
                    status.refused()));
            line(String.format(
                    Locale.ROOT,
                    "chunks: %,d out, %,d done; designs: %,d open, %,d done, %.4g a second",
                    status.chunks().open(),
                    status.chunks().done(),
                    status.designs().open(),
                    status.designs().done(),
                    status.rate()));
            if (!status.driver().isEmpty() && !status.waiting().isEmpty()) {
                line("now: " + status.waiting());
            }
            status.workers()
                    .forEach(worker -> line(String.format(
                            Locale.ROOT,
                            "%s on %s: %s, %,d chunks, %,d designs",
                            worker.job(),
                            worker.host(),
                            worker.state(),
                            worker.chunks(),
                            worker.designs())));
            status.troubles().forEach(this::line);
        }
        if (cluster.status().isEmpty()) {
            session.tell("There are no workers in " + cluster.shared() + ".");
        }
        return ExitStatus.DONE.code();
    }

    private void line(String text) {
        session.out().println("  " + Printable.sentence(text));
    }

    private int stop(Cluster cluster) {
        int jobs = cluster.stop();
        session.tell(Count.of(jobs, "job was", "jobs were") + " ended in " + cluster.shared() + ".");
        return ExitStatus.DONE.code();
    }

    private int check(Cluster cluster, Configuration configuration, Path folder) {
        try (Evaluator evaluator = session.catalogue().create(configuration, Evaluator.class, folder);
                Phase waiting = new Phases(new ProgressPrinter(session, 1)).begin("waiting", 4, "designs")) {
            boolean all = cluster.check(
                    new InstalledEvaluator(evaluator, configuration, folder),
                    step -> {
                        session.out().println((step.holds() ? "holds  " : "FAILS  ") + step.what());
                        if (!step.found().isEmpty()) {
                            session.out().println("       " + Printable.sentence(step.found()));
                        }
                        session.out().flush();
                    },
                    waiting,
                    session.cancellation());
            return all ? ExitStatus.DONE.code() : ExitStatus.FAILED.code();
        }
    }
}
