// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.concurrent.Callable;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.Repair;
import org.gidn.experiments.project.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves what can still be read of a damaged database. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Saves what can still be read of a project's damaged database.",
        footer = {
            "",
            "The damaged database is kept as results-damaged.sqlite. A run of which something is",
            "missing counts as cancelled; resumed, it computes that again. Evaluations whose run is",
            "lost get another one in its place. A project that is whole stays as it is, but gets",
            "checksums if an older version wrote it.",
            "",
            "Example:",
            "  gidn repair composite-8x8"
        })
final class RepairCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PROJECT", description = "A project folder.")
    private String folder;

    RepairCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Project project = Project.open(session.resolve(folder));
        Repair repair = project.repair();
        repair.sentences().forEach(session.out()::println);
        boolean resumable = project.lastRun()
                .filter(run -> run.state() != RunState.DONE && !run.settings().isEmpty())
                .isPresent();
        if (repair.lost() > 0 && resumable) {
            session.out().println("To go on with the last run: gidn run " + ShellWord.of(folder) + " --resume");
        }
        return ExitStatus.DONE.code();
    }
}
