// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.core.design.DesignTable;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes designs with measured values into a project. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes designs with values that were found elsewhere, such as measured ones, into a project.",
        footer = {
            "",
            "The file has comma-separated columns; its first line names them: 'design', and",
            "one for each objective, such as 'toughness'. The runs of the project use these",
            "values instead of computing them; with the sampler org.gidn.core.file a method",
            "learns from just these designs.",
            "",
            "Examples:",
            "  gidn import composite-8x8 measured.csv",
            "  gidn run composite-8x8 --set sampler=org.gidn.core.file",
            "      --set file=measured.csv --set samples=80"
        })
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PROJECT", description = "A project folder.")
    private String project;

    @Parameters(paramLabel = "FILE", description = "The file of comma-separated values.")
    private String file;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Project target = session.open(session.resolve(project));
        Experiment experiment = new ExperimentReader(session.catalogue()).read(target.experimentFile(), Overrides.NONE);
        Path source = session.resolve(file);
        DesignTable table = DesignTable.read(source);
        RunRecord run = new Runner(session.catalogue())
                .keep(target, experiment, "Imported from " + source.getFileName(), table);
        session.out()
                .printf(
                        Locale.ROOT,
                        "Imported %,d designs as run %d; best %s %.4f%n",
                        table.size(),
                        run.number(),
                        run.objective().name(),
                        run.best());
        return ExitStatus.DONE.code();
    }
}
