// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.RunLabel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says something of runs. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = "Names, notes, tags, stars and archives runs, also while one is at work.")
final class RunsEditCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "FOLDER:NUMBER, or FOLDER for its last run.")
    private List<String> runs;

    @Option(names = "--name", paramLabel = "TEXT", description = "What it is called; \"\" takes the name away.")
    private String name;

    @Option(names = "--note", paramLabel = "TEXT", description = "Any text; \"\" takes the note away.")
    private String note;

    @Option(names = "--tag", paramLabel = "WORD", description = "A word by which it is found; may be given again.")
    private List<String> tags = List.of();

    @Option(names = "--untag", paramLabel = "WORD", description = "Takes a tag away; may be given again.")
    private List<String> untags = List.of();

    @Option(names = "--star", negatable = true, description = "Makes it stand out.")
    private Boolean star;

    @Option(names = "--archive", negatable = true, description = "Leaves it out of lists.")
    private Boolean archive;

    RunsEditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (name == null && note == null && tags.isEmpty() && untags.isEmpty() && star == null && archive == null) {
            throw new InvalidInputException(
                    "Nothing is said of the runs; give --name, --note, --tag, --untag, --star or --archive.");
        }
        // All are found before any is changed.
        List<RunReference> found =
                runs.stream().map(each -> RunReference.of(session, each)).toList();
        found.forEach(run -> run.project().label(List.of(run.run().number()), this::changed));
        return ExitStatus.DONE.code();
    }

    private RunLabel changed(RunLabel label) {
        List<String> all = new ArrayList<>(label.tags());
        all.addAll(tags);
        all.removeAll(untags);
        RunLabel changed = label.tagged(all);
        changed = name == null ? changed : changed.named(name);
        changed = note == null ? changed : changed.noted(note);
        changed = star == null ? changed : changed.starred(star);
        return archive == null ? changed : changed.archived(archive);
    }
}
