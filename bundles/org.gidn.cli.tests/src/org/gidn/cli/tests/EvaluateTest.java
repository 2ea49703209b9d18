// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {
    private static final String EVALUATOR = "org.gidn.fem.crackToughness";
    private static final String STIFF = "1".repeat(32);

    @TempDir
    private Path folder;

    private Outcome evaluate(String input, String... more) {
        return new Gidn(folder)
                .runWithInput(
                        input,
                        Stream.concat(
                                        Stream.of("evaluate", "--evaluator", EVALUATOR, "--designs", "-"),
                                        Stream.of(more))
                                .toArray(String[]::new));
    }

    /** The design whose elements with a set bit in the mask are soft. */
    private static String design(String mask) {
        long bits = Long.parseLong(mask, 16);
        return IntStream.range(0, 32)
                .mapToObj(i -> (bits >> i & 1) == 1 ? "0" : "1")
                .collect(Collectors.joining());
    }

    @Test
    void aGuestThatAnswersWronglyIsNamed() {
        Outcome outcome = new Gidn(folder)
                .runWithInput("0110\n", "evaluate", "--evaluator", "org.gidn.cli.tests.short", "--designs", "-");
        assertEquals(1, outcome.status());
        assertEquals(
                "gidn: The evaluator 'org.gidn.cli.tests.short' of bundle org.gidn.cli.tests gave a wrong answer to"
                        + " 'evaluate': 1 × 1 values were asked for, but 0 × 1 given; report it to those who made that"
                        + " bundle.\n",
                outcome.err());
        assertEquals("", outcome.out());
    }

    private Outcome misbehaving(String how) {
        return new Gidn(folder)
                .runWithInput(
                        "0110\n",
                        "evaluate",
                        "--evaluator",
                        "org.gidn.cli.tests.misbehaving",
                        "--set",
                        "how=" + how,
                        "--designs",
                        "-");
    }

    @ParameterizedTest
    @CsvSource({"failWithoutReason, NaN", "infinite, Infinity"})
    void whatIsNoNumberIsAFailureWithAReasonOrWithout(String how, String value) {
        Outcome outcome = misbehaving(how);
        assertEquals(1, outcome.status());
        assertEquals("gidn: Design 1 has no value: it is " + value + ".\n", outcome.err());
        assertEquals("design,sum\n0110," + value + "\n", outcome.out());
    }

    @Test
    void aNameOfAnOutputIsOneCell() {
        assertEquals(
                "design,\"sum, of all\"\n0110,2.000000000\n",
                misbehaving("comma").out());
        Outcome refused = misbehaving("escape");
        assertEquals(2, refused.status());
        assertEquals(
                "gidn: 's\\u001b[31mum' in '' cannot be the name and unit of an output; both must be one line of characters"
                        + " that can be read.\n",
                refused.err());
    }

    @Test
    void theGoldenDesignsComeOutInOrder() {
        List<String> masks = List.of(
                "00016760",
                "0000e760",
                "00006764",
                "00006fa0",
                "00006f60",
                "00106760",
                "000067e0",
                "00006768",
                "0000af60",
                "00006761");
        List<Double> values =
                List.of(69.4160, 61.1341, 65.1273, 60.2859, 62.6780, 58.7835, 62.3100, 58.3203, 61.2225, 57.0851);
        Outcome outcome =
                evaluate(masks.stream().map(mask -> design(mask) + "\n").collect(Collectors.joining()));
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals("design,toughness", outcome.lines().get(0));
        assertEquals(11, outcome.lines().size());
        for (int i = 0; i < masks.size(); i++) {
            String[] cells = outcome.lines().get(i + 1).split(",");
            assertEquals(design(masks.get(i)), cells[0]);
            assertEquals(values.get(i), Double.parseDouble(cells[1]), 5e-5);
            assertEquals(11, cells[1].length(), "ten significant digits and a point");
        }
    }

    @Test
    void oneWayInAndOutIsAsGoodAsAnother() throws Exception {
        String input = STIFF + "\r\n" + design("00016760") + "\n\n";
        Files.writeString(folder.resolve("designs.txt"), input);
        Outcome outcome = new Gidn(folder)
                .run(
                        "evaluate",
                        "--evaluator",
                        EVALUATOR,
                        "--designs",
                        "designs.txt",
                        "--out",
                        "values.csv",
                        "--threads",
                        "1");
        assertEquals(new Outcome(0, "", ""), outcome);
        assertEquals(evaluate(input).out(), Files.readString(folder.resolve("values.csv")));
        assertEquals(
                STIFF + ",1.000000000",
                Files.readAllLines(folder.resolve("values.csv")).get(1));
    }

    @ParameterizedTest
    @CsvSource({"modulusRatio=20", "poissonRatio=0.2", "crackFraction=0.5", "evaluator.material=org.gidn.fem.simp"})
    void settingsChangeTheResult(String assignment) {
        String design = design("00016761").replaceFirst("0", "1");
        String changed = evaluate(design, "--set", assignment).out();
        assertEquals(2, changed.lines().count());
        if (assignment.contains("simp")) {
            // Binary designs don't feel the power law.
            assertEquals(evaluate(design).out(), changed);
        } else {
            assertNotEquals(evaluate(design).out(), changed);
        }
    }

    @Test
    void phasesAreWrittenByTheirNumbersAndAllOutputsSideBySide() {
        String material = "material=org.gidn.fem.multiPhase";
        String best = "12112001000020011222112222222222";
        assertEquals(
                "design,toughness\n" + best + ",98.83546352\n",
                evaluate(best, "--set", material).out());
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "gidn: Line 1 of standard input has '3' at position 1; only 0 (soft), 1 (middle) and 2 (stiff) are allowed.\n"),
                evaluate("3" + best.substring(1), "--set", material));
        List<String> lines = evaluate(STIFF, "--set", "outputs=all").lines();
        assertEquals("design,toughness,stiffness,strength,strain energy", lines.get(0));
        assertTrue(lines.get(1).startsWith(STIFF + ",1.000000000,1.000000000,1.000000000,"), lines.get(1));
    }

    @Test
    void aWrongDesignIsNamedAndNothingIsWritten() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "gidn: Line 2 of standard input has 3 characters; a design of 8 × 4 elements is written with 32 characters of"
                                + " 0 or 1, row by row.\n"),
                evaluate(STIFF + "\n010\n"));
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "gidn: Line 1 of standard input has 'x' at position 5; only 0 (soft) and 1 (stiff) are allowed.\n"),
                evaluate("1111x" + STIFF.substring(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modulusRatioo=3|Unknown setting 'modulusRatioo'; did you mean 'modulusRatio'?",
                "size=eight|Setting 'size' must be a whole number, but is 'eight'.",
                "poissonRatio=0.5|Setting 'poissonRatio' must be a number above -1 and below 0.5, but is '0.5'."
            })
    void aWrongSettingIsNamed(String assignment, String sentence) {
        assertEquals(new Outcome(2, "", "gidn: " + sentence + "\n"), evaluate(STIFF, "--set", assignment));
    }

    @Test
    void noDesignsGiveNoRows() {
        assertEquals(new Outcome(0, "design,toughness\n", ""), evaluate(""));
    }

    @Test
    void aCancelledEvaluationSaysSo() {
        Outcome outcome = new Gidn(folder)
                .stoppedBy(() -> true)
                .runWithInput(STIFF, "evaluate", "--evaluator", EVALUATOR, "--designs", "-");
        assertEquals(new Outcome(130, "", "gidn: Stopped before there was a result.\n"), outcome);
    }

    @Test
    void aMissingFileIsNamed() {
        Outcome outcome = new Gidn(folder).run("evaluate", "--evaluator", EVALUATOR, "--designs", "nothing.txt");
        assertEquals(2, outcome.status());
        assertTrue(outcome.err().endsWith("nothing.txt cannot be read: there is no such file.\n"), outcome.err());
    }
}
