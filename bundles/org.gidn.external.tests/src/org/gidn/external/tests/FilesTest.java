// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that are given files, in a folder a design. */
@DisabledOnOs(OS.WINDOWS)
class FilesTest {
    @TempDir
    private Path folder;

    /** Counts the ones of what a template makes of a design. */
    private Rig rig(String template, String script) throws IOException {
        Rig rig = new Rig(folder)
                .shell(script)
                .set("exchange", "files")
                .set("outputs", "sum")
                .set("results", "sum: out.txt line sum")
                .set("keep", "never");
        rig.write("template/in.txt", template);
        return rig;
    }

    private static final String COUNT = "printf 'sum = %s\\n' $(tr -cd 1 < in.txt | wc -c) > out.txt";

    private static Evaluations evaluate(Evaluator evaluator, String... designs) {
        return evaluator.evaluate(DesignText.parse(List.of(designs), evaluator.space()), Cancellation.NONE);
    }

    @Test
    void theContractIsKept() throws IOException {
        Rig rig = rig("${cells}", COUNT);
        new EvaluatorContract(rig::make).check();
        assertFalse(Files.exists(folder.resolve("designs")), "nothing is left");
    }

    /** What a template of one file becomes for a design. */
    private String filled(String variables, String template, String design) throws IOException {
        Rig rig = rig(template, "cp in.txt ../../filled.txt; echo sum 1 > out.txt")
                .set("variables", variables);
        try (Evaluator evaluator = rig.make()) {
            Evaluations results = evaluate(evaluator, design);
            assertNull(results.failure(0));
            return Files.readString(folder.resolve("filled.txt"));
        }
    }

    @Test
    void placesAreFilledIn() throws IOException {
        String variables = "x: 3 reals from 0 to 10; n: 2 integers from 1 to 9; p: category cast printed";
        String design = "0.5 2.0 1e-5 | 3 4 | printed";
        assertEquals(
                "0.5 2.0 1.0E-5|2.0|3 4|4|printed|1",
                filled(variables, "${x}|${x[2]}|${n}|${n[2]}|${p}|${p.level}", design));
        assertEquals(
                "   0.500,5.00e-01|0.500 2.000 0.000|    4|4.5|-0.5|7|6.0|printed ",
                filled(
                        variables,
                        "${x[1]: %8.3f},${x[1] : %.2e}|${x:%.3f}|${n[2]:%5d}|${x[1] * (2 + 7)}|${-x[1]}|${n[1]+n[2]}"
                                + "|${n[1]*x[2]}|${p:%-8s}",
                        design));
        assertEquals("${x} $x {x} 0.5", filled(variables, "$${x} $x {x} ${x[1]}", design));
    }

    /** Beside a file alone may be anything, such as the experiment with all its results. */
    @Test
    void aFileAloneIsATemplateToo() throws IOException {
        Rig rig = rig("", "ls > ../../listed.txt; " + COUNT.replace("in.txt", "\"$1\""))
                .set("template", folder.resolve("one.txt").toString())
                .set("command", "./program.sh one.txt");
        rig.write("one.txt", "${cells}");
        rig.write("out.txt", "sum = 99");
        try (Evaluator evaluator = rig.make()) {
            assertEquals(3, evaluate(evaluator, "01010001").value(0, 0));
        }
        assertEquals("one.txt\n", Files.readString(folder.resolve("listed.txt")));
        rig.write("one.txt", "nothing");
        assertEquals(
                "The file " + folder.resolve("one.txt")
                        + " has no place such as ${cells}, so that all designs would be the same;"
                        + " write one where a variable is to stand.",
                assertThrows(InvalidInputException.class, rig::make).getMessage());
    }

