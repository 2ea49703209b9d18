// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gidn.export.ExportFormat;
import org.gidn.export.RunExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run's results in a format of other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the results of a run in a format of other tools.",
        footer = {
            "",
            "'gidn list exporters' shows the formats: csv, csv-columns, jsonl, hdf5, vtu, pvd,",
            "onnx, ro-crate and those of plug-ins; 'gidn import' reads the first four.",
            "",
            "Examples:",
            "  gidn export composite-8x8 --format csv",
            "  gidn export composite-8x8:2 --format hdf5 --out study.h5",
            "  gidn export composite-8x8 --format ro-crate      the whole project, for an archive"
        })
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = RunReference.HELP)
    private String run;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "Such as csv, hdf5, vtu or onnx.")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write; named after the project and the run if left out.")
    private String out;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ExportFormat chosen = ExportFormat.of(format);
        RunReference reference = RunReference.of(session, run);
        int number = reference.run().number();
        Path file =
                session.resolve(out == null ? reference.project().name() + "-" + number + "." + chosen.suffix() : out);
        FileEnding.check(file, chosen.id() + " is asked for", chosen.suffix(), ", or ask for --format ");
        chosen.export(new RunExport(reference.project(), number, session.catalogue()), file);
        session.out().println(session.shown(file));
        return ExitStatus.DONE.code();
    }
}
