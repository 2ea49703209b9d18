// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's table of which method honours which constraint is what comes of trying each pair. */
@Tag("long")
class ConstraintTableTest {
    private static final Path PAGE = Path.of("../org.gidn.help/html/experiments.html");
    private static final String BEGIN = "<!-- begin of the table that ConstraintTableTest makes -->\n";
    private static final String END = "<!-- end of the table that ConstraintTableTest makes -->\n";

    private static final String COMPOSITE = "{use: org.gidn.fem.crackToughness, size: 6, crackFraction: 1/3}";
    private static final String BEAM = "{use: org.gidn.fem.mbbBeam, rows: 4, columns: 8}";
    private static final String NUMBERS = "org.gidn.baselines.peaks";

    /** A constraint for a problem; others are the shares without which some methods take no problem at all. */
    private record Case(String evaluator, String others, String constraint) {
        String yaml(boolean constrained) {
            String all = Stream.of(others, constrained ? constraint : "")
                    .filter(each -> !each.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            return "format: 2\nproblem:\n  evaluator: " + evaluator + "\n  constraints: [" + all + "]\n";
        }
    }

    private static final String THIRD = "{use: org.gidn.core.share, of: soft, is: 1/3}";
    private static final String HALF = "{use: org.gidn.core.share, is: 0.5}";

    /** By what the table calls a constraint, problems to try it on: the first that the method takes, or takes without it. */
    private static Map<String, List<Case>> cases() {
        Map<String, List<Case>> cases = new LinkedHashMap<>();
        cases.put("share", List.of(on(COMPOSITE, "", THIRD), on(BEAM, "", HALF), on(NUMBERS, "", HALF)));
        cases.put(
                "shareRange",
                List.of(
                        on(COMPOSITE, "", "{use: org.gidn.core.shareRange, of: soft, least: 1/3, most: 1/2}"),
                        on(BEAM, "", "{use: org.gidn.core.shareRange, least: 0.25, most: 0.5}"),
                        on(NUMBERS, "", "{use: org.gidn.core.shareRange, least: 0, most: 1}")));
        cases.put("sum", List.of(on(NUMBERS, "", "{use: org.gidn.core.sum, terms: x1 + x2, least: 1}")));
        cases.put(
                "fixed",
                List.of(
                        on(COMPOSITE, THIRD, "{use: org.gidn.core.fixed, rows: 1, value: stiff}"),
                        on(BEAM, HALF, "{use: org.gidn.core.fixed, rows: 1, value: 1}")));
        cases.put(
                "symmetry",
                List.of(
                        on(COMPOSITE, THIRD, "{use: org.gidn.core.symmetry, kind: topBottom}"),
                        on(BEAM, HALF, "{use: org.gidn.core.symmetry, kind: topBottom}")));
        cases.put("connected", List.of(on(COMPOSITE, THIRD, "{use: org.gidn.core.connected, of: soft}")));
        cases.put("featureSize", List.of(on(COMPOSITE, THIRD, "{use: org.gidn.core.featureSize, of: soft, brush: 2}")));
        cases.put("perimeter", List.of(on(COMPOSITE, THIRD, "{use: org.gidn.core.perimeter, of: soft, most: 10}")));
        cases.put(
                "measured",
                List.of(
                        on(COMPOSITE, THIRD, "{use: org.gidn.core.measured, output: toughness, most: 1.5}"),
                        on(BEAM, HALF, "{use: org.gidn.core.measured, output: compliance, most: 20}"),
                        on(NUMBERS, "", "{use: org.gidn.core.measured, output: height, least: 0}")));
        return cases;
    }

    private static Case on(String evaluator, String others, String constraint) {
        return new Case(evaluator, others, constraint);
    }

    private final Catalogue catalogue = Catalogue.installed();

    @TempDir
    private Path folder;

    @Test
    void theGuideSaysWhatComesOfEachPair() throws IOException {
        Map<String, List<Case>> cases = cases();
        assertEquals(
                catalogue.extensions(Points.CONSTRAINTS).stream()
                        .map(extension -> extension.id().replace("org.gidn.core.", ""))
                        .sorted()
                        .toList(),
                cases.keySet().stream().sorted().toList());
        StringBuilder table = new StringBuilder("<table>\n<tr><th>Method</th>");
        cases.keySet().forEach(kind -> table.append("<th><code>").append(kind).append("</code></th>"));
        table.append("</tr>\n");
        for (Extension method : catalogue.extensions(Points.OPTIMISERS)) {
            table.append("<tr><td><code>").append(method.id()).append("</code></td>");
            cases.values()
                    .forEach(each ->
                            table.append("<td>").append(outcome(method, each)).append("</td>"));
            table.append("</tr>\n");
        }
        table.append("</table>\n");
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                Path.of("target/experiments.html"),
                page.substring(0, begin) + table + page.substring(page.indexOf(END)));
        assertEquals(
                page.substring(begin, page.indexOf(END)),
                table.toString(),
                "The page experiments.html of the guide says otherwise; if the change is meant, copy the one from"
                        + " bundles/org.gidn.experiments.tests/target over it.");
    }

    private String outcome(Extension method, List<Case> cases) {
        for (Case each : cases) {
            Experiment experiment = experiment(each.yaml(true), method);
            if (takes(experiment)) {
                return outcome(experiment, each.yaml(true));
            }
            if (takes(experiment(each.yaml(false), method))) {
                return "refused";
            }
        }
        return "–";
    }

    private Experiment experiment(String yaml, Extension method) {
        return new ExperimentReader(catalogue)
                .read(
                        yaml + "optimiser: org.gidn.baselines.random\nbudget: 20000\n",
                        Overrides.parse(QuickSettings.of(catalogue, method)))
                .orThrow("the experiment of " + method.id());
    }

    private boolean takes(Experiment experiment) {
        try {
            new Runner(catalogue).check(experiment);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** Designs that break a constraint are kept apart; a method that honours it asks for none. */
    private String outcome(Experiment experiment, String yaml) {
        try {
            Project project =
                    Project.create(Files.createTempDirectory(folder, "run").resolve("one"), yaml);
            RunRecord run = new Runner(catalogue).run(project, experiment, RunListener.NONE, Cancellation.NONE);
            assertEquals(
                    RunState.DONE, run.state(), () -> experiment.optimiser().id() + ": " + run.failure());
            assertTrue(run.evaluations() > 0, () -> experiment.optimiser().id() + " evaluates nothing");
            return project.results(1).setsApart().isEmpty() ? "honoured" : "as a penalty";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
