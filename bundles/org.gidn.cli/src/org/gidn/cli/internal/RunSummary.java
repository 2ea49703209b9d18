// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.core.text.Count;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.PhaseTime;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.experiments.project.StoreException;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.DesignStatistics;
import org.gidn.visualisation.FrontTable;
import org.gidn.visualisation.Measures;
import org.gidn.visualisation.MissingValues;
import org.gidn.visualisation.PublishedValues;
import org.gidn.visualisation.report.Report;

/** Prints what came of a run: best design, statistics beside published ones, counts, times, where the results are. */
final class RunSummary {
    private static final int MOST_ON_FRONT = 12;
    private static final int DECIMALS = 4;

    private final Session session;
    private final Project project;
    private final RunResults results;
    private final RunRecord run;
    private final Output out;

    RunSummary(Session session, Project project, int number) {
        this.session = session;
        this.project = project;
        this.results = project.results(number);
        this.run = results.run();
        this.out = session.out();
    }

    /** Prints it and writes the report into the run's folder; returns the exit status, which says whether the report could be written with all its figures. */
    int print() {
        return print(null);
    }

    /** The same with the report in a file elsewhere; null for its usual place. */
    int print(Path report) {
        out.printf(
                Locale.ROOT,
                "%n%s, run %d, seed %d: %s%n",
                Printable.cell(run.title()),
                run.number(),
                run.seed(),
                run.state());
        if (run.failure() != null) {
            out.println(Printable.sentence(run.failure()));
        }
        List<FoundDesign> best = results.best(1);
        if (!best.isEmpty()) {
            printDesign(best.get(0));
        }
        FrontTable.of(results, MOST_ON_FRONT).ifPresent(this::printFront);
        for (int objective = 0; !best.isEmpty() && objective < run.objectives().size(); objective++) {
            printStatistics(objective);
        }
        printMeasures();
        printCosts();
        return writeReport(report);
    }

    private void printDesign(FoundDesign design) {
        out.printf(
                Locale.ROOT,
                "%nBest design, %s %s%s%n",
                run.objective().name(),
                PrintedNumber.of(design.value(), DECIMALS),
                Double.isNaN(design.predicted())
                        ? ""
                        : " (predicted " + PrintedNumber.of(design.predicted(), DECIMALS) + ")");
        for (int objective = 1; objective < design.values().length; objective++) {
            out.println("  " + run.outputs().get(objective).name() + " "
                    + PrintedNumber.of(design.values()[objective], DECIMALS));
        }
        for (int block = 0; block < run.space().blocks().size(); block++) {
            if (run.space().blocks().get(block).picture()) {
                DesignDrawing drawing = DesignDrawing.of(session, run.space(), block);
                out.printStyled(drawing.draw(design.designs()));
                out.printStyled("  " + drawing.legend() + System.lineSeparator());
            }
        }
        printSpecimens(design);
        out.println("  " + design.text());
        ProofSentence.of(run, design.value(), List.of(project)).ifPresent(out::println);
    }

