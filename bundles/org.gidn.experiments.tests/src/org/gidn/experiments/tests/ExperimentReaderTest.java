// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Reading;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.text.Finding;
import org.gidn.experiments.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentReaderTest {
    private static final String GOOD = """
        format: 1
        title: Small
        seed: 7
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 1_000
          predictor: {neurons: 32}
        budget: 20_000
        scales:
          quick: {starts: 500, optimiser.predictor.layers: 2}
        """;

    private final ExperimentReader reader = new ExperimentReader(Catalogue.installed());

    private Reading read(String yaml, String... assignments) {
        return reader.read(yaml, Overrides.parse(List.of(assignments)));
    }

    private Experiment good(String... assignments) {
        return read(GOOD, assignments).orThrow("test.yaml");
    }

    private void assertChanged(String expected, Overrides overrides) {
        assertEquals(expected, reader.changed(GOOD, overrides));
        assertEquals(
                reader.read(GOOD, overrides).orThrow("test.yaml").tree(),
                reader.read(expected, Overrides.NONE).orThrow("test.yaml").tree());
    }

    @Test
    void writesChangesIntoTheFile() {
        assertChanged(GOOD, Overrides.NONE);
        assertChanged(
                GOOD.replace("seed: 7", "seed: 8").replace("size: 8", "size: 16"),
                Overrides.parse(List.of("size=16", "seed=8")));
        assertChanged(
                GOOD.replace("8}", "8, material: {modulusRatio: 20}}").replace("Fraction: 0.25", "Fraction: 0.5"),
                Overrides.parse(List.of("evaluator.material.modulusRatio=20", "problem.volumeFraction=0.5")));
        assertChanged(
                GOOD.replace("neurons: 32}", "neurons: 32, layers: 2}\n  starts: 500") + "executor: {threads: 2}\n",
                new Overrides(Map.of("executor.threads", "2"), "quick"));
        assertChanged(
                GOOD.substring(0, GOOD.indexOf("optimiser:")) + "optimiser: org.gidn.baselines.random\n"
                        + GOOD.substring(GOOD.indexOf("budget:")),
                Overrides.parse(List.of("optimiser=org.gidn.baselines.random")));
    }

    @Test
    void keepsTheSettingsOfAnExtensionThatIsNamedAgain() {
        assertChanged(GOOD, Overrides.parse(List.of("optimiser=org.gidn.designer.gidn")));
    }

    @Test
    void givesSettingsToThePartsThatAreChosenWhateverTheirOrder() {
        String annealing = "optimiser=org.gidn.baselines.annealing";
        assertEquals(good(annealing, "chains=3"), good("chains=3", annealing));
        String evaluator = "evaluator=org.gidn.baselines.testRig";
        String measured = "evaluator.of=org.gidn.fem.crackToughness";
        String material = "evaluator.of.material=org.gidn.fem.simp";
        assertEquals(good(evaluator, measured, material, "power=2"), good("power=2", material, measured, evaluator));
        String process = "predictor=org.gidn.predictor.gaussianProcess";
        for (Reading reading : List.of(read(GOOD, "layers=2", process), read(GOOD, process, "layers=2"))) {
            String message = reading.findings().get(0).message();
            assertTrue(message.startsWith("Unknown setting 'layers'"), message);
        }
        assertEquals(
                reader.configure(
                        Points.EVALUATORS,
                        "org.gidn.fem.crackToughness",
                        "evaluator",
                        Overrides.parse(List.of("material=org.gidn.fem.multiPhase", "moduli=1 5"))),
                reader.configure(
                        Points.EVALUATORS,
                        "org.gidn.fem.crackToughness",
                        "evaluator",
                        Overrides.parse(List.of("moduli=1 5", "material=org.gidn.fem.multiPhase"))));
    }

    @Test
    void writesAllSettingsAnewWhereTheFileCannotBeChangedInPlace() {
        Overrides overrides = Overrides.NONE.at("other");
        String yaml = GOOD + "  other: {predictor: {use: org.gidn.predictor.mlp, layers: 2}}\n";
        Experiment wanted = reader.read(yaml, overrides).orThrow("test.yaml");
        String changed = reader.changed(yaml, overrides);
        assertEquals(Json.writeIndented(wanted.tree()), changed);
        assertEquals(wanted.tree(), read(changed).orThrow("test.yaml").tree());
    }

    private static Object setting(Configuration configuration, String name) {
        return configuration.values().get(name);
    }

    private static Configuration predictor(Experiment experiment) {
        return (Configuration) setting(experiment.optimiser(), "predictor");
    }

    @Test
    void defaultsAreFilledIn() {
        Experiment experiment = good();
        assertEquals("Small", experiment.title());
        assertEquals(7, experiment.seed());
        assertEquals(0.25, experiment.volumeFraction());
        assertEquals(20_000, experiment.budget());
        assertEquals(1_000L, setting(experiment.optimiser(), "samples"));
        assertEquals(100_000L, setting(experiment.optimiser(), "starts"));
        assertEquals("org.gidn.predictor.mlp", predictor(experiment).id());
        assertEquals(32L, setting(predictor(experiment), "neurons"));
        assertEquals("org.gidn.core.local", experiment.executor().id());
    }

    @Test
    void theResolvedSettingsReadBackEqual() {
        Experiment experiment = good();
        String text = Json.writeIndented(experiment.tree());
        assertEquals(experiment.tree(), read(text).orThrow("settings").tree());
        assertEquals(experiment.tree(), Json.readObject(text));
    }

    @Test
    void settingsChangeByNameAndByPath() {
        Experiment experiment = good(
                "seed=9",
                "samples=50",
                "optimiser.predictor.learningRate=0.01",
                "problem.evaluator.size=16",
                "epochs=3");
        assertEquals(9, experiment.seed());
        assertEquals(50L, setting(experiment.optimiser(), "samples"));
        assertEquals(0.01, setting(predictor(experiment), "learningRate"));
        assertEquals(3L, setting(predictor(experiment), "epochs"));
        assertEquals(32L, setting(predictor(experiment), "neurons"));
        assertEquals(16L, setting(experiment.evaluator(), "size"));
    }

    @Test
    void namingAnotherExtensionDropsTheSettingsOfTheOldOne() {
        Experiment experiment = good("optimiser=org.gidn.baselines.random", "optimiser.samples=5");
        assertEquals("org.gidn.baselines.random", experiment.optimiser().id());
        assertEquals(5L, setting(experiment.optimiser(), "samples"));
    }

    @Test
    void aScaleChangesItsSettings() {
        Experiment experiment = reader.read(GOOD, Overrides.NONE.at("quick")).orThrow("test.yaml");
        assertEquals(500L, setting(experiment.optimiser(), "starts"));
        assertEquals(2L, setting(predictor(experiment), "layers"));
        assertEquals(
                List.of(new Finding(0, 0, "Unknown scale 'quik'; did you mean 'quick'?")),
                reader.read(GOOD, Overrides.NONE.at("quik")).findings());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        "format: 1", "format: 3", "1:9: This program reads formats 1 and 2, but the file has '3'."),
                Arguments.of("format: 1\n", "", "1:1: 'format: 2' is missing."),
                Arguments.of("seed: 7", "sed: 7", "3:1: Unknown setting 'sed'; did you mean 'seed'?"),
                Arguments.of("seed: 7", "seed: x", "3:7: Setting 'seed' must be a whole number, but is 'x'."),
                Arguments.of(
                        "seed: 7",
                        "seed: [7, 8]",
                        "3:7: Setting 'seed' takes a single value, but has a list; several names stand in one text, such as 'a, b',"
                                + " and several values of a setting in a sweep."),
                Arguments.of("seed: 7", "seed:", "3:6: Setting 'seed' takes a single value, but has none."),
                Arguments.of("seed: 7", "title: 7", "3:1: 'title' stands here a second time; leave one of them out."),
                Arguments.of(
                        "{use: org.gidn.fem.crackToughness, size: 8}",
                        "[size]",
                        "5:14: 'evaluator' takes an identifier, or {use: identifier, …} with settings."),
                Arguments.of(
                        "size: 8",
                        "sise: 8",
                        "5:49: Unknown setting 'sise'; did you mean 'size'? (org.gidn.fem.crackToughness)"),
                Arguments.of(
                        "org.gidn.fem.crackToughness",
                        "org.gidn.fem.toughness",
                        "5:20: Unknown evaluator 'org.gidn.fem.toughness'; did you mean"
                                + " 'org.gidn.fem.crackToughness'?"),
                Arguments.of(
                        "volumeFraction: 0.25",
                        "volumeFraction: 25",
                        "6:19: Setting 'volumeFraction' must be a number of at least 0 and at most 1, but is '25.0'."),
                Arguments.of("budget: 20_000", "budget: &b 3", null),
                Arguments.of(
                        "budget: 20_000",
                        "budget: {a: &a 1, b: *a}",
                        "11:22: Anchors and aliases (& and *) are not allowed in an experiment; write the value out."),
                Arguments.of(
                        "seed: 7",
                        "seed: !!int 7",
                        "3:7: Types (!) are not allowed in an experiment; leave this one out."),
                Arguments.of(
                        "title: Small",
                        "title: \"a\\x7fb\"",
                        "2:8: Setting 'title' holds U+007F, which is no character of a text; write what was meant by it,"
                                + " or leave it out."),
                Arguments.of(
                        "title: Small",
                        "title: \"\\ud800\"",
                        "2:8: Setting 'title' holds U+D800, which is no character of a text; write what was meant by it,"
                                + " or leave it out."),
                Arguments.of("title: Small", "title: \"tab\\t, line\\n, pair 😀\"", null),
                Arguments.of(
                        "{neurons: 32}",
                        "[".repeat(100_000),
                        "10:62: More than 50 levels are not allowed in an experiment."),
                Arguments.of(
                        "{neurons: 32}", "{neurons: 32", "11:7: This is no YAML: expected ',' or '}', but got :."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void findingsNamePlaceAndRemedy(String good, String bad, String expected) {
        Reading reading = read(GOOD.replace(good, bad));
        if (expected == null) {
            assertEquals(List.of(), reading.findings());
            return;
        }
        assertNull(reading.experiment());
        assertEquals("test.yaml:" + expected, reading.findings().get(0).text("test.yaml"));
    }

    @Test
    void allFindingsAreTold() {
        Reading reading = read(GOOD.replace("seed: 7", "seed: x").replace("neurons: 32", "neurons: 0"));
        assertEquals(
                List.of(
                        "3:7: Setting 'seed' must be a whole number, but is 'x'.",
                        "10:24: Setting 'neurons' must be a number of at least 1 and at most 65536, but is '0'."),
                reading.findings().stream()
                        .map(finding -> finding.text("").substring(1))
                        .toList());
        assertEquals(
                "f:3:7: Setting 'seed' must be a whole number, but is 'x'. (1 more finding below it)",
                assertThrows(InvalidInputException.class, () -> reading.orThrow("f"))
                        .getMessage());
    }

    static Stream<Arguments> wrongAssignments() {
        return Stream.of(
                Arguments.of("startz=5", "Unknown setting 'startz'; did you mean 'starts'?"),
                Arguments.of(
                        "optimiser.predictor.layerz=5",
                        "Unknown setting 'optimiser.predictor.layerz'; did you mean 'optimiser.predictor.layers'?"),
                Arguments.of(
                        "title=1990\u00961995",
                        "Setting 'title' holds U+0096, which is no character of a text; write what was meant by it, or leave"
                                + " it out."),
                Arguments.of("samples=1", "Setting 'samples' must be a number of at least 2, but is '1'."),
                Arguments.of(
                        "learningRate=0.1",
                        "Setting 'learningRate' stands for several: optimiser.predictor.learningRate,"
                                + " optimiser.learningRate; give the whole path."));
    }

    @ParameterizedTest
    @MethodSource("wrongAssignments")
    void assignmentsAreCheckedToo(String assignment, String expected) {
        assertEquals(
                expected,
                assertThrows(InvalidInputException.class, () -> good(assignment))
                        .getMessage());
    }

    @Test
    void anAssignmentWithoutAValueIsRefused() {
        assertEquals(
                "A setting is given as name=value, but 'starts' has no name and '='.",
                assertThrows(InvalidInputException.class, () -> Overrides.parse(List.of("starts")))
                        .getMessage());
    }

    @Test
    void aBombOfAliasesIsNoMoreThanAFinding() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(10))
                    .append("]\n");
        }
        Reading reading = read(GOOD + bomb);
        assertNull(reading.experiment());
        assertTrue(
                reading.findings().get(0).message().startsWith("Anchors and aliases (& and *) are not allowed"),
                () -> reading.findings().get(0).toString());
    }

    @Test
    void aFileOfMegabytesIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("long.yaml"), "title: " + "x".repeat(2 << 20));
        assertEquals(
                file + ":1:1: The file is larger than 1 MB; an experiment is a short text.",
                assertThrows(InvalidInputException.class, () -> reader.read(file, Overrides.NONE))
                        .getMessage());
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertEquals(
                "There is no file " + file + ".",
                assertThrows(InvalidInputException.class, () -> reader.read(file, Overrides.NONE))
                        .getMessage());
    }

    @Test
    void otherEncodingsAreNamed(@TempDir Path folder) throws Exception {
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            Path file = Files.writeString(folder.resolve("odd.yaml"), "format: 1\ntitle: Größe\n", charset);
            String message = assertThrows(InvalidInputException.class, () -> reader.read(file, Overrides.NONE))
                    .getMessage();
            assertTrue(
                    message.contains(
                            charset.name().startsWith("UTF-16")
                                    ? file + " is in UTF-16"
                                    : "Line 2 of " + file + " is not in UTF-8"),
                    message);
            assertTrue(message.endsWith("; save it as UTF-8."), message);
        }
    }

    @Test
    void aFileOfManyMegabytesIsRefusedWhateverStandsWhereItIsCutOff(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("long.yaml"), "a" + "ü".repeat(5 << 20));
        String message = assertThrows(InvalidInputException.class, () -> reader.read(file, Overrides.NONE))
                .getMessage();
        assertTrue(message.length() < 300 && message.contains("1 MB"), message);
    }
}
