// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.Level;
import org.gidn.core.sampling.FileSampler;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Csv;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of designs as spreadsheets, R and people write them. */
class DesignTableTest {
    private static final DesignSpace SPACE = DesignSpace.binary(2, 2).withZeros(2);

    @TempDir
    Path folder;

    private static DesignTable parse(String text, Charset charset) {
        return DesignTable.parse(text.getBytes(charset), "m.csv");
    }

    private static void assertUnderstood(String text) {
        DesignTable table = parse(text, StandardCharsets.UTF_8);
        assertArrayEquals(new double[] {9.5, -1}, table.table().numbers("toughness"), text);
        DesignBatch designs = table.within(SPACE, "take it out");
        assertArrayEquals(new double[] {0, 1, 0, 1}, designs.toArray(0), text);
        assertArrayEquals(new double[] {1, 1, 0, 0}, designs.toArray(1), text);
        assertTrue(designs.packed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "design,toughness\n0101,9.5\n1100,-1\n",
                "design,toughness\n0101,9.5\n1100,-1",
                "design,toughness\r\n0101,9.5\r\n1100,-1\r\n",
                "\uFEFFdesign,toughness\r\n0101,9.5\r\n1100,-1\r\n",
                "\"design\",\"toughness\"\n\"0101\",\"9.5\"\n\"1100\",-1\n",
                "\uFEFF\"design\",\"toughness\"\n\"0101\",9.5\n\"1100\",-1\n",
                "toughness,Größe,design\n9.5,ü,0101\n-1,,1100\n",
                "\"\",\"design\",\"toughness\"\n\"1\",\"0101\",9.5\n\"2\",\"1100\",-1\n",
                "design,toughness,note\n0101,9.5,\"two\n\"\"lines\"\", and a comma\"\n1100,-1,\n",
                "design , toughness\n0101 , 9.5\n 1100, -1.0e0\n",
                "design,toughness,,\n\n0101,9.5,,\n,,,\n1100,-1,,\n,,,\n",
                "x3,x1,toughness,x2,x4\n0,0,9.5,1,1\n0,1,-1,1,0\n",
                "{\"design\": \"0101\", \"toughness\": 9.5}\n\n{\"toughness\": -1, \"design\": [1, 1, 0, 0], \"by\": null}\n",
                "{\"x1\":0,\"x2\":1,\"x3\":0,\"x4\":1,\"toughness\":9.5}\r\n"
                        + "{\"x1\":1,\"x2\":1,\"x3\":0,\"x4\":0,\"toughness\":-1}"
            })
    void whatPeopleWriteIsUnderstood(String text) {
        assertUnderstood(text);
    }

