// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.run.StudyRunner;
import org.gidn.experiments.text.Json;
import org.gidn.visualisation.study.Comparison;
import org.gidn.visualisation.study.StudyResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a figure or table of the paper again and puts it beside the printed one; or one of the guide's comparisons. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description =
                "Makes a figure or table of the paper again, beside the printed values, or a comparison of the guide.",
        footer = {
            "",
            "Writes the figures as SVG, PDF and PNG, and their data and the comparison with the",
            "printed values as CSV, to DIR/NAME-SCALE. The runs go to DIR/projects, which all",
            "figures share: what has been run with the same settings is not run again, and",
            "what was stopped goes on.",
            "",
            "Examples:",
            "  gidn reproduce list                      what there is, and what it costs",
            "  gidn reproduce table-s2",
            "  gidn reproduce table-s2 --scale paper --out studies",
            "  gidn reproduce fig-s11 --set executor.use=org.gidn.slurm.cluster --set executor.shared=/scratch/me"
        })
final class ReproduceCommand implements Callable<Integer> {
    private static final String LIST = "list";
    private static final String EXECUTOR = "executor.";

    private final Session session;

    @Parameters(paramLabel = "LIST|NAME", description = "list, or the name of a figure or table.")
    private String name;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "reproduced",
            description = "The folder of all figures; 'reproduced' if left out.")
    private String out;

    @Option(
            names = "--set",
            paramLabel = "executor.NAME=VALUE",
            description = "Changes where the runs have their work done, e.g. executor.use=org.gidn.slurm.cluster.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--json", description = "Writes the list, or the comparison, as JSON.")
    private boolean json;

    ReproduceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Study> studies = session.catalogue().studies();
        if (name.equalsIgnoreCase(LIST)) {
            list(studies);
            return ExitStatus.DONE.code();
        }
        Study study = studies.stream()
                .filter(candidate -> candidate.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "figure or table", name, studies.stream().map(Study::id).toList())));
        Study.Scale chosen = options.scale() == null ? study.scales().get(0) : study.scale(options.scale());
        Path folder = session.resolve(out);
        try {
            StudyResults results = new StudyResults(
                    session.catalogue(),
                    study,
                    new StudyRunner(session.catalogue(), folder, executor())
                            .run(
                                    study,
                                    chosen,
                                    options.seed(),
                                    (part, number, count) -> session.err()
                                            .printf(
                                                    Locale.ROOT,
                                                    "%s: %s, run %d of %d%n",
                                                    name,
                                                    part.name(),
                                                    number,
                                                    count),
                                    new ProgressPrinter(session, 1),
                                    session.cancellation()));
            print(results, folder.resolve(name + "-" + chosen.name()));
        } catch (CancellationException e) {
            session.err().println("Stopped; what was evaluated is kept. To go on, give the same command again.");
            return ExitStatus.CANCELLED.code();
        }
        return ExitStatus.DONE.code();
    }

    private Map<String, String> executor() {
        Map<String, String> given = Overrides.parse(settings).settings();
        for (String path : given.keySet()) {
            if (!path.startsWith(EXECUTOR)) {
                throw new InvalidInputException("A study's settings are its own, but '" + path
                        + "' was given with --set; name a setting of the executor, such as " + EXECUTOR + "use.");
            }
        }
        return given;
    }

    private void list(List<Study> studies) {
        if (json) {
            session.out()
                    .println(Json.writeIndented(studies.stream()
                            .flatMap(study -> study.scales().stream()
                                    .map(one -> Map.of(
                                            "name", study.id(),
                                            "scale", one.name(),
                                            "cost", one.cost(),
                                            "title", study.title())))
                            .toList()));
            return;
        }
        TextTable table = new TextTable();
        table.add("name", "scale", "cost", "title");
        studies.forEach(study -> study.scales().forEach(one -> {
            boolean first = one == study.scales().get(0);
            table.add(first ? study.id() : "", one.name(), one.cost(), first ? study.title() : "");
        }));
        session.out().print(table);
    }

    private void print(StudyResults results, Path folder) {
        List<Comparison> comparisons = results.comparisons();
        List<String> files = results.write(folder);
        if (json) {
            session.out()
                    .println(Json.writeIndented(
                            comparisons.stream().map(ReproduceCommand::tree).toList()));
            return;
        }
        session.out().println(results.study().title());
        if (!comparisons.isEmpty()) {
            session.out().print(table(comparisons));
        }
        boolean ofMethods = results.study().measures().stream().anyMatch(Study.Measure::budget);
        if (!ofMethods && comparisons.stream().allMatch(row -> Double.isNaN(row.paper()))) {
            session.out().println("The paper prints no numbers for it; compare the pictures.");
        }
        if (!results.study().note().isEmpty()) {
            session.out().println(results.study().note());
        }
        session.out().printf(Locale.ROOT, "Pictures and tables: %d in %s%n", files.size(), session.shown(folder));
    }

    private static TextTable table(List<Comparison> comparisons) {
        boolean several = comparisons.stream().anyMatch(row -> row.values().length > 1);
        boolean printed = comparisons.stream().anyMatch(row -> !Double.isNaN(row.paper()));
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("", "", several ? "median" : "ours"));
        header.addAll(several ? List.of("range") : List.of());
        header.addAll(printed ? List.of("paper", "difference") : List.of());
        table.add(header);
        String before = "";
        for (Comparison row : comparisons) {
            String part = row.part()
                    + (row.measure().metric() ? "" : ", " + row.measure().source());
            List<String> cells =
                    new ArrayList<>(List.of(part.equals(before) ? "" : part, row.label(), number(row.median())));
            if (several) {
                cells.add(number(row.least()) + " – " + number(row.greatest()));
            }
            if (printed) {
                cells.add(number(row.paper()));
                cells.add(
                        Double.isNaN(row.paper()) ? "" : (row.difference() < 0 ? "" : "+") + number(row.difference()));
            }
            table.add(cells);
            before = part;
        }
        return table;
    }

    private static Map<String, Object> tree(Comparison row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("part", row.part());
        tree.put("source", row.measure().source());
        tree.put("quantity", row.label());
        tree.put("median", finite(row.median()));
        tree.put("least", finite(row.least()));
        tree.put("greatest", finite(row.greatest()));
        tree.put("runs", (long) row.values().length);
        tree.put("paper", finite(row.paper()));
        return tree;
    }

    /** JSON has no NaN. */
    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Two decimals for numbers that they suit, else three significant digits. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean small = value != 0 && Math.abs(value) < 0.1;
        return String.format(Locale.ROOT, small ? "%.2g" : "%.2f", value);
    }
}
