// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.core.text.Count;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Laboratory;
import org.gidn.experiments.run.ToldTable;
import org.gidn.export.DesignFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what people have measured. */
@Command(
        name = "tell",
        mixinStandardHelpOptions = true,
        description = "Tells an experiment's method what was measured, and lets it go on.",
        footer = {
            "",
            "The file is the table of 'gidn ask', filled in: a row a specimen, which names its design by",
            "'id' or 'design' and has a value for each output, or a reason under 'failure' why there is",
            "none. Rows without both are not measured yet. Rows may come in any order, a part at a time;",
            "several rows of a design are specimens of it; designs that nobody asked for are taken too.",
            "If a row does not fit, nothing is taken. Rows told before with the same values are left out.",
            "",
            "Examples:",
            "  gidn tell specimens measured.csv",
            "  gidn tell specimens measured.csv --who Ada --remark 'second batch of resin'"
        })
final class TellCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PROJECT", description = "A project folder.")
    private String folder;

    @Parameters(paramLabel = "FILE", description = "The file with what was measured; - reads standard input.")
    private String file;

    @Option(names = "--who", paramLabel = "NAME", description = "Who measured, where a row does not say.")
    private String who = "";

    @Option(names = "--remark", paramLabel = "TEXT", description = "What is to be noted, where a row has no remark.")
    private String remark = "";

    @Option(names = "--again", description = "Takes rows that were told before as further specimens.")
    private boolean again;

    TellCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DesignTable table = table();
        Path asked = session.resolve(folder);
        if (!Project.is(asked)) {
            throw new InvalidInputException(
                    session.shown(asked)
                            + " is no project folder; 'gidn ask' makes one of an experiment, and asks for the designs that are measured.");
        }
        Project project = session.open(asked);
        int before = project.laboratory().map(record -> record.told().size()).orElse(0);
        LaboratoryRecord record = new Laboratory(session.catalogue())
                .tell(
                        project,
                        new ToldTable(table, who, remark, again),
                        new ProgressPrinter(session, 1),
                        session.cancellation());
        session.out().println(summary(record, before));
        return ExitStatus.DONE.code();
    }

    private DesignTable table() {
        if (!file.equals(Session.STANDARD)) {
            Path source = session.resolve(file);
            return DesignFiles.read(source);
        }
        try {
            return DesignTable.parse(session.in().readAllBytes(), "standard input");
        } catch (java.io.IOException e) {
            throw new InvalidInputException("Standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private String summary(LaboratoryRecord record, int before) {
        List<LaboratoryRecord.Told> told =
                record.told().subList(before, record.told().size());
        long others = told.stream().filter(one -> one.asked().isEmpty()).count();
        int pending = record.pending().length;
        StringBuilder text = new StringBuilder("Run " + record.run().number() + ": "
                + Count.of(told.size(), "measurement") + " taken"
                + (others == 0 ? "" : ", " + Count.of(others) + " of designs that nobody had asked for"));
        if (!Double.isNaN(record.run().best())) {
            text.append("; best " + Printable.cell(record.run().objective().name()) + " "
                    + PrintedNumber.of(record.run().best(), 4));
        }
        text.append("; ");
        if (record.run().state() == RunState.DONE) {
            text.append("the run is done.");
        } else if (pending > 0) {
            text.append(Count.of(pending, "design is", "designs are")).append(" pending");
            if (record.replicates() > 1) {
                int specimens = IntStream.of(record.missing()).sum();
                text.append(", ").append(Count.of(specimens, "specimen")).append(" to be measured");
            }
            text.append('.');
        } else {
            text.append("for the next designs: gidn ask ").append(ShellWord.of(folder));
        }
        return text.toString();
    }
}
