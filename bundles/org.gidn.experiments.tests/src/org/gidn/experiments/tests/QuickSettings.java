// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;

/** Settings with which any method comes to its end quickly. */
final class QuickSettings {
    /** What makes every method quick, where it has such a setting. */
    private static final List<String> QUICK = List.of(
            "samples=12",
            "epochs=2",
            "trainingSteps=2",
            "starts=8",
            "steps=10",
            "binaryEvery=2",
            "iterations=3",
            "layers=1",
            "neurons=4",
            "ensemble=2",
            "population=12",
            "parents=4",
            "generations=5",
            "chains=4",
            "designs=10",
            "kicks=1",
            "neighbours=5");

    private QuickSettings() {}

    /** A method with these settings, as overrides of an experiment. */
    static List<String> of(Catalogue catalogue, Extension method) {
        List<String> settings = new ArrayList<>(List.of("optimiser=" + method.id()));
        add(catalogue, method, "optimiser.", settings);
        return settings;
    }

    /** Adds the settings of an extension, and of those that its settings name, that make it quick. */
    private static void add(Catalogue catalogue, Extension extension, String path, List<String> settings) {
        for (Parameter parameter : extension.parameters()) {
            QUICK.stream()
                    .filter(setting -> setting.startsWith(parameter.name() + "="))
                    .forEach(setting -> settings.add(path + setting));
            if (parameter.type() == Parameter.Type.EXTENSION) {
                add(
                        catalogue,
                        catalogue.extension(parameter.point(), parameter.defaultValue()),
                        path + parameter.name() + ".",
                        settings);
            }
        }
    }
}
