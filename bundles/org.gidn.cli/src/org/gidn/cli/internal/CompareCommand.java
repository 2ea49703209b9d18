package org.gidn.cli.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints runs under each other. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares runs: best value, evaluations spent until it was found and in all, time.",
        footer = {"", "Example:", "  gidn compare composite-8x8:1 composite-8x8:2 study-1"})
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = RunReference.HELP)
    private List<String> runs;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        TextTable table = new TextTable();
        table.add("run", "method", "seed", "state", "best", "found after", "evaluations", "time");
        for (String text : runs) {
            RunReference reference = RunReference.of(session, text);
            RunRecord run = reference.run();
            List<Improvement> convergence = reference.results().convergence();
            long foundAfter = convergence.stream()
                    .filter(point -> point.best() == run.best())
                    .mapToLong(Improvement::evaluations)
                    .min()
                    .orElse(0);
            Instant end = run.finished() == null ? Instant.now() : run.finished();
            table.add(
                    reference.toString(),
                    run.optimiser(),
                    Long.toString(run.seed()),
                    run.state().toString(),
                    Double.isNaN(run.best()) ? "" : String.format(Locale.ROOT, "%.4f", run.best()),
                    String.format(Locale.ROOT, "%,d", foundAfter),
                    String.format(Locale.ROOT, "%,d", run.evaluations()),
                    Progress.time(Duration.between(run.started(), end).toMillis() / 1000.0));
        }
        session.out().print(table);
        return CommandLineTool.DONE;
    }
}
