// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.core.run.Optimiser;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.run.Laboratory;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.ToldTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's table of which method goes on when only a part was told is what comes of trying each. */
class LaboratoryTableTest {
    private static final Path PAGE = Path.of("../org.gidn.help/html/laboratory.html");
    private static final String BEGIN = "<!-- begin of the table that LaboratoryTableTest makes -->\n";
    private static final String END = "<!-- end of the table that LaboratoryTableTest makes -->\n";

    /** Problems to try a method on: the first that it takes. */
    private static final List<String> PROBLEMS = List.of(
            "{evaluator: {use: org.gidn.fem.crackToughness, size: 6, crackFraction: 1/3}, volumeFraction: 1/3}",
            "{evaluator: org.gidn.baselines.peaks}");

    private final Catalogue catalogue = Catalogue.installed();

    @TempDir
    private Path folder;

    @Test
    void theGuideSaysWhatComesOfEachMethod() throws IOException {
        StringBuilder table = new StringBuilder("<table>\n<tr><th>Method</th><th>When a part was told</th></tr>\n");
        for (Extension method : catalogue.extensions(Points.OPTIMISERS)) {
            table.append("<tr><td><code>")
                    .append(method.id())
                    .append("</code></td><td>")
                    .append(outcome(method))
                    .append("</td></tr>\n");
        }
        table.append("</table>\n");
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                Path.of("target/laboratory.html"),
                page.substring(0, begin) + table + page.substring(page.indexOf(END)));
        assertEquals(
                page.substring(begin, page.indexOf(END)),
                table.toString(),
                "The page laboratory.html of the guide says otherwise; if the change is meant, copy the one from"
                        + " bundles/org.gidn.experiments.tests/target over it.");
    }

    private String outcome(Extension method) throws IOException {
        for (String problem : PROBLEMS) {
            Experiment experiment = new ExperimentReader(catalogue)
                    .read(
                            "format: 2\nproblem: " + problem + "\noptimiser: org.gidn.baselines.random\nbudget: 60\n",
                            Overrides.parse(QuickSettings.of(catalogue, method)))
                    .orThrow("the experiment of " + method.id());
            Project project = Project.create(
                    Files.createTempDirectory(folder, "run").resolve("one"),
                    "format: 2\nproblem: " + problem + "\noptimiser: " + method.id() + "\n");
            LaboratoryRecord asked;
            try {
                asked = ask(project, experiment, 0);
            } catch (InvalidInputException e) {
                continue;
            }
            return outcome(project, experiment, asked);
        }
        return "needs what only computed designs have";
    }

    private String outcome(Project project, Experiment experiment, LaboratoryRecord asked) {
        int batch = asked.pending().length;
        assertTrue(batch > 0, () -> experiment.optimiser().id() + " asks for nothing");
        tell(project, asked, Math.max(1, batch / 2), i -> 1 + i % 7);
        int pending = project.laboratory(1).pending().length;
        boolean more = ask(project, experiment, pending + 3).pending().length > pending;
        try (Optimiser method = catalogue.create(experiment.optimiser(), Optimiser.class)) {
            boolean all = batch == 1;
            if (!method.goesOnWithPart()) {
                assertTrue(all || !more, () -> experiment.optimiser().id() + " goes on, but does not say so");
                return all ? "asks for one design at a time" : "waits for all of a batch";
            }
            return "goes on";
        }
    }

    private LaboratoryRecord ask(Project project, Experiment experiment, int count) {
        return new Laboratory(catalogue).ask(project, experiment, count, false, RunListener.NONE, Cancellation.NONE);
    }

    private void tell(Project project, LaboratoryRecord record, int count, IntToDoubleFunction value) {
        String output = record.run().outputs().get(0).name();
        StringBuilder rows = new StringBuilder("id," + output + "\n");
        for (int i = 0; i < count; i++) {
            rows.append(record.asked().get(record.pending()[i]).number())
                    .append(',')
                    .append(value.applyAsDouble(i))
                    .append('\n');
        }
        new Laboratory(catalogue)
                .tell(
                        project,
                        new ToldTable(
                                DesignTable.parse(rows.toString().getBytes(StandardCharsets.UTF_8), "told"),
                                "",
                                "",
                                false),
                        RunListener.NONE,
                        Cancellation.NONE);
    }
}
