// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.pareto.Volume;
import org.gidn.core.text.Count;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunCurve;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.text.Json;
import org.gidn.visualisation.FrontTable;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.comparison.BudgetComparison;
import org.gidn.visualisation.comparison.BudgetComparison.Band;
import org.gidn.visualisation.comparison.MethodRuns;
import org.gidn.visualisation.comparison.RunComparison;
import org.gidn.visualisation.files.FigureFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets runs side by side, and the methods that they are runs of. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares runs and methods: best value, evaluations and time that they took.",
        footer = {
            "",
            "Runs that differ in nothing but the seed are runs of one method; medians are taken over them, without those",
            "that were cancelled or have failed. The last columns say after how many evaluations half of them had come so",
            "close to the reference. Another table says what they had found after so many evaluations, and the area below",
            "their curves: the mean of the best value so far over the logarithm of the evaluations. Methods for several",
            "objectives are compared by their hypervolume too.",
            "",
            "Examples:",
            "  gidn compare composite-8x8:1 composite-8x8:2 study-1",
            "  gidn compare composite-8x8 --json                 all runs of a project, for programs",
            "  gidn compare active passive genetic-algorithm --reference 218.093 --out methods.svg --out methods.csv",
            "  gidn compare study --budgets 100,300,1000 --table budgets.csv"
        })
final class CompareCommand implements Callable<Integer> {
    private static final double[] SHARES = {0.9, 0.95, 1};

