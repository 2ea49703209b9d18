// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.samples.calculix.CalculixStiffness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the examples say holds. */
@Tag("long")
class ExamplesTest {
    @ParameterizedTest
    @CsvSource({"composite-16x16-12, 86.655, 16", "composite-16x16-25, 218.093, 32", "composite-16x16-50, 763.164, 64"})
    void theBestDesignsKnownHaveTheirToughnessAndVolumeFraction(
            String id, double least, int soft, @TempDir Path folder) {
        List<String> rows = new ArrayList<>(rows(id, "best-known.csv"));
        assertEquals("design,toughness", rows.remove(0));
        StringBuilder designs = new StringBuilder();
        rows.forEach(row -> designs.append(row.split(",")[0]).append('\n'));
        Outcome outcome = new Gidn(folder)
                .runWithInput(
                        designs.toString(),
                        "evaluate",
                        "--evaluator",
                        "org.gidn.fem.crackToughness",
                        "--set",
                        "size=16",
                        "--designs",
                        "-");
        List<String> evaluated = outcome.lines();
        for (int i = 0; i < rows.size(); i++) {
            double kept = Double.parseDouble(rows.get(i).split(",")[1]);
            assertEquals(kept, Double.parseDouble(evaluated.get(i + 1).split(",")[1]), 1e-8 * kept);
            assertEquals(
                    soft,
                    rows.get(i).split(",")[0].chars().filter(c -> c == '0').count());
        }
        double best = Double.parseDouble(rows.get(0).split(",")[1]);
        assertTrue(best > least - 0.0005, id + " has " + best);
    }

    @ParameterizedTest
    @CsvSource({"32, 128", "64, 512"})
    void theBestLargerCompositesKnownHaveTheirToughness(int size, int soft, @TempDir Path folder) throws Exception {
        List<String> rows = rows("composite-16x16-25", "best-known-" + size + "x" + size + ".csv");
        assertEquals(
                soft, rows.get(1).split(",")[0].chars().filter(c -> c == '0').count());
        Files.write(folder.resolve("known.csv"), rows);
        Outcome outcome = new Gidn(folder)
                .run(
                        "evaluate",
                        "--evaluator",
                        "org.gidn.fem.crackToughness",
                        "--set",
                        "size=" + size,
                        "--designs",
                        "known.csv");
        assertEquals(0, outcome.status(), outcome.err());
        double told = Double.parseDouble(rows.get(1).split(",")[1]);
        assertEquals(told, Double.parseDouble(outcome.lines().get(1).split(",")[1]), 1e-6 * told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.gidn.baselines.annealing|steps=2_000",
                "org.gidn.baselines.geneticAlgorithm|generations=100 mutation=0.03 repair=random"
            })
    void threePhasesComeToTheBestCompositeKnown(String method, String settings, @TempDir Path folder) {
        List<String> arguments = new ArrayList<>(List.of("run", "three-phases", "--set", "optimiser=" + method));
        for (String setting : settings.split(" ")) {
            arguments.addAll(List.of("--set", setting));
        }
        Outcome outcome = new Gidn(folder).run(arguments.toArray(String[]::new));
        assertEquals(0, outcome.status(), outcome.err());
        FoundDesign found =
                Project.open(folder.resolve("three-phases")).results(1).best(1).get(0);
        assertEquals(rows("three-phases", "best-known.csv").get(1).split(",")[0], found.text());
        assertEquals(98.83546352, found.value(), 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"233.71, 2.4, 0", "216.81, 0, 2.4"})
    void theBeamComesToItsPublishedCompliance(
            double published, String densityFilter, String sensitivityFilter, @TempDir Path folder) {
        Outcome outcome = new Gidn(folder)
                .run(
                        "run",
                        "mbb-beam",
                        "--set",
                        "evaluator.filterRadius=" + densityFilter,
                        "--set",
                        "optimiser.filterRadius=" + sensitivityFilter);
        assertEquals(0, outcome.status(), outcome.err());
        double best = Project.open(folder.resolve("mbb-beam")).results(1).run().best();
        assertEquals(published, best, 0.01 * published);
    }

    @Test
    void theVesselComesToTheCheapestKnownWithinItsConstraints(@TempDir Path folder) {
        Outcome outcome = new Gidn(folder).run("run", "pressure-vessel");
        assertEquals(0, outcome.status(), outcome.err());
        FoundDesign found = Project.open(folder.resolve("pressure-vessel"))
                .results(1)
                .best(1)
                .get(0);
        assertTrue(found.value() > 6059.7 && found.value() < 1.001 * 6059.714, "cost " + found.value());
        for (int constraint = 1; constraint <= 4; constraint++) {
            assertTrue(found.values()[constraint] <= 0, "g" + constraint + " = " + found.values()[constraint]);
        }
    }

