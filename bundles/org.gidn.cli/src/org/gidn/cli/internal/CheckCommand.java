// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.ProjectCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Verifies all that a project has stored. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Verifies all that a project has stored against its checksums.",
        footer = {"", "Example:", "  gidn check composite-8x8"})
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PROJECT", description = "A project folder.")
    private String folder;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Project project = Project.open(session.resolve(folder));
        ProjectCheck check = project.check();
        for (String damage : check.damages()) {
            session.out().println("Damaged: " + damage);
        }
        for (Path file : check.files()) {
            session.out().println("Not as the run wrote it, or gone: " + session.shown(file));
        }
        if (!check.damages().isEmpty()) {
            session.out().printf(Locale.ROOT, "Save what is whole with: gidn repair %s%n", ShellWord.of(folder));
        }
        if (!check.files().isEmpty()) {
            session.out().println("Delete such files; a run that is resumed makes its own again.");
        }
        if (check.sound()) {
            session.out()
                    .printf(
                            Locale.ROOT,
                            check.checksums()
                                    ? "All of %,d runs with %,d evaluations is as it was written.%n"
                                    : "%,d runs with %,d evaluations can be read, but an older version wrote them without"
                                            + " checksums; 'gidn repair' adds them.%n",
                            check.runs(),
                            check.evaluations());
        }
        return (check.sound() ? ExitStatus.DONE : ExitStatus.FAILED).code();
    }
}
