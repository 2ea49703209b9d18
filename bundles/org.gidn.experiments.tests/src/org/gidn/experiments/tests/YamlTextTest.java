// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gidn.experiments.YamlText;
import org.junit.jupiter.api.Test;

class YamlTextTest {
    private static final String FILE = """
        # what this is
        format: 1
        title: The 8 by 8 composite

        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}   # the plate
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 1_000    # random designs
          sampler: org.gidn.core.random
        """;

    private static YamlText parse(String text) {
        return YamlText.parse(text).orElseThrow();
    }

    @Test
    void readsValues() {
        YamlText yaml = parse(FILE);
        assertEquals("8", yaml.value(List.of("problem", "evaluator", "size")).orElseThrow());
        assertEquals("1_000", yaml.value(List.of("optimiser", "samples")).orElseThrow());
        assertEquals(
                "org.gidn.core.random",
                yaml.value(List.of("optimiser", "sampler", "use")).orElseThrow());
        assertTrue(yaml.value(List.of("optimiser", "starts")).isEmpty());
    }

    @Test
    void changesAValueAndNothingElse() {
        assertEquals(
                FILE.replace("1_000", "500"),
                parse(FILE).set(List.of("optimiser", "samples"), "500").applyTo(FILE));
        assertEquals(
                FILE.replace("size: 8}", "size: 16}"),
                parse(FILE).set(List.of("problem", "evaluator", "size"), "16").applyTo(FILE));
    }

    @Test
    void addsAValueWhereItBelongs() {
        assertEquals(
                FILE.replace("size: 8}", "size: 8, modulusRatio: 20}"),
                parse(FILE)
                        .set(List.of("problem", "evaluator", "modulusRatio"), "20")
                        .applyTo(FILE));
        assertEquals(
                FILE + "  starts: 100\n",
                parse(FILE).set(List.of("optimiser", "starts"), "100").applyTo(FILE));
        assertEquals(
                FILE + "executor: {use: org.gidn.core.local, threads: 2}\n",
                parse(FILE)
                        .set(List.of("executor", "use"), "org.gidn.core.local")
                        .applyTo(FILE)
                        .replace("local}", "local, threads: 2}"));
    }

    @Test
    void givesASettingToAPartNamedByItsIdentifierAlone() {
        assertEquals(
                FILE.replace("sampler: org.gidn.core.random", "sampler: {use: org.gidn.core.random, distinct: false}"),
                parse(FILE)
                        .set(List.of("optimiser", "sampler", "distinct"), "false")
                        .applyTo(FILE));
    }

    @Test
    void removesAValueWithItsLine() {
        assertEquals(
                FILE.replace("  volumeFraction: 0.25\n", ""),
                parse(FILE)
                        .remove(List.of("problem", "volumeFraction"))
                        .orElseThrow()
                        .applyTo(FILE));
        assertEquals(
                FILE.replace(", size: 8", ""),
                parse(FILE)
                        .remove(List.of("problem", "evaluator", "size"))
                        .orElseThrow()
                        .applyTo(FILE));
    }

    @Test
    void exchangesAPartWithAllItsSettings() {
        assertEquals(
                FILE.replace("{use: org.gidn.fem.crackToughness, size: 8}", "org.gidn.baselines.peaks"),
                parse(FILE)
                        .use(List.of("problem", "evaluator"), "org.gidn.baselines.peaks")
                        .applyTo(FILE));
        String changed = parse(FILE)
                .use(List.of("optimiser"), "org.gidn.baselines.random")
                .applyTo(FILE);
        assertEquals(FILE.substring(0, FILE.indexOf("optimiser:")) + "optimiser: org.gidn.baselines.random\n", changed);
    }

    @Test
    void quotesWhatYamlWouldReadOtherwise() {
        String changed = parse(FILE).set(List.of("title"), "Tough: #1 \"A\"").applyTo(FILE);
        assertEquals("Tough: #1 \"A\"", parse(changed).value(List.of("title")).orElseThrow());
        String number = parse(FILE).set(List.of("title"), "null").applyTo(FILE);
        assertTrue(number.contains("title: \"null\""));
    }

    @Test
    void leavesATextAloneThatIsNoYaml() {
        assertTrue(YamlText.parse("title: [").isEmpty());
        assertTrue(YamlText.parse("").isEmpty());
        assertTrue(YamlText.parse("just words").isEmpty());
    }
}
