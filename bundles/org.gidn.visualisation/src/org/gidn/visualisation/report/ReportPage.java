// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.experiments.Project;
import org.gidn.experiments.ProvedBound;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.DesignStatistics;
import org.gidn.visualisation.DesignValues;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.FrontTable;
import org.gidn.visualisation.Measures;
import org.gidn.visualisation.MissingValues;
import org.gidn.visualisation.PublishedValues;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.internal.painting.FigureSize;
import org.gidn.visualisation.internal.painting.SvgPage;

/** The report of one run as a page of HTML that needs nothing but itself. */
final class ReportPage {
    /** More values of the best design than these are left to the table of designs. */
    private static final int MOST_VALUES = 12;

    private static final int FIGURE_WIDTH = 520;
    private static final int MOST_ON_FRONT = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    Messages.reportTime, Locale.forLanguageTag(Messages.reportLanguage))
            .withZone(ZoneId.systemDefault());

    private final Project project;
    private final RunResults results;
    private final RunRecord run;
    private final Html html = new Html();
    private int pictures;

    private ReportPage(Project project, RunResults results) {
        this.project = project;
        this.results = results;
        this.run = results.run();
    }

    /**
     * The whole page.
     *
     * @param faults receives a sentence for each kind of figure that is missing since its plug-in is at fault; the page has
     *     them too
     */
    public static String of(Project project, RunResults results, Consumer<String> faults) {
        ReportPage page = new ReportPage(project, results);
        page.write(faults);
        return page.html.toString();
    }

    private void write(Consumer<String> told) {
        html.raw("<!DOCTYPE html>\n<html lang=\"" + Messages.reportLanguage + "\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", "", NLS.bind(Messages.reportTitle, run.title(), run.number()))
                .raw("<style>\n" + ReportStyle.css() + "</style>\n</head>\n<body>\n<main>\n");
        header();
        List<Figure> figures = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (FigureKind kind : FigureKind.installed()) {
            try {
                figures.addAll(kind.figures(results));
            } catch (InvalidInputException e) {
                // A plug-in's fault takes nothing from the other figures.
                faults.add(e.getMessage());
            }
        }
        figures.stream().filter(DesignGrid.class::isInstance).forEach(grid -> designs((DesignGrid) grid));
        FrontTable.of(results, MOST_ON_FRONT).ifPresent(this::front);
        for (int objective = 0; objective < run.objectives().size(); objective++) {
            statistics(objective);
        }
        measures();
        figures(figures.stream().filter(each -> !(each instanceof DesignGrid)).toList());
        faults.forEach(fault -> html.element("p", "class=\"failure\"", fault));
        faults.forEach(told);
        phases();
        events();
        rerun();
        settings();
        html.element("footer", "", NLS.bind(Messages.reportFooter, TIME.format(Instant.now())))
                .raw("</main>\n</body>\n</html>\n");
    }

    private void proved(ProvedBound bound) {
        String label = run.objective().goal() == Goal.MAXIMISE ? Messages.reportNoneAbove : Messages.reportNoneBelow;
        fact(NLS.bind(label, run.objective().name()), value(bound.value(), run.objective()));
    }

    private void header() {
        html.raw("<header>\n<div>\n");
        html.element("p", "class=\"kicker\"", NLS.bind(Messages.reportRun, run.number(), project.name()));
        html.element("h1", "", run.title());
        html.element(
                "p",
                "class=\"method\"",
                run.optimiser() + ", " + run.state().title() + ", " + TIME.format(run.started()));
        if (run.failure() != null) {
            html.element("p", "class=\"failure\"", run.failure());
        }
        MissingValues.sentence(results).ifPresent(sentence -> html.element("p", "class=\"failure\"", sentence));
        html.raw("<dl class=\"facts\">\n");
        List<FoundDesign> best = results.best(1);
        fact(NLS.bind(Messages.reportBest, run.objective().name()), value(run.best(), run.objective()));
        ProvedBound.of(run, List.of(project)).ifPresent(this::proved);
        for (int i = 1; i < run.outputs().size() && !best.isEmpty(); i++) {
            Output other = run.outputs().get(i);
            fact(NLS.bind(Messages.reportOther, other.name()), value(best.get(0).values()[i], other));
        }
        if (!best.isEmpty()) {
            double[] design = best.get(0).designs().toArray(0);
            IntStream.of(DesignValues.variables(run.space()))
                    .limit(MOST_VALUES)
                    .forEach(variable -> fact(
                            run.space().variableName(variable),
                            DesignValues.text(run.space(), variable, design[variable])));
        }
        RunFront.of(results).ifPresent(front -> fact(Messages.hypervolume, FrontTable.volume(front.hypervolume())));
        fact(Messages.reportEvaluations, Numbers.whole(run.evaluations()));
        fact(Messages.reportSeed, Long.toString(run.seed()));
        if (run.finished() != null) {
            fact(
                    Messages.reportTimeTaken,
                    Progress.time(
                            Duration.between(run.started(), run.finished()).toMillis() / 1000.0));
        }
        html.raw("</dl>\n</div>\n");
        if (!best.isEmpty() && DesignPicture.suits(run.space())) {
            DesignPicture look = new DesignPicture(run.space());
            html.raw("<figure class=\"hero\">\n");
            picture(new DesignGrid("", "", look, best.get(0).designs(), List.of("")), 264, 264);
            html.element("figcaption", "", Messages.reportBestDesign).raw("</figure>\n");
        }
        html.raw("</header>\n");
    }

    private static String value(double value, Output objective) {
        return Numbers.brief(value) + (objective.unit().isEmpty() ? "" : " " + objective.unit());
    }

    private void fact(String name, String value) {
        html.raw("<div>").element("dt", "", name).element("dd", "", value).raw("</div>\n");
    }

    private void designs(DesignGrid grid) {
        section(grid);
        html.raw("<div class=\"designs\">\n");
        for (int i = 0; i < grid.designs().size(); i++) {
            html.raw("<figure>\n");
            DesignGrid one =
                    new DesignGrid("", "", grid.picture(), grid.designs().slice(i, i + 1), List.of(""));
            picture(one, 150, (int) Math.round(150 / grid.picture().aspect()));
            html.raw("<figcaption>");
            List<String> lines = grid.labels().get(i).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                html.element(line == 0 ? "strong" : "span", "", lines.get(line));
            }
            html.element("code", "", DesignText.format(run.space(), grid.designs(), i))
                    .raw("</figcaption></figure>\n");
        }
        html.raw("</div>\n</section>\n");
    }

    private void statistics(int objective) {
        DesignStatistics table = DesignStatistics.of(results, objective);
        if (table.columns().isEmpty()) {
            return;
        }
        PublishedValues published = objective == 0 ? PublishedValues.of(project) : new PublishedValues("", Map.of());
        String name = run.outputs().get(objective).name();
        html.raw("<section>\n")
                .element(
                        "h2",
                        "",
                        objective == 0 ? Messages.reportStatistics : NLS.bind(Messages.reportStatisticsOf, name));
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(table.columns());
        if (!published.values().isEmpty()) {
            head.add(published.source());
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> counts = new ArrayList<>(List.of(Messages.reportDesigns));
        List<String> distinct = new ArrayList<>(List.of(Messages.reportDistinct));
        for (Statistics group : table.statistics()) {
            counts.add(Numbers.whole(group.total()));
            distinct.add(Numbers.whole(group.distinct()));
        }
        rows.add(counts);
        rows.add(distinct);
        for (int row = 0; row < DesignStatistics.ROWS.size(); row++) {
            List<String> cells = new ArrayList<>(List.of(
                    DesignStatistics.rowName(row, run.outputs().get(objective).goal())));
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(Numbers.brief(table.value(row, column)));
            }
            OptionalDouble value = published.value(DesignStatistics.ROWS.get(row));
            value.ifPresent(number -> cells.add(Numbers.brief(number)));
            rows.add(cells);
        }
        rows.forEach(row -> {
            while (row.size() < head.size()) {
                row.add("");
            }
        });
        html.raw("<div class=\"wide\">").table("class=\"numbers\"", head, rows).raw("</div>\n");
        html.element("p", "class=\"caption\"", NLS.bind(Messages.reportStatisticsCaption, name))
                .raw("</section>\n");
    }

    private void front(FrontTable table) {
        html.raw("<section>\n").element("h2", "", Messages.frontTitle);
        html.raw("<div class=\"wide\">")
                .table("class=\"numbers\"", table.head(), table.rows())
                .raw("</div>\n");
        html.element("p", "class=\"caption\"", NLS.bind(Messages.frontTableCaption, new Object[] {
                    Numbers.whole(table.rows().size()),
                    Numbers.whole(table.front().size()),
                    run.objective().name()
                }))
                .raw("</section>\n");
    }

    private void measures() {
        Measures measures = Measures.of(results);
        if (measures.rows().isEmpty()) {
            return;
        }
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(measures.iterations());
        html.raw("<section>\n").element("h2", "", Messages.reportMeasures);
        html.raw("<div class=\"wide\">")
                .table("class=\"numbers\"", head, measures.cells())
                .raw("</div>\n</section>\n");
    }

    private void figures(List<Figure> figures) {
        html.raw("<div class=\"figures\">\n");
        for (Figure figure : figures) {
            section(figure);
            // All of one width, so that their texts are of one size.
            FigureSize size = FigureSize.of(figure);
            picture(figure, FIGURE_WIDTH, FIGURE_WIDTH * size.height() / size.width());
            html.raw("</section>\n");
        }
        html.raw("</div>\n");
    }

    private void section(Figure figure) {
        html.raw("<section>\n").element("h2", "", figure.title());
        if (!figure.caption().isEmpty()) {
            html.element("p", "class=\"caption\"", figure.caption());
        }
    }

    private void picture(Figure figure, int width, int height) {
        String svg = SvgPage.element(figure, width, height, Theme.LIGHT, "picture" + pictures++);
        html.raw(ReportStyle.themed(svg)).raw("\n");
    }

    private void phases() {
        List<List<String>> rows = results.phases().stream()
                .map(phase -> List.of(
                        phase.name(),
                        Progress.time(phase.seconds()),
                        Numbers.whole(phase.steps()) + " " + phase.unit()))
                .toList();
        if (!rows.isEmpty()) {
            html.raw("<section>\n")
                    .element("h2", "", Messages.reportPhases)
                    .table("class=\"numbers\"", List.of(), rows);
            html.raw("</section>\n");
        }
    }

    private void events() {
        if (!results.events().isEmpty()) {
            html.raw("<section>\n").element("h2", "", Messages.reportEvents).raw("<ul>\n");
            results.events().forEach(event -> html.element("li", "", event.message()));
            html.raw("</ul>\n</section>\n");
        }
    }

    private void rerun() {
        html.raw("<section class=\"flowing\">\n").element("h2", "", Messages.reportRerun);
        html.element("p", "", Messages.reportRerunExplained);
        html.element("pre", "", "gidn run experiment.yaml");
        html.element("pre", "", SettingsText.yaml(run.settings())).raw("</section>\n");
    }

    private void settings() {
        html.raw("<section>\n").element("h2", "", Messages.reportMachine);
        List<List<String>> rows = new ArrayList<>(SettingsText.rows(run.host(), ""));
        rows.addAll(SettingsText.rows(run.versions(), ""));
        html.table("class=\"facts\"", List.of(), rows).raw("</section>\n");
    }
}