    /** How many specimens people have measured of a design, and how far these lie apart. */
    private void printSpecimens(FoundDesign design) {
        List<Measurement> measured = results.measured().getOrDefault(design.text(), List.of());
        if (measured.size() > 1) {
            double[] spreads = Measurement.spreads(measured);
            out.println("  mean of " + Count.of(measured.size(), "specimen") + ", spread "
                    + IntStream.range(0, spreads.length)
                            .mapToObj(output -> run.outputs().get(output).name() + " "
                                    + PrintedNumber.of(spreads[output], DECIMALS))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void printFront(FrontTable front) {
        TextTable table = new TextTable();
        table.add(front.head());
        front.rows().forEach(table::add);
        out.printf(
                Locale.ROOT,
                "%nPareto front, %s, hypervolume %s up to %s%n",
                Count.of(front.front().size(), "design"),
                FrontTable.volume(front.front().hypervolume()),
                FrontTable.point(front.front().reference()));
        out.print(table);
        if (front.rows().size() < front.front().size()) {
            out.println("  spread evenly along the front; the report and gidn export have all");
        }
    }

    /** A column for each group of designs; the published figures belong to the last, and are of the first objective. */
    private void printStatistics(int number) {
        var objective = run.outputs().get(number);
        DesignStatistics statistics = DesignStatistics.of(results, number);
        PublishedValues published = PublishedValues.of(project);
        boolean compared = number == 0 && !published.values().isEmpty();
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of(objective.name()));
        header.addAll(statistics.columns());
        if (compared) {
            header.add("paper");
        }
        table.add(header);
        for (int row = 0; row < DesignStatistics.ROWS.size(); row++) {
            String name = DesignStatistics.ROWS.get(row);
            List<String> cells = new ArrayList<>(List.of(DesignStatistics.rowName(row, objective.goal())));
            for (int column = 0; column < statistics.columns().size(); column++) {
                cells.add(number(statistics.value(row, column)));
            }
            if (compared) {
                cells.add(number(published.value(name).orElse(Double.NaN)));
            }
            table.add(cells);
        }
        out.println();
        out.print(table);
        if (compared) {
            out.println("  paper: " + published.source());
        }
    }

    private void printMeasures() {
        Measures measures = Measures.of(results);
        if (measures.rows().isEmpty()) {
            return;
        }
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("recorded"));
        header.addAll(measures.iterations());
        table.add(header);
        measures.cells().forEach(table::add);
        out.println();
        out.print(table);
    }

    private static String number(double value) {
        return PrintedNumber.of(value, 2);
    }

    private void printCosts() {
        out.println();
        List<CandidateSet> sets = results.sets(Candidates.INVERSE);
        if (sets.size() > DesignStatistics.MOST_ITERATIONS) {
            found(" in " + sets.size() + " iterations", sets);
        } else {
            sets.forEach(set -> found(sets.size() == 1 ? "" : " in iteration " + (set.iteration() + 1), List.of(set)));
        }
        MissingValues.sentence(results).ifPresent(sentence -> out.println(Printable.sentence(sentence)));
        out.printf(Locale.ROOT, "Evaluations: %,d%n", run.evaluations());
        List<PhaseTime> phases = results.phases();
        if (!phases.isEmpty()) {
            out.println("Time: "
                    + phases.stream()
                            .map(phase -> phase.name() + " " + Progress.time(phase.seconds()))
                            .collect(Collectors.joining(", ")));
        }
        out.println("Results: " + session.shown(project.database()));
    }

    private void found(String where, List<CandidateSet> sets) {
        Statistics statistics = results.statistics(sets);
        out.printf(
                Locale.ROOT,
                "Found%s: %s with a value, %,d of them distinct%n",
                where,
                Count.of(statistics.total(), "design"),
                statistics.distinct());
    }

    private int writeReport(Path report) {
        String command = "gidn report " + ShellWord.of(session.shown(project.folder()) + ":" + run.number());
        if (session.cancellation().requested()) {
            // The process is ending, and pictures cannot be drawn in one that does.
            out.println("Report:  " + command);
            return ExitStatus.DONE.code();
        }
        try {
            List<String> faults = new ArrayList<>();
            Path written = report == null
                    ? Report.write(project, run.number(), faults::add)
                    : Report.write(project, run.number(), report, faults::add);
            out.println("Report:  " + session.shown(written));
            return faults.isEmpty()
                    ? ExitStatus.DONE.code()
                    : session.complain(
                            String.join(" ", faults) + " The report is whole but for that; to write it anew: " + command
                                    + ".",
                            ExitStatus.FAILED);
        } catch (InvalidInputException | StoreException e) {
            return session.complain(
                    e.getMessage() + " The results are whole without the report; to write it then: " + command
                            + ", or with --out FILE to write it elsewhere.",
                    ExitStatus.FAILED);
        }
    }
}