    private static String refused(String text, Charset charset) {
        String message = assertThrows(InvalidInputException.class, () -> {
                    DesignTable table = parse(text, charset);
                    table.within(SPACE, "take it out");
                    table.table().numbers("toughness");
                })
                .getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    @Test
    void otherEncodingsAreNamed() {
        String text = "design,toughness,Größe\n0101,1,ü\n";
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertEquals(
                    "m.csv is in UTF-16, as the 'Unicode text' of spreadsheets is; save it as UTF-8.",
                    refused(text, charset));
        }
        assertEquals(
                "Line 1 of m.csv is not in UTF-8, but probably in Latin-1 (Windows-1252), as spreadsheets write plain CSV;"
                        + " save it as UTF-8.",
                refused(text, StandardCharsets.ISO_8859_1));
        assertEquals(
                "m.csv is no text, but a file of another kind, such as an archive or a spreadsheet's own; name a text file in"
                        + " UTF-8.",
                refused("PK\3\4\24\0\0\0\b\0ü\n", StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            design;toughness|0101;9,5 => m.csv separates its columns by semicolons
            design;toughness|0101;9.5 => m.csv separates its columns by semicolons
            design\ttoughness|0101\t9.5 => m.csv separates its columns by tabs
            design,toughness|0101,9,5 => Line 2 of m.csv has 3 cells, but the first line has 2; write decimal signs as points
            design,toughness|0101,\\"9,5\\" => Line 2 of m.csv has '9,5' as toughness, where a number is expected; write its decimal
            design,toughness|0101,1|0110,9.5 MPa => Line 3 of m.csv has '9.5 MPa' as toughness, where a number is expected and nothing
            \\"design\\";\\"toughness\\"|\\"0101\\";\\"9,5\\" => m.csv separates its columns by semicolons
            \\"a, b\\";\\"design\\"|1;0101 => m.csv separates its columns by semicolons
            design,toughness|0101,1e999 => Line 2 of m.csv has '1e999' as toughness, where a number is expected of at most 1.79e308.
            design,toughness|0101,1.5d => Line 2 of m.csv has '1.5d' as toughness
            design,toughness|0101,NaN => Line 2 of m.csv has 'NaN' as toughness
            design,toughness|0101, => Line 2 of m.csv has '' as toughness
            design,toughness,toughness|0101,1,2 => m.csv has several columns 'toughness'
            design,design,toughness|0101,0101,1 => m.csv has several columns 'design'
            design,toughness => m.csv has a header, but no row below it.
            pattern,toughness|0101,1 => m.csv has no column 'design'
            design,strength|0101,1 => m.csv has no column 'toughness'; its first line must name one, but is 'design,strength'.
            design,toughnes|0101,1 => m.csv has no column 'toughness', but 'toughnes'; rename that.
            design,Tuoghness|0101,1 => m.csv has no column 'toughness', but 'Tuoghness'; rename that.
            design,toughness|0101 => Line 2 of m.csv has 1 cell, but the first line has 2.
            \\"design\\",\\"toughness\\"|\\"1\\",\\"0101\\",9.5 => Line 2 of m.csv has 3 cells, but the first line has 2; write decimal signs as points, commas within quotes, and a name above each column, such as that of the names of rows which R writes.
            Specimens of May|design,toughness|0101,1 => Line 2 of m.csv has 2 cells, but the first line has 1; the first line must name each column, but is 'Specimens of May'.
            design,toughness|# by Ada|0101,1 => Line 2 of m.csv has 1 cell, but the first line has 2; a table has no comments, so take it out.
            design,toughness|0101,\\"1,234.5\\" => Line 2 of m.csv has '1,234.5' as toughness, where a number is expected; take out what sets its thousands apart.
            design,toughness|0101,1 234 567 => Line 2 of m.csv has '1 234 567' as toughness, where a number is expected; take out what sets
            design,toughness|0101,−1.5 => Line 2 of m.csv has '−1.5' as toughness, where a number is expected; write its minus sign as a hyphen.
            design,toughness|0101,-Infinity => Line 2 of m.csv has '-Infinity' as toughness, where a number is expected.
            design toughness|0101 1 => m.csv has no column 'design'; its first line must name one, but is 'design toughness'.
            design,toughness|\\"0101,1 => m.csv has a quote that is not closed
            design,toughness|0101,1|0111,1 => Line 3 of m.csv holds a design outside the problem: it has 1 zero instead of 2
            design,toughness|01012,1 => Line 2 of m.csv has 5 characters
            design,toughness|1.01E+10,1 => Line 2 of m.csv has '1.01E+10', a number that a spreadsheet made of a design
            x1,x2,x3,toughness|0,1,0,1 => m.csv has no column 'x4'; its first line must name one, but is 'x1,x2,x3,toughness'.
            x01,x02,x03,x04,toughness|0,1,0,1,1 => m.csv has no column 'design'; its first line
            X1,x2,x3,x4,toughness|0,1,0,1,1 => m.csv has no column
            x1,x2,x3,x4,x5,toughness|0,1,0,1,1,1 => m.csv has a column x5, but a design has only 4 variables.
            x1,x2,x3,x4,toughness|0,1,0,0.5,1 => Line 2 of m.csv holds a design outside the problem: it has 0.5 as variable 4
            x1,x2,x3,x4,toughness|0,1,0,NaN,1 => Line 2 of m.csv has 'NaN' as x4, where a number is expected
            0101|01x0 => Line 2 of m.csv has 'x' at position 3
            0101|0111 => Line 2 of m.csv holds a design outside the problem: it has 1 zero
            {\\"design\\": \\"0101\\", \\"toughness\\": {}} => Line 1 of m.csv is no JSON object
            {\\"design\\": \\"0101\\", \\"toughness\\": 1, \\"toughness\\": 2} => Line 1 of m.csv is no JSON object
            {\\"design\\": \\"0101\\", \\"toughness\\": \\"high\\"} => Line 1 of m.csv has 'high' as toughness
            {\\"design\\": \\"0101\\"|{} => Line 1 of m.csv is no JSON object
            {} => m.csv has no column 'design', nor any other.
            {\\"design\\": [\\"0\\", \\"1 0 1\\"], \\"toughness\\": 1} => Line 1 of m.csv is no JSON object
            {\\"design\\": \\"0101\\", \\"toughness\\": Infinity} => Line 1 of m.csv has 'Infinity' as toughness
            [{\\"design\\": \\"0101\\", \\"toughness\\": 1}] => m.csv is one piece of JSON; write an object a line
            [|{\\"design\\": \\"0101\\", \\"toughness\\": 1}|] => m.csv is one piece of JSON; write an object a line
            {|\\"design\\": \\"0101\\", \\"toughness\\": 1|} => m.csv is one piece of JSON; write an object a line
            """)
    void whatCannotBeUnderstoodIsNamedWithItsLine(String text, String beginning) {
        String message =
                refused(text.replace('|', '\n').replace("\\t", "\t").replace("\\\"", "\""), StandardCharsets.UTF_8);
        assertTrue(message.startsWith(beginning), message);
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 1, 7, '\b', '\u000b', '\f', '\u001b', '\u001c', '\u001f', 0x7f, 0x85})
    void controlCharactersAreNoBlanks(char control) {
        for (String cell : new String[] {control + "5", "5" + control, "\"5\"" + control, " " + control + " 5"}) {
            String message = refused("design,toughness\n0101,1\n1100," + cell + "\n", StandardCharsets.UTF_8);
            assertEquals(
                    String.format(
                            "Line 3 of m.csv has the control character U+%04X; take it out, or save the table as text in"
                                    + " UTF-8.",
                            (int) control),
                    message);
            String number = String.format("\"\\u%04x5\"", (int) control);
            assertEquals(
                    String.format(
                            "Line 1 of m.csv has '\\u%04x5' as toughness, where a number is expected.", (int) control),
                    refused("{\"design\": \"0101\", \"toughness\": " + number + "}", StandardCharsets.UTF_8));
        }
        assertTrue(
                refused("1100\n01" + control + "01\n", StandardCharsets.UTF_8).startsWith("Line 2 of m.csv has "));
        assertTrue(refused("1 1 0 0\n0 " + control + "1 0 1\n", StandardCharsets.UTF_8)
                .startsWith("Line 2 of m.csv has '" + String.format("\\u%04x1", (int) control)));
    }

    @Test
    void spacesOfAnyWidthAreBlanks() {
        assertUnderstood("design,toughness\n\u00a00101\u2009,\u202f9.5\n1100,\u3000-1\t\n");
    }

    @Test
    void aFileOfMoreThanAGigabyteIsNotReadAtAll() throws IOException {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((1L << 30) + 1);
        }
        assertEquals(
                "File " + file + " is larger than 1 GB; split it and read its parts.",
                assertThrows(InvalidInputException.class, () -> DesignTable.read(file))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            =HYPERLINK("http://x"), "'=HYPERLINK(""http://x"")"
            @SUM(1), '@SUM(1)
            -2+cmd, '-2+cmd
            +A1, '+A1
            '=1, ''=1
            | =1|, ' =1
            -1.5e-3, -1.5e-3
            -0.5 0.25 -1.0, -0.5 0.25 -1.0
            +1, +1
            'twas, 'twas
            a=b, a=b
            -, -
            """)
    void noTextIsAFormula(String cell, String written) {
        StringBuilder text = new StringBuilder("note,x\n");
        Csv.append(text, List.of(cell, "1"));
        assertEquals("note,x\n" + written + ",1\n", text.toString());
        assertEquals(List.of(cell.strip()), Csv.parse(text.toString(), "t.csv").texts("note"));
    }

    @Test
    void numbersOfVariablesAreNotTakenForNames() {
        double[] unit = {1};
        DesignSpace swapped = DesignSpace.of(
                Block.continuous("x2", new double[1], unit, ""), Block.continuous("x1", new double[1], unit, ""));
        assertEquals(List.of("x2", "x1"), DesignTable.columns(List.of("x2", "x1")));
        assertArrayEquals(
                new double[] {0.25, 0.5},
                parse("x1,x2\n0.5,0.25\n", StandardCharsets.UTF_8)
                        .designs(swapped)
                        .toArray(0));
        DesignSpace beside = DesignSpace.of(
                Block.categories("process", 1, List.of(new Level("cast"), new Level("printed"))),
                Block.continuous("x", new double[2], new double[] {1, 1}, ""));
        assertEquals(List.of("process", "x1", "x2"), DesignTable.columns(List.of("process", "x1", "x2")));
        assertArrayEquals(
                new double[] {1, 0.25, 0.5},
                parse("x1,x2,x3\nprinted,0.25,0.5\n", StandardCharsets.UTF_8)
                        .designs(beside)
                        .toArray(0));
        assertEquals(List.of("x1", "x2"), DesignTable.columns(List.of("x1", "t")));
    }

    @Test
    void aCellOfAMegabyteDoesNotFillTheScreen() {
        assertTrue(refused("design,toughness\n0101," + "9".repeat(1 << 20) + "x\n", StandardCharsets.UTF_8)
                        .length()
                < 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 | 3 | PA-12",
                "soft stiff | 3 | PA-12",
                "0 2 3 PA-12",
                "soft stiff 3 PA-12",
                "design\n02 | 3 | PA-12",
                "plies,\"phases[1,1]\",\"phases[1,2]\",resin\n3,0,2,PA-12",
                "\"phases[1,1]\",resin,\"phases[1,2]\",plies\nsoft,PA-12,2,3",
                "x1,x2,x3,x4\nsoft,stiff,3,PA-12",
                "{\"design\": [0, 2, 3, \"PA-12\"]}",
                "{\"x1\": 0, \"x2\": \"stiff\", \"x3\": 3, \"x4\": \"PA-12\"}"
            })
    void variablesOfEachKindStandByTheirNamesOrNumbers(String text) {
        List<Level> phases = List.of(new Level("soft"), new Level("middle"), new Level("stiff"));
        DesignSpace space = DesignSpace.of(
                Block.phases("phases", 1, 2, phases),
                Block.integers("plies", new double[] {1}, new double[] {9}, ""),
                Block.categories("resin", 1, List.of(new Level("epoxy"), new Level("PA-12"))));
        DesignBatch designs = parse(text, StandardCharsets.UTF_8).within(space, "take it out");
        assertArrayEquals(new double[] {0, 2, 3, 1}, designs.toArray(0));
    }

    @Test
    void whereThereIsNoValueItIsNaNIfAskedFor() {
        DesignTable table = parse("design,toughness\n0101,\n0110,NaN\n1100,3\n", StandardCharsets.UTF_8);
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, 3}, table.table().numbersOrNaN("toughness"));
    }

    @Test
    void aSamplerTakesDesignsOutsideOnlyWhereItIsAskedTo() throws Exception {
        Path file = folder.resolve("designs.txt");
        Files.writeString(file, "0101\n0111\n1100\n");
        SplittableRandom random = new SplittableRandom(1);
        assertEquals(
                3,
                new FileSampler(file, true)
                        .sample(SPACE, 3, random, Cancellation.NONE)
                        .size());
        String message = assertThrows(InvalidInputException.class, () -> new FileSampler(file, false)
                        .sample(SPACE, 3, random, Cancellation.NONE))
                .getMessage();
        assertEquals(
                "Line 2 of " + file
                        + " holds a design outside the problem: it has 1 zero instead of 2; take it"
                        + " out, or set keepOutside to learn from such designs.",
                message);
        assertThrows(InvalidInputException.class, () -> new FileSampler(file, true)
                .sample(SPACE, 4, random, Cancellation.NONE));
    }

    @Test
    void aSamplersFileMayLieInAnotherFolderThanWhereTheProgramWasStarted() throws Exception {
        Files.writeString(folder.resolve("beside.txt"), "0101\n");
        Settings settings =
                Settings.checked(Map.of("file", "beside.txt", "folder", folder.toString(), "keepOutside", false));
        assertEquals(
                1,
                new FileSampler.Maker()
                        .create(settings)
                        .sample(SPACE, 1, new SplittableRandom(1), Cancellation.NONE)
                        .size());
    }
}
