package org.gidn.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.gidn.experiments.run.StudyRunner;
import org.gidn.visualisation.DesignStatistics;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFiles;
import org.gidn.visualisation.FigureKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a figure or table of the paper again and puts it beside the printed one. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Makes a figure or table of the paper again, beside the printed values.",
        footer = {
            "",
            "What has been run is not run again; a study that was stopped goes on when it is started again.",
            "",
            "Examples:",
            "  gidn reproduce list                      what there is, and what it costs",
            "  gidn reproduce table-s2",
            "  gidn reproduce table-s2 --scale paper --out studies/table-s2"
        })
final class ReproduceCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "LIST|NAME", description = "list, or the name of a figure or table.")
    private String name;

    @Option(
            names = "--scale",
            paramLabel = "NAME",
            defaultValue = "quick",
            description = "quick (the default) or paper.")
    private String scale;

    @Option(names = "--seed", paramLabel = "N", description = "Changes the seed of all runs.")
    private Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of the results; NAME-SCALE if left out.")
    private String out;

    ReproduceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Study> studies = session.catalogue().studies();
        if (name.equalsIgnoreCase("list")) {
            TextTable table = new TextTable();
            studies.forEach(study ->
                    study.scales().forEach(one -> table.add(study.id(), one.name(), one.cost(), study.title())));
            session.out().print(table);
            return CommandLineTool.DONE;
        }
        Study study = studies.stream()
                .filter(candidate -> candidate.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "figure or table", name, studies.stream().map(Study::id).toList())));
        Study.Scale chosen = study.scale(scale);
        Path folder = session.resolve(out == null ? name + "-" + scale : out);
        List<Column> columns = new ArrayList<>();
        for (Study.Part part : study.parts(chosen)) {
            session.err().println(part.name());
            columns.add(column(study, part, run(folder, part, chosen), folder));
        }
        print(study, columns, folder);
        return CommandLineTool.DONE;
    }

    /** Our values and the printed ones of one part, by statistic. */
    private record Column(Study.Part part, List<Double> ours, List<Double> paper) {}

    private RunRecord run(Path folder, Study.Part part, Study.Scale chosen) {
        RunRecord run = new StudyRunner(session.catalogue())
                .run(folder, part, chosen, seed, new ProgressPrinter(session, 1), session.cancellation());
        if (run.state() == RunState.CANCELLED) {
            session.err().println("Stopped; what was evaluated is kept. To go on, give the same command again.");
            throw new CancellationException();
        }
        if (run.state() == RunState.FAILED) {
            throw new StoreException(part.name() + ": " + run.failure(), null);
        }
        return run;
    }

    private Column column(Study study, Study.Part part, RunRecord run, Path folder) {
        RunResults results = Project.open(StudyRunner.folder(folder, part)).results(run.number());
        DesignStatistics statistics =
                new DesignStatistics(List.of(part.name()), List.of(results.statistics(results.sets(study.source()))));
        List<Double> ours = new ArrayList<>();
        List<Double> paper = new ArrayList<>();
        for (String statistic : study.statistics()) {
            ours.add(statistics.value(DesignStatistics.ROWS.indexOf(statistic), 0));
            paper.add(part.paper().getOrDefault(statistic, Double.NaN));
        }
        for (String kind : study.figures()) {
            for (Figure figure : FigureKind.of(kind).figures(results)) {
                write(figure, folder, part.folder() + "-" + figure.title().replaceAll("[^A-Za-z0-9.]+", "-"));
            }
        }
        return new Column(part, ours, paper);
    }

    private static void write(Figure figure, Path folder, String fileName) {
        try {
            FigureFiles.writeSvg(figure, folder.resolve(fileName + ".svg"));
            FigureFiles.writePng(figure, folder.resolve(fileName + ".png"));
        } catch (IOException e) {
            throw new InvalidInputException("Folder " + folder + " cannot be written; choose another with --out.", e);
        }
    }

    private void print(Study study, List<Column> columns, Path folder) {
        TextTable table = new TextTable();
        StringBuilder csv = new StringBuilder("part,statistic,ours,paper,difference\n");
        table.add("", "", "ours", "paper", "difference");
        for (Column column : columns) {
            for (int i = 0; i < study.statistics().size(); i++) {
                String statistic = study.statistics().get(i);
                double ours = column.ours().get(i);
                double paper = column.paper().get(i);
                table.add(
                        i == 0 ? column.part().name() : "",
                        statistic,
                        number(ours),
                        number(paper),
                        Double.isNaN(paper) ? "" : String.format(Locale.ROOT, "%+.2f", ours - paper));
                csv.append(String.format(
                        Locale.ROOT,
                        "\"%s\",%s,%s,%s,%s%n",
                        column.part().name(),
                        statistic,
                        ours,
                        paper,
                        ours - paper));
            }
        }
        session.out().println(study.title());
        session.out().print(table);
        Path file = folder.resolve(study.id() + ".csv");
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "File " + file + " cannot be written; choose another folder with --out.", e);
        }
        session.out().println("Data: " + session.shown(file) + "  Pictures and projects: " + session.shown(folder));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
