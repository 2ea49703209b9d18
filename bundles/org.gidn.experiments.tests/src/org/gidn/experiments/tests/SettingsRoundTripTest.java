// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.text.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings are the same whether they come from YAML, from the command line or from the store. */
class SettingsRoundTripTest {
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(
            Declared.extension(
                    Points.EVALUATORS,
                    "evaluator",
                    "guest.any",
                    settings -> null,
                    Declared.parameter("real", "real"),
                    Declared.parameter("integer", "integer"),
                    Declared.parameter("flag", "boolean"),
                    Declared.parameter("text", "text")),
            Declared.extension(Points.OPTIMISERS, "optimiser", "guest.method", settings -> null),
            Declared.extension(Points.EXECUTORS, "executor", "org.gidn.core.local", settings -> null)));
    private static final double[] REALS = {
        0, -0.0, 1, 0.1 + 0.2, 1 / 3.0, -1e-300, Double.MIN_VALUE, Double.MAX_VALUE, 1e15, 1e16, 123456.789
    };
    private static final String CHARACTERS = "ab1 \t\n\"'\\:#-{}[],&*!|>%@`=~?.ü€\u2028\uD83D\uDE00/";
    private static final List<String> WORDS = List.of(
            "true", "null", "no", "1.5", "1e3", "0x1", "~", ".nan", "- a", "a: b", "a #b", "''", "=", "yes", "");

    static List<Integer> seeds() {
        return IntStream.range(0, 200).boxed().toList();
    }

    private static Map<String, Object> settings(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(
                "real",
                random.nextBoolean()
                        ? REALS[random.nextInt(REALS.length)]
                        : random.nextDouble() * 1e6 - random.nextDouble());
        settings.put("integer", random.nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_001L));
        settings.put("flag", random.nextBoolean());
        int[] characters = CHARACTERS.codePoints().toArray();
        settings.put(
                "text",
                random.nextInt(3) == 0
                        ? WORDS.get(random.nextInt(WORDS.size()))
                        : random.ints(random.nextInt(12), 0, characters.length)
                                .mapToObj(i -> Character.toString(characters[i]))
                                .collect(Collectors.joining())
                                .strip());
        return settings;
    }

    private static Experiment read(Map<String, Object> evaluator, Overrides overrides) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", 2L);
        file.put("title", "Any");
        file.put("problem", Map.of("evaluator", evaluator));
        file.put("optimiser", "guest.method");
        return new ExperimentReader(CATALOGUE)
                .read(Json.writeIndented(file), overrides)
                .orThrow("test");
    }

    private static Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> evaluator = new LinkedHashMap<>(Map.of("use", "guest.any"));
        evaluator.putAll(settings);
        return evaluator;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void settingsReadBackTheSame(int seed) {
        Map<String, Object> settings = settings(seed);
        Experiment fromFile = read(with(settings), Overrides.NONE);
        settings.forEach((name, value) ->
                assertEquals(value, fromFile.evaluator().values().get(name)));
        List<String> assignments = settings.entrySet().stream()
                .map(setting -> "evaluator." + setting.getKey() + "=" + setting.getValue())
                .toList();
        Experiment fromLine = read(
                with(Map.of("real", 7.0, "integer", 7L, "flag", false, "text", "other")), Overrides.parse(assignments));
        assertEquals(fromFile.tree(), fromLine.tree());
        assertEquals(Json.write(fromFile.tree()), Json.write(Json.readObject(Json.write(fromFile.tree()))));
    }
}
