// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.Recipe;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is installed here is made again in a JVM that has nothing but the jars that its recipe names. */
class RecipeTest {
    private static final String TOUGHNESS = "org.gidn.fem.crackToughness";

    @TempDir
    private Path folder;

    private final Catalogue catalogue = Catalogue.installed();

    private Configuration configuration(String id, String... settings) {
        return new ExperimentReader(catalogue)
                .configure(Points.EVALUATORS, id, "evaluator", Overrides.parse(List.of(settings)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOUGHNESS + " size=8 modulusRatio=7.3",
                "org.gidn.baselines.peaks",
                "org.gidn.baselines.testRig of=" + TOUGHNESS + " size=4 noise=0.07"
            })
    void equalBitsElsewhere(String words) throws IOException, InterruptedException {
        List<String> parts = List.of(words.split(" "));
        Configuration configuration =
                configuration(parts.get(0), parts.subList(1, parts.size()).toArray(String[]::new));
        Recipe recipe = configuration.recipe();
        try (Evaluator here = catalogue.create(configuration, Evaluator.class)) {
            assertEquals(Elsewhere.bits(here), elsewhere(recipe));
        }
    }

    /** A program of the user's own, with files beside the experiment. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void equalBitsOfAProgramElsewhere() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("scale.txt"), "0.7");
        Files.writeString(
                folder.resolve("ones.sh"), "echo ones $(tr -cd 1 < in.txt | wc -c)$(cut -c2- \"$1\") > out.txt\n");
        Files.createDirectories(folder.resolve("template"));
        Files.writeString(folder.resolve("template/in.txt"), "${cells}\n");
        Configuration configuration = configuration(
                "org.gidn.external.program",
                "exchange=files",
                "variables=cells: 3 x 3 binary",
                "outputs=ones",
                "results=ones: out.txt line ones",
                "command=sh ones.sh scale.txt",
                "processes=1");
        try (Evaluator here = catalogue.create(configuration, Evaluator.class, folder)) {
            Recipe recipe = configuration.recipe(folder, here.files());
            assertEquals(Elsewhere.bits(here), elsewhere(recipe));
            Files.writeString(folder.resolve("scale.txt"), "0.8");
            assertThrows(InvalidInputException.class, recipe::check);
        }
    }

    private List<String> elsewhere(Recipe recipe) throws IOException, InterruptedException {
        String name = Elsewhere.class.getName();
        Path file = Files.writeString(folder.resolve("recipe.json"), recipe.text());
        Path program = folder.resolve("classes/" + name.replace('.', '/') + ".class");
        Files.createDirectories(program.getParent());
        try (InputStream stream = Elsewhere.class.getResourceAsStream("Elsewhere.class")) {
            Files.copy(stream, program);
        }
        String jars = Stream.concat(
                        Stream.of(folder.resolve("classes")),
                        recipe.jars().stream().map(Content::path))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jars,
                        name,
                        file.toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        List<String> bits = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), () -> errors(folder.resolve("errors.txt")));
        return bits;
    }

    private static String errors(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void onlyWhatTheEvaluatorUsesIsNamed() {
        List<String> jars = configuration("org.gidn.baselines.peaks").recipe().jars().stream()
                .map(jar -> jar.path().getFileName().toString())
                .toList();
        assertTrue(jars.get(0).startsWith("org.gidn.baselines"), () -> jars.toString());
        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("org.gidn.core")), () -> jars.toString());
        assertTrue(jars.stream().noneMatch(jar -> jar.startsWith("org.eclipse")), () -> jars.toString());
        assertTrue(jars.stream().noneMatch(jar -> jar.startsWith("org.gidn.predictor")), () -> jars.toString());
    }

    @Test
    void itReadsBackEqual() {
        Recipe recipe = configuration(TOUGHNESS, "modulusRatio=1e22").recipe();
        assertEquals(recipe, Recipe.parse(recipe.text()));
        assertThrows(
                InvalidInputException.class, () -> Recipe.parse(recipe.text().substring(5)));
        assertThrows(InvalidInputException.class, () -> Recipe.parse("{\"evaluator\": 3}"));
    }

    @Test
    void anotherJarOrFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("input.txt"), "one");
        Recipe peaks = configuration("org.gidn.baselines.peaks").recipe();
        Recipe recipe = new Recipe(peaks.evaluator(), peaks.jars(), List.of(Content.of(file)));
        recipe.check();
        Files.writeString(file, "two");
        assertEquals(
                file + " is not what it was where the evaluation was begun; put the same file there on every machine.",
                assertThrows(InvalidInputException.class, recipe::check).getMessage());
        Recipe unknown = new Recipe(
                new Recipe.Part(
                        "org.example.none",
                        "org.example.None",
                        peaks.evaluator().settings()),
                List.of(),
                List.of());
        assertTrue(assertThrows(InvalidInputException.class, () -> unknown.make(RecipeTest.class.getClassLoader()))
                .getMessage()
                .startsWith("'org.example.none' cannot be made here, since class org.example.None cannot: "));
    }
}
