// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the runs of projects. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of projects, the best first.",
        footer = {
            "",
            "Examples:",
            "  gidn runs composite-8x8",
            "  gidn runs *-8x8 --search \"genetic #paper\"",
            "  gidn runs edit composite-8x8:2 --name \"a wide crack\" --tag paper --star",
            "  gidn runs delete composite-8x8:3"
        })
final class RunsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "PROJECT", description = "Project folders.")
    private List<String> folders = List.of();

    @Option(
            names = "--search",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "Only runs of which all words are said: project, name, note, #tag, method, state, starred.")
    private String words;

    @Option(names = "--archived", description = "Archived runs too.")
    private boolean archived;

    RunsCommand(Session session) {
        this.session = session;
    }

    /** A run of a project and what is said of it. */
    private record Entry(Project project, RunRecord run, RunLabel label) {
        boolean found(RunSearch search) {
            return search.finds(RunSearch.text(project.name(), run, label));
        }
    }

    @Override
    public Integer call() {
        if (folders.isEmpty()) {
            throw new InvalidInputException("Say whose runs are to be listed, e.g. gidn runs composite-8x8.");
        }
        RunSearch search = RunSearch.of(words);
        List<Entry> entries = new ArrayList<>();
        for (String folder : folders) {
            Project project = Project.open(session.resolve(folder));
            Map<Integer, RunLabel> labels = project.labels();
            project.runs().stream()
                    .map(run -> new Entry(project, run, labels.getOrDefault(run.number(), RunLabel.NONE)))
                    .filter(entry -> (archived || !entry.label().archived()) && entry.found(search))
                    .sorted(Comparator.comparing(Entry::run, RunRecord.bestFirst()))
                    .forEach(entries::add);
        }
        if (entries.isEmpty()) {
            session.out().println("There are no such runs.");
            return ExitStatus.DONE.code();
        }
        TextTable table = new TextTable();
        table.add("run", "best", "evaluations", "state", "method", "name", "tags", "note");
        entries.forEach(entry -> table.add(row(entry)));
        session.out().print(table);
        return ExitStatus.DONE.code();
    }

    private List<String> row(Entry entry) {
        RunRecord run = entry.run();
        RunLabel label = entry.label();
        String state = run.state().title() + (label.archived() ? ", archived" : "");
        return List.of(
                session.shown(entry.project().folder()) + ":" + run.number() + (label.star() ? " *" : ""),
                Double.isNaN(run.best()) ? "" : String.format(Locale.ROOT, "%.6g", run.best()),
                String.format(Locale.ROOT, "%,d", run.evaluations()),
                state,
                run.optimiser(),
                label.name(),
                String.join(" ", label.tags()),
                label.note().lines().findFirst().orElse(""));
    }
}
