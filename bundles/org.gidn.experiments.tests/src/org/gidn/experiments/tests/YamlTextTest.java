// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
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
    void keepsLinesInLines() {
        String file = """
            problem:
              evaluator:
                use: org.gidn.external.program
                variables: |     # of a beam
                  x: 3 reals from 0 to 1

                  n: integer from 1 to 9
              volumeFraction: 0.25
            optimiser: org.gidn.baselines.random
            """;
        List<String> evaluator = List.of("problem", "evaluator");
        List<String> variables = List.of("problem", "evaluator", "variables");
        String last = "      n: integer from 1 to 9\n";
        assertEquals(
                file.replace(last, "      n: integer from 1 to 5\n      m: real from 0 to 1\n"),
                parse(file)
                        .set(variables, "x: 3 reals from 0 to 1\n\nn: integer from 1 to 5\nm: real from 0 to 1\n")
                        .applyTo(file));
        assertEquals(
                file.replace(last, last + "    command: sh run.sh\n"),
                parse(file)
                        .set(List.of("problem", "evaluator", "command"), "sh run.sh")
                        .applyTo(file));
        String one = parse(file).set(variables, "x: real from 0 to 1").applyTo(file);
        assertEquals("x: real from 0 to 1", parse(one).value(variables).orElseThrow());
        assertEquals(
                "0.25", parse(one).value(List.of("problem", "volumeFraction")).orElseThrow());
        String none = parse(file).remove(variables).orElseThrow().applyTo(file);
        assertEquals(List.of("use"), parse(none).keys(evaluator));
        assertEquals(
                "0.25", parse(none).value(List.of("problem", "volumeFraction")).orElseThrow());
    }

    @Test
    void writesLinesAnywhere() {
        String file = parse(FILE)
                .set(List.of("problem", "evaluator", "material"), "first\nsecond\t\"third\"")
                .applyTo(FILE);
        assertEquals(
                "first\nsecond\t\"third\"",
                parse(file).value(List.of("problem", "evaluator", "material")).orElseThrow());
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

    private static final String LISTED = FILE.replace(
            "  volumeFraction: 0.25\n",
            "  constraints:\n"
                    + "    - {use: org.gidn.core.share, of: soft, is: 0.25}   # light\n"
                    + "    - use: org.gidn.core.connected\n"
                    + "      of: stiff\n"
                    + "    - org.gidn.core.symmetry\n");
    private static final List<String> CONSTRAINTS = List.of("problem", "constraints");

    private static List<String> item(String... keys) {
        return Stream.concat(CONSTRAINTS.stream(), Stream.of(keys)).toList();
    }

    @Test
    void readsAndChangesItemsOfLists() {
        YamlText yaml = parse(LISTED);
        assertEquals(3, yaml.items(CONSTRAINTS));
        assertEquals(0, yaml.items(List.of("optimiser")));
        assertEquals("soft", yaml.value(item("1", "of")).orElseThrow());
        assertEquals("stiff", yaml.value(item("2", "of")).orElseThrow());
        assertEquals("org.gidn.core.symmetry", yaml.value(item("3", "use")).orElseThrow());
        assertTrue(yaml.value(item("4", "use")).isEmpty());
        assertEquals(
                LISTED.replace("is: 0.25}", "is: 0.5}"),
                yaml.set(item("1", "is"), "0.5").applyTo(LISTED));
        String added = yaml.set(item("2", "between"), "edges").applyTo(LISTED);
        assertEquals("edges", parse(added).value(item("2", "between")).orElseThrow());
        assertEquals(
                LISTED.replace("- org.gidn.core.symmetry", "- {use: org.gidn.core.symmetry, by: mirror}"),
                yaml.set(item("3", "by"), "mirror").applyTo(LISTED));
        String other = yaml.use(item("2"), "org.gidn.core.perimeter").applyTo(LISTED);
        assertEquals(
                "org.gidn.core.perimeter", parse(other).value(item("2", "use")).orElseThrow());
        assertTrue(parse(other).value(item("2", "of")).isEmpty());
        assertEquals(3, parse(other).items(CONSTRAINTS));
    }

    @Test
    void addsAndRemovesItemsOfLists() {
        String longer =
                parse(LISTED).add(CONSTRAINTS, "org.gidn.core.perimeter").applyTo(LISTED);
        assertEquals(
                LISTED.replace("org.gidn.core.symmetry\n", "org.gidn.core.symmetry\n    - org.gidn.core.perimeter\n"),
                longer);
        String made = parse(FILE).add(CONSTRAINTS, "org.gidn.core.perimeter").applyTo(FILE);
        assertEquals(
                "org.gidn.core.perimeter", parse(made).value(item("1", "use")).orElseThrow());
        String two = parse(made).add(CONSTRAINTS, "org.gidn.core.symmetry").applyTo(made);
        assertEquals(
                FILE.replace("0.25\n", "0.25\n  constraints: [org.gidn.core.perimeter, org.gidn.core.symmetry]\n"),
                two);
        assertEquals(made.replace("perimeter", "symmetry"), remove(two, "1"));
        assertEquals(made, remove(two, "2"));
        assertEquals(FILE, remove(made, "1"));
        String shorter = remove(LISTED, "2");
        assertEquals(LISTED.replaceAll("    - use: org.gidn.core.connected\\n.*\\n", ""), shorter);
        assertTrue(parse(shorter).remove(item("3")).isEmpty());
        String empty = FILE.replace("  volumeFraction: 0.25\n", "  constraints:\n");
        assertEquals(
                1,
                parse(parse(empty).add(CONSTRAINTS, "org.gidn.core.perimeter").applyTo(empty))
                        .items(CONSTRAINTS));
    }

    private static String remove(String text, String number) {
        return parse(text).remove(item(number)).orElseThrow().applyTo(text);
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
