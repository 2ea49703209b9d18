// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Count;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes runs for good. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes runs for good, with all that they have stored and their files; asks before.")
final class RunsDeleteCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "FOLDER:NUMBER.")
    private List<String> runs;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    RunsDeleteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Map<Project, TreeSet<Integer>> meant = new LinkedHashMap<>();
        for (String each : runs) {
            if (Project.is(session.resolve(each))) {
                throw new InvalidInputException("Say which run of " + each + " is to be deleted, e.g. "
                        + ShellWord.of(each + ":1") + "; gidn runs " + ShellWord.of(each) + " lists them.");
            }
            RunReference reference = RunReference.of(session, each);
            session.out().println(sentence(reference));
            meant.computeIfAbsent(reference.project(), project -> new TreeSet<>())
                    .add(reference.run().number());
        }
        if (!yes && !confirmed()) {
            session.out().println("Nothing was deleted.");
            return ExitStatus.CANCELLED.code();
        }
        meant.forEach(Project::delete);
        return ExitStatus.DONE.code();
    }

    private static String sentence(RunReference reference) {
        RunRecord run = reference.run();
        String best = Double.isNaN(run.best()) ? "" : String.format(Locale.ROOT, ", best %.6g", run.best());
        return "Run " + run.number() + " of " + reference.project().name() + " (" + run.optimiser() + ", "
                + Count.of(run.evaluations(), "evaluation", "evaluations") + best
                + ") goes for good, with its designs, its model and its report.";
    }

    private boolean confirmed() throws IOException {
        session.out().print("Delete? Type yes: ");
        session.out().flush();
        String answer = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
