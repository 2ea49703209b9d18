package org.gidn.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run's evaluations in a format of other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the evaluations of a run in a format of other tools.",
        footer = {"", "Example:", "  gidn export composite-8x8 --format csv --out evaluations.csv"})
final class ExportCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("csv");

    private final Session session;

    @Parameters(paramLabel = "RUN", description = RunReference.HELP)
    private String run;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "csv")
    private String format;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; standard output if left out.")
    private String out;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!FORMATS.contains(format)) {
            throw new InvalidInputException(NearestName.unknown("format", format, FORMATS));
        }
        RunReference reference = RunReference.of(session, run);
        if (out == null) {
            write(session.out(), reference);
            return CommandLineTool.DONE;
        }
        Path file = session.resolve(out);
        try (PrintStream stream = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            write(stream, reference);
            return CommandLineTool.DONE;
        } catch (IOException e) {
            throw new InvalidInputException("File " + file + " cannot be written; choose another one with --out.", e);
        }
    }

    private static void write(PrintStream stream, RunReference reference) {
        RunResults results = reference.results();
        stream.println("source,iteration,design,predicted,"
                + reference.run().objective().name() + ",count");
        for (CandidateSet set : results.sets()) {
            Values values = results.values(List.of(set));
            DesignBatch designs = results.designs(List.of(set));
            for (int i = 0; i < values.size(); i++) {
                stream.println(set.source() + "," + set.iteration() + "," + DesignText.format(designs, i) + ","
                        + number(values.predicted()[i]) + "," + number(values.values()[i]) + "," + values.counts()[i]);
            }
        }
        stream.flush();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
