// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.material.Material;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static Configuration configure(Catalogue catalogue, String... assignments) {
        return new ExperimentReader(catalogue)
                .configure(
                        Points.EVALUATORS,
                        "org.gidn.fem.crackToughness",
                        "evaluator",
                        Overrides.parse(List.of(assignments)));
    }

    @Test
    void installedExtensionsAreReadWithTheirSettings() {
        Catalogue catalogue = Catalogue.installed();
        Extension mlp = catalogue.extension(Points.PREDICTORS, "org.gidn.predictor.mlp");
        assertEquals("predictor", mlp.kind());
        assertEquals("org.gidn.predictor", mlp.bundle());
        Parameter layers = mlp.parameter("layers").orElseThrow();
        assertEquals(Parameter.Type.INTEGER, layers.type());
        assertEquals("6", layers.defaultValue());
        assertEquals(List.of(), catalogue.problems());
    }

    @Test
    void settingsReachExtensionsThatSettingsName() {
        Catalogue catalogue = Catalogue.installed();
        Configuration configuration = configure(catalogue, "size=16", "modulusRatio=20");
        assertEquals(16L, configuration.values().get("size"));
        Configuration material =
                assertInstanceOf(Configuration.class, configuration.values().get("material"));
        assertEquals(20.0, material.values().get("modulusRatio"));
        assertEquals(1.0 / 3, material.values().get("poissonRatio"));
        assertEquals(
                128, catalogue.create(configuration, Evaluator.class).space().variables());
        assertInstanceOf(Material.class, catalogue.create(material, Material.class));
    }

    @Test
    void anExtensionCanBeSwappedAndSetInOneGo() {
        Configuration configuration =
                configure(Catalogue.installed(), "material=org.gidn.fem.simp", "evaluator.material.power=2");
        Configuration material = (Configuration) configuration.values().get("material");
        assertEquals("org.gidn.fem.simp", material.id());
        assertEquals(2.0, material.values().get("power"));
    }

    @Test
    void unknownNamesSuggestTheNearest() {
        Catalogue catalogue = Catalogue.installed();
        assertEquals(
                "Unknown setting 'modulusRatioo'; did you mean 'modulusRatio'?",
                assertThrows(InvalidInputException.class, () -> configure(catalogue, "modulusRatioo=3"))
                        .getMessage());
        assertEquals(
                "Unknown predictor 'org.gidn.predictor.mpl'; did you mean 'org.gidn.predictor.mlp'?",
                assertThrows(
                                InvalidInputException.class,
                                () -> catalogue.extension(Points.PREDICTORS, "org.gidn.predictor.mpl"))
                        .getMessage());
    }

    @Test
    void aWrongDeclarationIsLeftOutAndNamed() {
        Catalogue catalogue = Catalogue.of(List.of(
                Declared.extension(
                        Points.SAMPLERS, "sampler", "a", settings -> null, Declared.parameter("count", "whole")),
                Declared.extension(
                        Points.SAMPLERS,
                        "sampler",
                        "b",
                        settings -> null,
                        Declared.parameter("share", "real", "default", "2", "max", "1")),
                Declared.extension(Points.SAMPLERS, "sampler", "c", settings -> null)));
        assertEquals(
                List.of("c"),
                catalogue.extensions(Points.SAMPLERS).stream()
                        .map(Extension::id)
                        .toList());
        assertEquals(2, catalogue.problems().size());
        assertEquals(
                "Bundle guest: Setting 'share' must be a number at most 1, but is '2.0'.",
                catalogue.problems().get(1));
    }

    @Test
    void whatABundleMakesIsCheckedAndTheBundleNamed() {
        Catalogue catalogue = Catalogue.of(
                List.of(Declared.extension(Points.EVALUATORS, "evaluator", "guest.odd", settings -> "a text")));
        Configuration configuration = new Configuration(catalogue.extension(Points.EVALUATORS, "guest.odd"), Map.of());
        assertEquals(
                "The evaluator 'guest.odd' of bundle guest cannot be used: it makes no Evaluator.",
                assertThrows(InvalidInputException.class, () -> catalogue.create(configuration, Evaluator.class))
                        .getMessage());
    }

    @Test
    void examplesAreListedWithTheirFiles() {
        Catalogue catalogue = Catalogue.of(List.of(Declared.example("small", Map.of("experiment.yaml", Bench.YAML))));
        Example example = catalogue.examples().get(0);
        assertEquals("small", example.id());
        assertEquals("experiment.yaml", example.files().get(0).name());
    }

    @Test
    void aFactoryThatFailsIsToldByTheNameOfThePlugin() {
        Catalogue catalogue =
                Catalogue.of(List.of(Declared.extension(Points.EVALUATORS, "evaluator", "guest.broken", settings -> {
                    throw new IllegalStateException("boom");
                })));
        Configuration configuration =
                new Configuration(catalogue.extension(Points.EVALUATORS, "guest.broken"), Map.of());
        String message = assertThrows(InvalidInputException.class, () -> catalogue.create(configuration, Object.class))
                .getMessage();
        assertTrue(
                message.startsWith("The evaluator 'guest.broken' of bundle guest failed with an error of its own,"
                        + " java.lang.IllegalStateException: boom, in "),
                message);
    }
}