    /** What it needs; the test is left out where that is not there. */
    private static void needsPython(String module) throws InterruptedException {
        assumeTrue(
                succeeds("python3", "-c", "import " + module), "Python or its module " + module + " is not installed");
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The least weights known are 1,593.181 lb and 5,060.854 lb, by sequential quadratic programming from several starts. */
    @ParameterizedTest
    @CsvSource({"1593.181, false", "5060.854, true"})
    void theTrussComesNearItsLeastWeightKnown(double known, boolean stiff, @TempDir Path folder) throws Exception {
        needsPython("numpy");
        Project project = Project.create(
                folder.resolve("truss"), Example.of(Catalogue.installed().examples(), "ten-bar-truss"));
        if (stiff) {
            String yaml = Files.readString(project.experimentFile());
            Files.writeString(project.experimentFile(), yaml.replace("\n#   - {use", "\n    - {use"));
        }
        // A third of the evaluations that the example spends on the last half of a percent.
        Outcome outcome = new Gidn(folder).run("run", "truss", "--set", "budget=6000");
        assertEquals(0, outcome.status(), outcome.err());
        FoundDesign found = project.results(1).best(1).get(0);
        assertTrue(found.value() > known - 0.001 && found.value() < 1.01 * known, "weight " + found.value());
        assertTrue(found.values()[1] <= 25, "stress " + found.values()[1]);
        assertTrue(!stiff || found.values()[2] <= 2, "displacement " + found.values()[2]);
    }

    @Test
    void theTemplateGivesTheNumbersOfTheSampleInJava(@TempDir Path folder) throws Exception {
        assumeTrue(succeeds("ccx", "-v"), "CalculiX (ccx) is not installed");
        Outcome outcome = new Gidn(folder)
                .run("run", "calculix-template", "--set", "optimiser=org.gidn.baselines.random", "--set", "budget=5");
        assertEquals(0, outcome.status(), outcome.err());
        RunResults results = Project.open(folder.resolve("calculix-template")).results(1);
        List<FoundDesign> found = results.best(5);
        assertEquals(5, found.size());
        CalculixStiffness sample = new CalculixStiffness(8, 0.25, 10, 1 / 3.0, "ccx", 60);
        for (FoundDesign design : found) {
            DesignBatch designs = DesignText.parse(List.of(design.text()), sample.space());
            double value = sample.evaluate(designs, Cancellation.NONE).value(0, 0);
            // CalculiX tells seven digits.
            assertEquals(value, design.value(), 1e-6 * value);
        }
    }

    @Test
    void gradientsOfTheCooledPlateLeadToABetterOneThanChance(@TempDir Path folder) throws Exception {
        needsPython("getfem");
        Gidn gidn = new Gidn(folder);
        for (String method : List.of("org.gidn.designer.frugal", "org.gidn.baselines.random")) {
            Outcome outcome = gidn.run(
                    "run",
                    "getfem-cooling",
                    "--set",
                    "optimiser=" + method,
                    "--set",
                    "budget=60",
                    "--out",
                    method.replaceFirst(".*\\.", ""));
            assertEquals(0, outcome.status(), outcome.err());
        }
        double guided = Project.open(folder.resolve("frugal")).results(1).run().best();
        double chance = Project.open(folder.resolve("random")).results(1).run().best();
        assertTrue(guided < 0.5 * chance, guided + " and by chance " + chance);
    }

    /** The front of all 35,960 designs has 49 of them, and a hypervolume of 2.54198 up to toughness 1 and stiffness 0.7. */
    @Test
    void theCompromisesAreThoseOfAllDesigns(@TempDir Path folder) {
        Outcome outcome = new Gidn(folder).run("run", "toughness-stiffness");
        assertEquals(0, outcome.status(), outcome.err());
        RunFront front = RunFront.of(
                        Project.open(folder.resolve("toughness-stiffness")).results(1))
                .orElseThrow();
        assertEquals(2.54198, front.hypervolume().value(), 0.01 * 2.54198);
        assertTrue(outcome.out().contains("Pareto front, " + front.size() + " designs, hypervolume "), outcome.out());
        assertTrue(outcome.out().contains("up to 1, 0.7"), outcome.out());
        Outcome compared = new Gidn(folder).run("compare", "toughness-stiffness");
        assertTrue(compared.out().contains("hypervolume"), compared.out());
        assertTrue(compared.out().contains("Hypervolumes are measured up to 1, 0.7."), compared.out());
        String json =
                new Gidn(folder).run("compare", "toughness-stiffness", "--json").out();
        assertTrue(json.contains("\"hypervolume\": " + front.hypervolume().value()), json);
    }

    @Test
    void allScalesCanBeRead(@TempDir Path folder) throws IOException {
        Catalogue catalogue = Catalogue.installed();
        for (Example example : catalogue.examples()) {
            Project project = Project.create(folder.resolve(example.id()), example);
            List<String> scales = new ArrayList<>(List.of(""));
            String yaml = Files.readString(project.experimentFile());
            Stream.of("quick", "paper")
                    .filter(scale -> yaml.contains("\n  " + scale + ":"))
                    .forEach(scales::add);
            for (String scale : scales) {
                Overrides overrides = new Overrides(Map.of(), scale.isEmpty() ? null : scale);
                assertDoesNotThrow(
                        () -> new ExperimentReader(catalogue).read(project.experimentFile(), overrides),
                        example.id() + " " + scale);
            }
        }
    }

    private static List<String> rows(String id, String name) {
        Example example = Catalogue.installed().examples().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        return example.files().stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.read(), StandardCharsets.US_ASCII))
                .findFirst()
                .orElseThrow()
                .lines()
                .toList();
    }
}
