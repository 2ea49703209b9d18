// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.experiments.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves what can still be read of a damaged database. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Saves what can still be read of a project's damaged database.",
        footer = {
            "",
            "The damaged database is kept as results-damaged.sqlite. A run of which evaluations are",
            "missing counts as cancelled; resumed, it computes them again.",
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
        long evaluations = project.repair();
        session.out()
                .printf(
                        Locale.ROOT,
                        "Saved %,d evaluations of %d runs; the damaged database is kept as results-damaged.sqlite.%n",
                        evaluations,
                        project.runs().size());
        return ExitStatus.DONE.code();
    }
}
