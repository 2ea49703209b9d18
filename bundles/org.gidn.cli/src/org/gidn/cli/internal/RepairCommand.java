// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.Repair;
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
        session.out()
                .printf(
                        Locale.ROOT,
                        switch (repair.outcome()) {
                            case SOUND ->
                                "Nothing is damaged and nothing was changed: %2$,d evaluations of %1$,d runs are there.%n";
                            case UPGRADED ->
                                "Nothing is damaged; %2$,d evaluations of %1$,d runs have checksums now.%n";
                            case SAVED ->
                                "Saved %2$,d evaluations of %1$,d runs; the damaged database is kept as"
                                        + " results-damaged.sqlite.%n";
                        },
                        repair.runs(),
                        repair.evaluations());
        if (repair.lost() > 0) {
            session.out()
                    .printf(
                            Locale.ROOT,
                            "Lost %,d evaluations; 'gidn run %s --resume' computes those of the last run again.%n",
                            repair.lost(),
                            ShellWord.of(folder));
        }
        if (repair.dropped() > 0) {
            session.out()
                    .printf(
                            Locale.ROOT,
                            "Left out %,d rows that were not as they had been written.%n",
                            repair.dropped());
        }
        return ExitStatus.DONE.code();
    }
}
