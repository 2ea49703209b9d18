// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;

/** What a new plug-in contributes; the files of each are in the folder of its name in {@code template/kind}. */
enum PluginKind {
    MATERIAL("", "org.gidn.fem"),
    EVALUATOR("", ""),
    OPTIMISER("", "org.gidn.baselines"),
    PREDICTOR("", ""),
    CONSTRAINT("", ""),
    SAMPLER("", ""),
    FIGURE("org.gidn.experiments org.gidn.visualisation", "org.gidn.baselines"),
    EXPORTER("org.gidn.experiments org.gidn.export", "org.gidn.baselines"),
    EXECUTOR("", "org.gidn.baselines");

    private final List<String> required;
    private final List<String> requiredByTests;

    /**
     * @param required bundles that it is written with, beside the core
     * @param requiredByTests bundles that its test needs besides
     */
    PluginKind(String required, String requiredByTests) {
        this.required = words(required);
        this.requiredByTests = words(requiredByTests);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** @throws InvalidInputException if there is none of that name */
    static PluginKind named(String name) {
        return Stream.of(values())
                .filter(kind -> kind.lower().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "kind", name, Stream.of(values()).map(PluginKind::lower).toList())));
    }

    /** Its name in the middle of a sentence. */
    String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in that of a class. */
    String capitalised() {
        return name().charAt(0) + lower().substring(1);
    }

    /** Its name with the article. */
    String one() {
        return ("AEIOU".indexOf(name().charAt(0)) < 0 ? "a " : "an ") + lower();
    }

    List<String> required() {
        return required;
    }

    List<String> requiredByTests() {
        return Stream.concat(required.stream(), requiredByTests.stream()).toList();
    }
}
