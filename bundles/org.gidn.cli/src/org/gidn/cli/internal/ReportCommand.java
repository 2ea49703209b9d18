// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the report of a run again and prints its summary. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints what came of a run and writes its report.html anew.",
        footer = {"", "Example:", "  gidn report composite-8x8"})
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = RunReference.HELP)
    private String run;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RunReference reference = RunReference.of(session, run);
        return new RunSummary(session, reference.project(), reference.run().number()).print();
    }
}