    @Test
    void loopsGoOverCells() throws IOException {
        String variables = "plate: 2 x 2 phases soft stiff hard; t: 4 reals from 0 to 1";
        assertEquals("""
                *start
                1, 1, 1, 0, soft, 0.1
                1, 2, 2, 1, stiff, 0.2
                2, 1, 3, 2, hard, 0.3
                2, 2, 4, 1, stiff, 0.4
                *stiff: 2 4\s
                soft 0121 end
                """, filled(variables, """
                        *start
                        ${for cell in plate}
                        ${cell.row}, ${cell.column}, ${cell.number}, ${cell.level}, ${cell.name}, ${t[cell.number]}
                        ${end}
                        *stiff: ${for cell in plate where stiff}${cell.number} ${end}
                        ${plate[1,1]} ${plate} end
                        """, "0121 | 0.1 0.2 0.3 0.4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a\\n${stress}~Line 2 of %s has a place that cannot be filled in: unknown variable 'stress'; known are cells, x; write $${ where"
                        + " the file itself is to have ${.",
                "${x[3]}~Line 1 of %s has a place that cannot be filled in: 'x[3]' asks for number 3 of 2 of 'x', which is"
                        + " continuous, 2 variables; they are counted from 1.",
                "${x[1}~Line 1 of %s has a place that cannot be filled in: 'x[1' lacks a ']'.",
                "${x[1]~Line 1 of %s has ${ without } on the same line; write $${ where the file itself is to have ${.",
                "\\n\\n${for c in cells}\\n1~Line 3 of %s begins a loop that is not ended; put ${end} behind it.",
                "${end}~Line 1 of %s has ${end} without a loop before it.",
                "${x[1]:%q}~Line 1 of %s has a place that cannot be filled in: '%q' is no format; write one such as %8.3f, %12.5e,"
                        + " %4d or %-8s.",
                "${cells[1,1] + 1}~Line 1 of %s has a place that cannot be filled in: 'cells[1,1] + 1' calculates with '0', which"
                        + " is a text; take its .level, say.",
                "${for c in cells where stiff}${end}~Line 1 of %s has a place that cannot be filled in: Unknown level 'stiff';"
                        + " known are 0, 1.",
                "nothing~No file in %s has a place such as ${cells}, so that all designs would be the same; write one where a"
                        + " variable is to stand."
            })
    void whatIsWrongWithATemplateIsSaidBeforeTheRun(String template, String expected) throws IOException {
        Rig rig = rig(template.replace("\\n", "\n"), COUNT)
                .set("variables", "cells: 2 x 4 binary; x: 2 reals from 0 to 1");
        String found = assertThrows(InvalidInputException.class, rig::make).getMessage();
        String place = folder.resolve(template.equals("nothing") ? "template" : "template/in.txt")
                .toString();
        assertEquals(expected.replaceFirst("%s", place), found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "sum: out.txt line total energy~a 7\\ntotal energy (J)\\n\\n  1.25D+01\\n~12.5",
                "sum: out.txt line sum~the sum = -3.5e-2 mm\\n~-0.035",
                "sum: out.txt line sum~sum2 of x3_4: 5, 6~5",
                "sum: out.txt line sum~sum (12.5kg)~12.5",
                "sum: out.txt regex ^mass: (\\S+)~x\\nmass: 4\\nmass: 5\\n~4",
                "sum: out.txt regex (?s).*mass: (\\S+)~mass: 4\\nmass: 5\\n~5",
                "sum: out.txt column load~load,path,end\\n2.5,1 2 3,4\\n~2.5",
                "sum: out.txt column load~step,load\\n1,2.5\\n2,3.5\\n~3.5",
                "sum: out.txt column load row 1~step,load\\n1,2.5\\n2,3.5\\n~2.5",
                "sum: out.txt column 2~step  load\\n1  2.5\\n2  3.5\\n\\n~3.5",
                "sum: out.txt column 2~1  2.5\\n2  3.5\\n~3.5",
                "sum: out.txt json max.stress[1]~{\"a\": [1], \"max\": {\"x\": {}, \"stress\": [1, 2.5]}}~2.5",
                "sum: out.txt json $[0]~[6]~6",
                "sum: - line answer~ignored~42"
            })
    void outputsAreTaken(String results, String content, double expected) throws IOException {
        Rig rig =
                rig("${cells}", "cp content.txt out.txt; echo the answer is 42").set("results", results);
        rig.write("template/content.txt", content.replace("\\n", "\n"));
        try (Evaluator evaluator = rig.make()) {
            Evaluations found = evaluate(evaluator, "01100000");
            assertNull(found.failure(0));
            assertEquals(expected, found.value(0, 0));
        }
    }

    /** What is said of a design at which a script does something. */
    private String failure(String script, String results) throws IOException {
        try (Evaluator evaluator =
                rig("${cells}", script).set("results", results).make()) {
            Evaluations found = evaluate(evaluator, "01100000");
            assertTrue(Double.isNaN(found.value(0, 0)));
            return found.failure(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "line sum~sum 1,5~'1,5', where a number is expected",
                "line sum~sum 1.500,25 kg~'1.500,25', where a number is expected",
                "line sum~sum 1'500~'1'500', where a number is expected",
                "line sum~sum 0.123-101~'0.123-101', where a number is expected",
                "line sum~sum \u22125~'\u22125', where a number is expected",
                "line sum~sum ******** 7~'********', where a number is expected",
                "column 1~1,5 2,5\\n1,5 2,5~commas as well as blanks between its numbers, '1,5 2,5'; write one of them, and"
                        + " points for decimals",
                "column a~a,b,c\\n1,5 2,5~commas as well as blanks between its numbers, '1,5 2,5'; write one of them, and points"
                        + " for decimals",
                "column y~x y\\n1 2,5~'2,5', where a number is expected"
            })
    void whatIsNoNumberIsNeverTakenForAnother(String way, String content, String expected) throws IOException {
        Rig rig = rig("${cells}", "cp content.txt out.txt").set("results", "sum: out.txt " + way);
        rig.write("template/content.txt", content.replace("\\n", "\n"));
        try (Evaluator evaluator = rig.make()) {
            String told = evaluate(evaluator, "01100000").failure(0);
            assertTrue(told.contains("file out.txt has " + expected), told);
        }
    }

    @Test
    void whatIsWrongWithAProgramIsSaid() throws IOException {
        String design = "Design 01100000: ";
        String missing = design + "Output 'sum' is missing, since ";
        assertEquals(
                missing + "file out.txt is not there; it last wrote: licence expired.",
                failure("echo licence expired", "sum: out.txt line sum"));
        assertEquals(
                missing + "file out.txt has no line with 'sum'; it wrote nothing.",
                failure("touch out.txt", "sum: out.txt line sum"));
        assertEquals(
                missing + "file out.txt has 'nan', where a number is expected; it wrote nothing.",
                failure("echo sum nan > out.txt", "sum: out.txt line sum"));
        assertEquals(
                missing + "file out.txt has no column 'load'; its first line is 'a b'; it wrote nothing.",
                failure("echo a b > out.txt", "sum: out.txt column load"));
        assertEquals(
                missing + "file out.txt has nothing at 'a.b'; it wrote nothing.",
                failure("echo '{\"a\": {}}' > out.txt", "sum: out.txt json a.b"));
        assertEquals(
                missing
                        + "file out.txt took too long to be searched for '^(\\w*x){14}y'; make that expression simpler; it wrote"
                        + " nothing.",
                slow("^(\\w*x){14}y"));
        assertEquals(
                design + "The program ended with status 7; it last wrote: one / two.",
                failure("echo one; echo two >&2; exit 7", "sum: out.txt line sum"));
        assertEquals(
                design + "The program ended with status 1; it last wrote: echo: write error: No space left on device.",
                failure("set -e; echo much > /dev/full", "sum: out.txt line sum")
                        .replaceFirst("wrote: .*(?=echo: )", "wrote: ")
                        .replaceFirst("echo: I/O error", "echo: write error: No space left on device"));
    }

    private String slow(String expression) throws IOException {
        try (Evaluator evaluator = rig("${cells}", "echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx > out.txt")
                .set("results", "sum: out.txt regex " + expression)
                .set("timeout", 0.7)
                .make()) {
            return evaluate(evaluator, "01100000").failure(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''~Setting 'results' does not say where output 'sum' is to be found; add a line such as 'sum: out.txt line sum'.",
                "sum out.txt~Line 1 of setting 'results' is 'sum out.txt'; write an output, a colon, its file, and regex, column, json"
                        + " or line with what to look for, e.g. 'mass: out.txt line total mass'.",
                "sun: out.txt line a~Line 1 of setting 'results' is about none of the outputs: Unknown output 'sun'; did you mean"
                        + " 'sum'?",
                "sum: ../out.txt line a~Line 1 of setting 'results' takes a value from ../out.txt, which is not in the design's own"
                        + " folder; let the program write it there.",
                "sum: out.txt regex (a~Line 1 of setting 'results' has the regular expression '(a', which is none: Unclosed group near"
                        + " position 3.",
                "sum: in.txt line a~File %s is one from which an output is taken; delete it in the template, or it would be taken for"
                        + " the result of every design at which the program writes none."
            })
    void whatIsWrongWithResultsIsSaidBeforeTheRun(String results, String expected) throws IOException {
        Rig rig = rig("${cells}", COUNT).set("results", results);
        assertEquals(
                expected.replace("%s", folder.resolve("template/in.txt").toString()),
                assertThrows(InvalidInputException.class, rig::make).getMessage());
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(folder.resolve("designs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("designs"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void foldersAreKeptAsAsked() throws IOException {
        String script = "echo working; grep -q 111 in.txt && exit 5; " + COUNT;
        for (String keep : List.of("never", "failures", "always")) {
            String failure;
            try (Evaluator evaluator = rig("${cells}", script).set("keep", keep).make()) {
                failure = evaluate(evaluator, "11100000", "10000000").failure(0);
            }
            List<Path> kept = kept();
            assertEquals(keep.equals("never") ? 0 : keep.equals("failures") ? 1 : 2, kept.size(), keep);
            if (keep.equals("failures")) {
                Path place = kept.get(0);
                assertEquals(
                        "Design 11100000: The program ended with status 5; it last wrote: working (its folder is designs/"
                                + place.getFileName() + ").",
                        failure);
                assertEquals("11100000", Files.readString(place.resolve("in.txt")));
                assertEquals(
                        List.of(
                                "Design: 11100000",
                                "It has no value: The program ended with status 5; it last wrote: working",
                                "",
                                "What the program wrote:",
                                "working",
                                ""),
                        Files.readAllLines(place.resolve("gidn-design.txt")));
            }
        }
    }

    /** Files of the experiment are found from the designs' folders, and those of the template are the copies. */
    @Test
    void wordsThatNameFilesAreSeenFromTheExperiment() throws IOException {
        Rig rig = rig(
                        "${cells}",
                        "cat \"$1\" \"$2\" > both.txt; printf 'sum = %s\\n' $(tr -cd 1 < both.txt | wc -c) > out.txt")
                .set("command", "./program.sh table.txt in.txt");
        rig.write("table.txt", "111111");
        try (Evaluator evaluator = rig.make()) {
            assertEquals(8, evaluate(evaluator, "10000001").value(0, 0));
            assertEquals(
                    List.of("program.sh", "table.txt", "template"),
                    evaluator.files().stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void whereNothingCanBeWrittenTheRunEnds() throws IOException {
        try (Evaluator evaluator =
                rig("${cells}", COUNT).set("designs", "/dev/null/designs").make()) {
            String found = assertThrows(InvalidInputException.class, () -> evaluate(evaluator, "01100000"))
                    .getMessage();
            assertTrue(found.startsWith("The folder of a design cannot be used: /dev/null/designs"), found);
            assertTrue(
                    found.endsWith(
                            "; see that there is room on the disk and that it can be written, or name another place by the"
                                    + " setting 'designs'."),
                    found);
        }
    }

    @Test
    void theUserCanStopAProgramThatHangsWithinASecond() throws IOException {
        try (Evaluator evaluator =
                rig("${cells}", "trap '' TERM; sleep 30; sleep 30").make()) {
            long start = System.nanoTime();
            assertThrows(
                    CancellationException.class,
                    () -> evaluator.evaluate(
                            DesignBatch.ofBits(8, new long[] {5}), () -> System.nanoTime() - start > 300_000_000L));
            assertTrue(System.nanoTime() - start < 5_000_000_000L);
        }
        assertEquals(List.of(), kept());
    }
}
