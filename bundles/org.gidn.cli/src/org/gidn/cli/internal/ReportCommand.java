// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of a run again and prints its summary. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints what came of a run and writes its report.html anew.",
        footer = {
            "",
            "Examples:",
            "  gidn report composite-8x8",
            "  gidn report /archive/composite-8x8:2 --out report.html      of a project that cannot be written"
        })
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = RunReference.HELP)
    private String run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write the report to; report.html in the run's folder if left out.")
    private String out;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (out != null) {
            FileEnding.check(session.resolve(out), "a report is written", "html", null);
        }
        RunReference reference = RunReference.of(session, run);
        return new RunSummary(session, reference.project(), reference.run().number())
                .print(out == null ? null : session.resolve(out));
    }
}
