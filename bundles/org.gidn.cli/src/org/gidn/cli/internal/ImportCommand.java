// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.core.design.DesignTable;
import org.gidn.core.run.Candidates;
import org.gidn.core.text.Count;
import org.gidn.core.text.Table;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.run.Runner;
import org.gidn.export.DesignFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes designs with measured values into a project. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes designs with values that were found elsewhere, such as measured ones, into a project.",
        footer = {
            "",
            "The file is CSV in UTF-8 whose first line names its columns, or JSON lines, or HDF5",
            "as 'gidn export' writes it: 'design', or x1, x2 and so on for its variables, and one",
            "for each objective, such as 'toughness'; others are left alone, and named. A design",
            "that stands there several times was measured as often: the mean is used, all values",
            "are kept.",
            "The runs of the project use these values instead of computing them; with the sampler",
            "org.gidn.core.file a method learns from just these designs.",
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

    @Parameters(paramLabel = "FILE", description = "The file with the designs and their values.")
    private String file;

    @Option(
            names = "--keep-outside",
            description =
                    "Keeps designs that the problem does not allow, such as those with another number of zeros, to"
                            + " learn from; they never count as found. Without it they are refused.")
    private boolean keepOutside;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Project target = session.open(session.resolve(project));
        Experiment experiment = new ExperimentReader(session.catalogue()).read(target.experimentFile(), Overrides.NONE);
        Path source = session.resolve(file);
        DesignTable table = DesignFiles.read(source);
        RunRecord run = new Runner(session.catalogue())
                .keep(target, experiment, "Imported from " + source.getFileName(), table, keepOutside);
        session.out()
                .printf(
                        Locale.ROOT,
                        "Imported %s as run %d%s%n",
                        Count.of(table.size(), "design"),
                        run.number(),
                        facts(run, target.results(run.number())));
        List<String> further = ResultColumns.further(table.table(), run.space(), run.outputs());
        if (!further.isEmpty()) {
            session.tell("Nothing was taken of what the file has under " + Table.shown(String.join(", ", further))
                    + ", which are no outputs of the experiment.");
        }
        return ExitStatus.DONE.code();
    }

    private static String facts(RunRecord run, RunResults results) {
        StringBuilder facts = new StringBuilder();
        if (!Double.isNaN(run.best())) {
            facts.append("; best " + Printable.cell(run.objective().name()) + " " + PrintedNumber.of(run.best(), 4));
        }
        long outside = results.setsApart().stream()
                .filter(set -> set.source().equals(Candidates.OUTSIDE))
                .mapToLong(CandidateSet::size)
                .sum();
        if (outside > 0) {
            facts.append(String.format(Locale.ROOT, "; outside the problem %,d", outside));
        }
        int failures = results.failures(results.sets()).size();
        if (failures > 0) {
            facts.append(String.format(Locale.ROOT, "; without a value %,d", failures));
        }
        return facts.toString();
    }
}