    private final Session session;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description =
                    "FOLDER:NUMBER for one run; a project folder, or a folder of projects, for all runs in it; the file"
                            + " of a sweep for its runs.")
    private List<String> runs;

    @Option(
            names = "--reference",
            paramLabel = "VALUE",
            description = "The best value known, by which the evaluations are counted that a method takes to come near;"
                    + " the best of the runs if left out.")
    private Double reference;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Writes the best value against evaluations as a picture (.svg, .png) or as numbers (.csv); may be"
                            + " given several times.")
    private List<String> out = List.of();

    @Option(
            names = "--budgets",
            paramLabel = "N",
            split = ",",
            description =
                    "The numbers of evaluations after which methods are compared; 100, 250, 500 and so on if left out.")
    private List<Long> budgets;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Writes the comparison by numbers of evaluations as CSV.")
    private String table;

    @Option(
            names = "--unfinished",
            description =
                    "Takes runs that are still at work, were cancelled or have failed into medians and bands too, with what"
                            + " they have found so far.")
    private boolean unfinished;

    @Option(names = "--json", description = "Writes the runs as JSON.")
    private boolean json;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (table != null) {
            FileEnding.check(session.resolve(table), "csv is written", "csv", null);
        }
        Set<RunReference> references = new LinkedHashSet<>();
        runs.forEach(text -> references.addAll(references(text)));
        references.stream().filter(reference -> !reference.run().readable()).forEach(reference -> session.err()
                .println("gidn: " + reference.run().failure()));
        RunComparison comparison = RunComparison.of(curves(references), unfinished);
        BudgetComparison byBudget = budgets == null
                ? BudgetComparison.of(comparison.methods())
                : new BudgetComparison(comparison.methods(), budgets);
        if (json) {
            Optional<double[]> point = comparison.reference();
            Map<RunRecord, Volume> volumes = point.map(comparison::hypervolumes).orElse(Map.of());
            List<Map<String, Object>> trees = new ArrayList<>();
            for (RunReference reference : references) {
                Map<String, Object> tree = tree(reference);
                Volume volume = volumes.get(reference.run());
                if (volume != null) {
                    tree.put("hypervolume", volume.value());
                    if (!volume.exact()) {
                        tree.put("hypervolumeError", volume.error());
                    }
                    tree.put(
                            "referencePoint",
                            Arrays.stream(point.orElseThrow()).boxed().toList());
                }
                trees.add(tree);
            }
            session.out().println(Json.writeIndented(trees));
            writeFiles(comparison, byBudget);
            return ExitStatus.DONE.code();
        }
        session.out().print(runTable(references));
        if (comparison.methods().isEmpty()) {
            session.out()
                    .println(
                            comparison.leftOut().isEmpty()
                                    ? "None of them has evaluated a design yet."
                                    : leftOut(comparison));
            writeFiles(comparison, byBudget).forEach(session.out()::println);
            return ExitStatus.DONE.code();
        }
        double best = reference == null ? comparison.best() : reference;
        session.out().println();
        Optional<double[]> front = comparison.reference();
        session.out().print(methodTable(comparison, best, front));
        session.out()
                .println("  100 % is " + number(best) + ", "
                        + (reference == null ? "the best of these runs." : "as given."));
        bestRun(comparison)
                .flatMap(run -> ProofSentence.of(
                        run,
                        run.best(),
                        references.stream()
                                .map(RunReference::project)
                                .distinct()
                                .toList()))
                .ifPresent(sentence -> session.out().println("  " + sentence));
        front.ifPresent(point -> session.out()
                .println("  Hypervolumes are measured up to " + FrontTable.point(point)
                        + estimated(comparison.hypervolumes(point).values()) + "."));
        if (!comparison.leftOut().isEmpty()) {
            session.out().println("  " + leftOut(comparison));
        }
        printByBudget(byBudget);
        writeFiles(comparison, byBudget).forEach(session.out()::println);
        return ExitStatus.DONE.code();
    }

    private static List<RunCurve> curves(Set<RunReference> references) {
        Map<Project, List<RunRecord>> runs = new LinkedHashMap<>();
        references.stream().filter(reference -> reference.run().readable()).forEach(reference -> runs.computeIfAbsent(
                        reference.project(), project -> new ArrayList<>())
                .add(reference.run()));
        return runs.entrySet().stream()
                .flatMap(project -> project.getKey().curves(project.getValue()).stream())
                .toList();
    }

    /** What is said of hypervolumes of which some are estimates. */
    private static String estimated(Collection<Volume> volumes) {
        double most = volumes.stream()
                .filter(volume -> !volume.exact())
                .mapToDouble(volume -> volume.error() / volume.value())
                .max()
                .orElse(0);
        return most == 0
                ? ""
                : String.format(
                        Locale.ROOT, "; some are estimates, with a standard error of up to %.2g %%", 100 * most);
    }

    private static Optional<RunRecord> bestRun(RunComparison comparison) {
        return comparison.methods().stream()
                .flatMap(method -> method.runs().stream())
                .min(RunRecord.bestFirst());
    }

    private static String leftOut(RunComparison comparison) {
        Map<RunState, Long> states = new EnumMap<>(RunState.class);
        comparison.leftOut().forEach(run -> states.merge(run.runs().get(0).state(), 1L, Long::sum));
        return Count.of(
                        comparison.leftOut().size(),
                        "run that is not done is left out",
                        "runs that are not done are left out")
                + " ("
                + states.entrySet().stream()
                        .map(state -> Count.of(state.getValue()) + " " + state.getKey())
                        .collect(Collectors.joining(", "))
                + "); --unfinished counts what has been found so far.";
    }

    /** Writes the files that were asked for; returns their names. */
    private List<String> writeFiles(RunComparison comparison, BudgetComparison byBudget) {
        List<String> names = new ArrayList<>();
        if (table != null) {
            FigureFiles.writeTable(byBudget.table(), session.resolve(table));
            names.add(session.shown(session.resolve(table)));
        }
        if (!out.isEmpty()
                && !(comparison.methods().isEmpty() && comparison.leftOut().isEmpty())) {
            Plot figure = comparison.convergence();
            for (String file : out) {
                FigureFiles.write(figure, session.resolve(file));
                names.add(session.shown(session.resolve(file)));
            }
        }
        return names;
    }

    private Map<String, Object> tree(RunReference reference) {
        RunRecord run = reference.run();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("project", reference.project().folder().toString());
        tree.put("run", (long) run.number());
        tree.put("title", run.title());
        tree.put("method", run.optimiser());
        tree.put("seed", run.seed());
        tree.put("state", run.state().toString());
        tree.put("counted", run.readable() && (unfinished || !run.state().unfinished()));
        tree.put("objective", run.readable() ? run.objective().name() : null);
        tree.put("best", run.best());
        tree.put("evaluations", run.evaluations());
        tree.put("seconds", MethodRuns.seconds(run));
        tree.put("settings", run.settings());
        return tree;
    }

    private List<RunReference> references(String text) {
        Path folder = session.resolve(text);
        if (Files.isRegularFile(folder)) {
            return SweepSource.of(session, text, null).runs(session);
        }
        if (!Files.isDirectory(folder)) {
            return List.of(RunReference.of(session, text));
        }
        try (Stream<Path> inside = Project.is(folder) ? Stream.of(folder) : Files.list(folder)) {
            List<RunReference> found = inside.filter(Project::is)
                    .sorted()
                    .flatMap(project -> all(session.open(project)))
                    .toList();
            if (found.isEmpty()) {
                throw new InvalidInputException("There is no run in folder '" + text
                        + "'; name a project that has been run, or a folder of such.");
            }
            return found;
        } catch (IOException e) {
            throw new InvalidInputException("Folder '" + text + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Stream<RunReference> all(Project project) {
        return project.runs().stream().map(run -> new RunReference(project, run));
    }

    private static TextTable runTable(Set<RunReference> references) {
        TextTable table = new TextTable();
        table.add("run", "method", "seed", "state", "best", "evaluations", "time");
        for (RunReference reference : references) {
            RunRecord run = reference.run();
            table.add(
                    reference.toString(),
                    run.optimiser(),
                    Long.toString(run.seed()),
                    run.state().toString(),
                    number(run.best()),
                    String.format(Locale.ROOT, "%,d", run.evaluations()),
                    Progress.time(MethodRuns.seconds(run)));
        }
        return table;
    }

    private static TextTable methodTable(RunComparison comparison, double reference, Optional<double[]> front) {
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(
                "method", "runs", "median", "worst", "best", "evaluations", "time", "to 90 %", "to 95 %", "to 100 %"));
        front.ifPresent(point -> head.add("hypervolume"));
        table.add(head);
        for (MethodRuns method : comparison.methods()) {
            double[] best = method.best();
            String[] reached = new String[SHARES.length];
            for (int i = 0; i < SHARES.length; i++) {
                OptionalLong spent = method.evaluationsToReach(SHARES[i], reference);
                reached[i] = spent.isPresent()
                        ? String.format(Locale.ROOT, "%,d", spent.getAsLong())
                        : method.reaching(SHARES[i], reference) + " of " + best.length;
            }
            List<String> cells = new ArrayList<>(List.of(
                    method.name(),
                    Integer.toString(best.length),
                    number(method.medianBest()),
                    number(best[best.length - 1]),
                    number(best[0]),
                    String.format(Locale.ROOT, "%,d", method.medianEvaluations()),
                    Progress.time(method.medianSeconds()),
                    reached[0],
                    reached[1],
                    reached[2]));
            front.ifPresent(point -> cells.add(number(method.medianHypervolume(point))));
            table.add(cells);
        }
        return table;
    }

    private void printByBudget(BudgetComparison comparison) {
        if (comparison.budgets().isEmpty()) {
            return;
        }
        session.out().println();
        session.out().print(budgetTable(comparison));
        session.out()
                .println("  What the methods had found after so many evaluations"
                        + (comparison.hasArea() ? "; area: the mean of that over their logarithm." : "."));
    }

    private static TextTable budgetTable(BudgetComparison comparison) {
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("method", ""));
        comparison.budgets().forEach(budget -> header.add(String.format(Locale.ROOT, "%,d", budget)));
        header.addAll(comparison.hasArea() ? List.of("area") : List.of());
        table.add(header);
        for (MethodRuns method : comparison.methods()) {
            List<Band> bands = new ArrayList<>();
            comparison.budgets().forEach(budget -> bands.add(comparison.after(method, budget)));
            if (comparison.hasArea()) {
                bands.add(comparison.area(method));
            }
            boolean several = method.runs().size() > 1;
            table.add(row(method.name(), several ? "median" : "", bands, Band::median));
            if (several) {
                table.add(row("", "worst", bands, Band::worst));
                table.add(row("", "best", bands, Band::best));
            }
        }
        return table;
    }

    private static List<String> row(String method, String which, List<Band> bands, ToDoubleFunction<Band> value) {
        List<String> cells = new ArrayList<>(List.of(method, which));
        bands.forEach(band -> cells.add(number(value.applyAsDouble(band))));
        return cells;
    }

    private static String number(double value) {
        return PrintedNumber.of(value, 4);
    }
}
