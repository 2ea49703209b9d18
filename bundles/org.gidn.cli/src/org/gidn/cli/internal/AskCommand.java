// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gidn.core.text.Count;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.AskedTable;
import org.gidn.experiments.run.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives the designs that people are to measure. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Gives the next designs that an experiment's method wants measured.",
        footer = {
            "",
            "The table has a row a specimen: the number of its design, the design, what is expected of",
            "it, and empty cells for what you measure; 'gidn tell' takes it back. Of each design there",
            "are as many specimens as the experiment's 'replicates' say. Asked twice, those are given",
            "that were not told yet. Nothing runs in between, and all is kept in the project.",
            "",
            "Examples:",
            "  gidn ask specimens.yaml --out to-measure.csv     begins the project specimens",
            "  gidn ask specimens --count 12                    twelve designs that are not told yet",
            "  gidn ask specimens --out to-measure.csv --pictures print --outlines stl",
            "      --cell 2.5 --thickness 4                     and what a printer takes, in the folder print"
        })
final class AskCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "PROJECT",
            description = "A project folder; a new one is made of an experiment file or the name of an example.")
    private String experiment;

    @Option(
            names = "--count",
            paramLabel = "N",
            description =
                    "How many designs are to be pending; those that are, or what the method wants at a time if none is.")
    private int count;

    /** The form of the table. */
    private enum Format {
        CSV("csv"),
        JSON("jsonl");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv or json (an object a line); csv if left out.")
    private Format format = Format.CSV;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; standard output if left out.")
    private String out;

    @Mixin
    private SpecimenFiles files = new SpecimenFiles();

    @Option(names = "--new", description = "Begins another run, even if one waits.")
    private boolean another;

    AskCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (count < 0) {
            return session.complain("--count must be 1 or more, but is " + count + ".", ExitStatus.WRONG_INPUT);
        }
        Path to = session.output(out);
        if (to != null) {
            FileEnding.check(to, format + " is written", format.suffix, null);
        }
        WholeFile file = to == null ? null : WholeFile.at(to);
        files.check(session);
        Path folder = ExperimentSource.folder(session, experiment);
        ExperimentSource source = ExperimentSource.of(session, experiment, folder, Overrides.NONE);
        Experiment checked = new ExperimentReader(session.catalogue())
                .read(source.yaml(), Overrides.NONE)
                .orThrow(source.name());
        Laboratory laboratory = new Laboratory(session.catalogue());
        source.check(() -> laboratory.check(checked, folder));
        LaboratoryRecord record = laboratory.ask(
                source.open(), checked, count, another, new ProgressPrinter(session, 1), session.cancellation());
        int pending = record.pending().length;
        if (pending == 0) {
            session.tell(
                    record.run().state() == RunState.DONE
                            ? "Run " + record.run().number() + " is done; it asks for nothing more."
                            : "Run " + record.run().number() + " asks for nothing at present.");
            return ExitStatus.DONE.code();
        }
        String text = format == Format.CSV ? new AskedTable(record).csv() : new AskedTable(record).json();
        if (file == null) {
            session.out().print(text);
        } else {
            file.write(unfinished -> Files.writeString(unfinished, text));
            session.out().println(session.shown(session.resolve(out)));
        }
        files.write(session, record);
        tell(record, pending);
        return ExitStatus.DONE.code();
    }

    private void tell(LaboratoryRecord record, int pending) {
        if (count > pending) {
            session.tell("Only " + Count.of(pending, "design is", "designs are") + " pending, for "
                    + record.run().optimiser() + " asks for no more before these are told.");
        }
    }
}
