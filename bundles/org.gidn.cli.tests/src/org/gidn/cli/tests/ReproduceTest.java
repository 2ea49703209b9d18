// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Study;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.study.StudyFigureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReproduceTest {
    private static final Catalogue CATALOGUE = Catalogue.installed();

    /** Those that are quick as a whole. */
    private static final Set<String> QUICK = Set.of("beyond-topology", "beyond-robust", "beyond-growth");

    @TempDir
    private Path folder;

    static Stream<Study> studies() {
        return CATALOGUE.studies().stream();
    }

    @Test
    void everyFigureAndTableOfThePaperIsListed() {
        assertEquals(List.of(), CATALOGUE.problems());
        Outcome list = new Gidn(folder).run("reproduce", "list");
        List<String> names = Stream.concat(
                        IntStream.rangeClosed(1, 18).mapToObj(i -> "fig-s" + i), Stream.of("table-s1", "table-s2"))
                .toList();
        for (String name : names) {
            assertTrue(list.out().contains("  " + name + " "), name);
        }
        String json = new Gidn(folder).run("reproduce", "list", "--json").out();
        assertTrue(json.contains("\"name\": \"fig-s18\""), json);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void whatAStudyNamesIsInstalledAtEveryScale(Study study) {
        study.figures().forEach(FigureKind::of);
        study.together().forEach(StudyFigureKind::of);
        boolean ofThePaper =
                !study.id().startsWith("beyond-") && study.measures().stream().noneMatch(Study.Measure::budget);
        List<String> scales = study.scales().stream().map(Study.Scale::name).toList();
        List<String> all = List.of("quick", ofThePaper ? "paper" : "full");
        assertEquals(all.subList(0, QUICK.contains(study.id()) ? 1 : 2), scales);
        for (Study.Scale scale : study.scales()) {
            assertFalse(study.parts(scale).isEmpty());
            for (Study.Part part : study.parts(scale)) {
                assertTrue(study.measures().containsAll(part.paper().keySet()), part.name());
            }
            Outcome stopped = new Gidn(folder)
                    .stoppedBy(() -> true)
                    .run("reproduce", study.id(), "--scale", scale.name(), "--out", scale.name());
            assertEquals(130, stopped.status(), stopped.err());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fig-s1, Path-of-the-descent",
        "fig-s16, Model-of-16-16-elements",
        "fig-s17, Stress-and-strain-of-elements"
    })
    void aFigureIsWrittenWithItsData(String study, String figure) throws Exception {
        Outcome outcome = new Gidn(folder).run("reproduce", study);
        assertEquals(0, outcome.status(), outcome.err());
        Path made = folder.resolve("reproduced").resolve(study + "-quick");
        for (String ending : List.of("svg", "pdf", "png", "csv")) {
            assertTrue(Files.size(made.resolve(figure + "." + ending)) > 100, ending);
        }
        assertTrue(outcome.out().contains("The paper prints no numbers for it"), outcome.out());
        Outcome again = new Gidn(folder).run("reproduce", study);
        assertEquals(outcome.out(), again.out());
        assertFalse(again.err().contains("seed"), "it is not run again");
    }

    @Test
    void aTableStandsBesideThePrintedOne() throws Exception {
        Outcome outcome = new Gidn(folder).run("reproduce", "table-s1");
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(
                outcome.out()
                        .lines()
                        .anyMatch(line -> line.matches(" +10,000 samples, sample +maximum +[\\d.]+ .* 31\\.58 .*")),
                outcome.out());
        List<String> rows = Files.readAllLines(folder.resolve("reproduced/table-s1-quick/table-s1.csv"));
        assertEquals("part,source,quantity,median,least,greatest,runs,paper,difference", rows.get(0));
        assertEquals(7, rows.size());
        String[] mean = rows.get(6).replace("10,000", "10000").split(",");
        assertEquals(1.9, Double.parseDouble(mean[3]), 0.1);
        assertTrue(Double.parseDouble(mean[4]) <= Double.parseDouble(mean[3]));
        assertEquals("1.89", mean[7]);
        assertEquals("3", mean[6]);
    }

    @Test
    void aWrongNameIsRefused() {
        assertEquals(
                "gidn: Unknown figure or table 'table-s3'; did you mean 'table-s1'?\n",
                new Gidn(folder).run("reproduce", "table-s3").err());
    }
}
