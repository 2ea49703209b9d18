// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.concurrent.Callable;
import org.gidn.experiments.Project;
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
        check.sentences(session::shown).forEach(session.out()::println);
        if (!check.damages().isEmpty()) {
            session.out().println("Save what is whole with: gidn repair " + ShellWord.of(folder));
        }
        return (check.sound() ? ExitStatus.DONE : ExitStatus.FAILED).code();
    }
}
