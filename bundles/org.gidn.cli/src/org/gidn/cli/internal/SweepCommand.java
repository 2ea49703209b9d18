// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.gidn.core.text.Count;
import org.gidn.experiments.Project;
import org.gidn.experiments.Sweep;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.SweepRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment with many settings and seeds. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Runs an experiment with many settings and seeds, as a file says.",
        footer = {
            "",
            "The file is YAML: 'experiment' names a project, an experiment file or an example, and may be",
            "left out where experiment.yaml lies beside it; 'seeds' is 1..5 or a list; 'settings' has lists",
            "of values, of which all combinations are run; 'list' has settings one after the other; 'random'",
            "draws 'count' of them from the ranges and lists in its 'settings'. All runs go to one project.",
            "What is there with the same settings is not run again, and what was stopped goes on.",
            "",
            "Examples:",
            "  gidn sweep sweep.yaml",
            "  gidn sweep sweep.yaml --list              the runs that it would make",
            "  gidn compare sweep.yaml                   sets its runs side by side"
        })
final class SweepCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The file of the sweep.")
    private String file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The project's folder; that of the experiment if left out.")
    private String out;

    @Option(names = "--list", description = "Lists the runs, and runs nothing.")
    private boolean list;

    SweepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SweepSource source = SweepSource.of(session, file, out);
        Sweep sweep = source.sweep();
        SweepRunner.check(session.catalogue(), source.experiment().yaml(), sweep);
        if (list) {
            sweep.variants().forEach(variant -> session.out().println(Sweep.name(variant)));
            return ExitStatus.DONE.code();
        }
        Project project = source.experiment().open();
        try {
            List<RunRecord> runs = new SweepRunner(
                            session.catalogue(), project, source.experiment().yaml())
                    .run(
                            sweep,
                            (variant, number, count) -> session.err()
                                    .println(Printable.sentence(String.format(
                                            Locale.ROOT,
                                            "run %d of %d%s",
                                            number,
                                            count,
                                            variant.isEmpty() ? "" : ": " + Sweep.name(variant)))),
                            new ProgressPrinter(session, 1),
                            session.cancellation());
            return end(runs);
        } catch (CancellationException e) {
            session.err().println("Stopped; what was evaluated is kept. To go on, give the same command again.");
            return ExitStatus.CANCELLED.code();
        }
    }

    private int end(List<RunRecord> runs) {
        String compare = "gidn compare " + ShellWord.of(file);
        List<RunRecord> failed =
                runs.stream().filter(run -> run.state() == RunState.FAILED).toList();
        session.out().println(Count.of(runs.size() - failed.size(), "run") + " done; to compare: " + compare);
        return failed.isEmpty()
                ? ExitStatus.DONE.code()
                : session.complain(
                        Count.of(failed.size(), "run") + " failed; run "
                                + failed.get(0).number() + ": " + failed.get(0).failure(),
                        ExitStatus.FAILED);
    }
}
