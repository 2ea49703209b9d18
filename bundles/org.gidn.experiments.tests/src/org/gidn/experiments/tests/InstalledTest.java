// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.ExperimentSchema;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.experiments.text.Json;
import org.gidn.experiments.text.Said;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.sqlite.SqliteLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** Experiments with what the product ships. */
class InstalledTest {
    private static final String SMALL = """
        format: 1
        title: Small
        problem: {evaluator: org.gidn.fem.crackToughness, volumeFraction: 0.25}
        optimiser:
          use: org.gidn.designer.gidn
          samples: 60
          starts: 200
          steps: 10
          predictor: {layers: 2, neurons: 16, epochs: 20}
        """;

    private final Catalogue catalogue = Catalogue.installed();

    private RunRecord run(Path folder, String... assignments) {
        Experiment experiment = new ExperimentReader(catalogue)
                .read(SMALL, Overrides.parse(List.of(assignments)))
                .orThrow("test");
        return new Runner(catalogue)
                .run(Project.create(folder, SMALL), experiment, RunListener.NONE, Cancellation.NONE);
    }

    @Test
    void theNumberOfThreadsChangesNothing(@TempDir Path folder) {
        RunRecord one = run(folder.resolve("one"), "executor.threads=1");
        RunRecord two = run(folder.resolve("two"), "executor.threads=2");
        assertEquals(RunState.DONE, one.state());
        assertEquals(one.best(), two.best());
        assertEquals(one.evaluations(), two.evaluations());
        assertTrue(one.space().layout().mirrored());
        assertEquals(2, one.space().layout().slitRows());
        assertEquals(
                List.of("designer-0-state.bin", "fit-training-0.csv", "predictor-0.zip"),
                Project.open(folder.resolve("one")).results(1).files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void aBundleIsKnownByItsWholeVersionAndContent() {
        Declaration fem = catalogue
                .extension(Points.EVALUATORS, "org.gidn.fem.crackToughness")
                .declaration();
        Declaration material =
                catalogue.extension(Points.MATERIALS, "org.gidn.fem.twoPhase").declaration();
        Declaration sampler =
                catalogue.extension(Points.SAMPLERS, "org.gidn.core.file").declaration();
        assertEquals(FrameworkUtil.getBundle(CrackedPlate.class).getVersion().toString(), fem.version());
        assertTrue(fem.sum().matches("[0-9a-f]{64}"), fem.sum());
        assertEquals(fem.sum(), material.sum());
        assertNotEquals(fem.sum(), sampler.sum());
    }

    @Test
    void theLibraryOfTheDatabaseLiesUnpackedBesideTheProgram() throws Exception {
        SqliteLibrary.load();
        Path place = Path.of(System.getProperty("org.sqlite.lib.path"));
        assertTrue(Files.exists(place.resolve(LibraryLoaderUtil.getNativeLibName())), place::toString);
        assertTrue(place.toString().contains("org.gidn.sqlite"), place::toString);
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
                ResultSet version = connection.createStatement().executeQuery("SELECT sqlite_version()")) {
            assertTrue(SQLiteJDBCLoader.getVersion().startsWith(version.getString(1)), SQLiteJDBCLoader::getVersion);
        }
    }

    @Test
    void whatMethodsAndSettingsSayCanBeTranslated(@TempDir Path folder) {
        List<String> said = new ArrayList<>();
        for (String point : Points.ALL) {
            catalogue.extensions(point).stream()
                    .filter(extension -> extension.id().matches("org[.]gidn[.](?!.*(tests|samples)).*"))
                    .flatMap(extension -> extension.parameters().stream())
                    .map(parameter -> parameter.name().replaceAll("([a-z0-9])([A-Z])", "$1 $2"))
                    .forEach(words -> said.add(words.toLowerCase(Locale.ROOT)));
        }
        assertTrue(said.size() > 100, said::toString);
        RunRecord run = run(folder.resolve("said"));
        for (RunResults.PhaseTime phase :
                Project.open(folder.resolve("said")).results(run.number()).phases()) {
            said.add(phase.name());
            said.add(phase.unit());
        }
        assertTrue(said.contains("training the predictor"), said::toString);
        assertEquals(
                List.of(),
                said.stream().filter(words -> !Said.known(words)).distinct().toList());
        assertEquals("1 start", Said.counted(1, "starts"));
        assertEquals("of another plug-in", Said.of("of another plug-in"));
    }

    @Test
    void theSchemaKnowsEverySetting() {
        Map<String, Object> schema = Json.readObject(Json.write(ExperimentSchema.of(catalogue)));
        String text = Json.write(schema);
        for (String name : List.of("crackFraction", "modulusRatio", "starts", "neurons", "volumeFraction", "budget")) {
            assertTrue(text.contains("\"" + name + "\""), name);
        }
        assertTrue(text.contains("\"exclusiveMinimum\":0.0"), "open ranges");
        Map<?, ?> definitions = (Map<?, ?>) schema.get("$defs");
        Map<?, ?> designer = (Map<?, ?>) definitions.get("org.gidn.designer.gidn");
        assertEquals(
                List.of(Map.of("$ref", "#/$defs/predictors"), Map.of("$ref", "#/$defs/org.gidn.predictor.mlp")),
                ((Map<?, ?>) ((Map<?, ?>) designer.get("properties")).get("predictor")).get("anyOf"),
                "settings of the default predictor need not name it");
    }
}
