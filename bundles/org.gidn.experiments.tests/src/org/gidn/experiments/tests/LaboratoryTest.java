// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.EvaluatorAround;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.AskedTable;
import org.gidn.experiments.run.Laboratory;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.ToldTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Runs whose designs are measured by people: asking and telling. */
class LaboratoryTest {
    private static final int BATCH = 4;

    @TempDir
    private Path folder;

    /** Climbs by the best of each batch: two further batches lie beside the best of the one before. */
    private final Bench bench = new Bench(run -> {
        long[] around = {16, 32, 64, 128};
        for (int iteration = 0; iteration < 3; iteration++) {
            DesignBatch designs = Bench.designs(around);
            Evaluations values =
                    run.evaluate(new Candidates(designs, "climb", iteration, new double[] {1, 2, 3, 4}, null));
            int best = 0;
            for (int i = 1; i < BATCH; i++) {
                best = values.value(i, 0) > values.value(best, 0) ? i : best;
            }
            long from = around[best];
            for (int i = 0; i < BATCH; i++) {
                around[i] = (from + 1 + i + 10L * iteration) % 256;
            }
        }
    });

    private Project project;

    @BeforeEach
    void make() {
        project = Bench.project(folder.resolve("project"));
    }

    private LaboratoryRecord ask(int count) {
        return ask(bench, count);
    }

    private LaboratoryRecord ask(Bench with, int count) {
        return new Laboratory(with.catalogue())
                .ask(project, with.experiment(), count, false, RunListener.NONE, Cancellation.NONE);
    }

    private LaboratoryRecord tell(String... lines) {
        return tell(RunListener.NONE, lines);
    }

    private LaboratoryRecord tell(RunListener listener, String... lines) {
        DesignTable table =
                DesignTable.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "measured.csv");
        return new Laboratory(bench.catalogue())
                .tell(project, new ToldTable(table, "Ada", "", false), listener, Cancellation.NONE);
    }

    /** The pending designs as rows of what a person has measured, which is what the evaluator would compute. */
    private static List<String> measured(LaboratoryRecord record) {
        List<String> rows = new ArrayList<>();
        for (int place : record.pending()) {
            rows.add(record.asked().get(place).number() + ","
                    + record.askedDesigns().word(place, 0));
        }
        return rows;
    }

    private static String[] table(List<String> rows) {
        List<String> lines = new ArrayList<>(List.of("id,number"));
        lines.addAll(rows);
        return lines.toArray(String[]::new);
    }

    private static List<String> designs(Project project, int run) {
        var results = project.results(run);
        var values = results.values(results.sets());
        DesignBatch designs = results.designs(results.sets());
        return IntStream.range(0, designs.size())
                .mapToObj(i -> DesignText.format(project.run(run).space(), designs, i) + " " + values.values()[i])
                .toList();
    }

    @Test
    void askedAndToldARunEqualsAComputedOne() {
        LaboratoryRecord now = ask(0);
        assertEquals(RunState.WAITING, now.run().state());
        for (int round = 0; round < 3; round++) {
            assertEquals(BATCH, now.pending().length);
            assertEquals(round, now.asked().get(now.pending()[0]).iteration());
            assertEquals(4, now.asked().get(now.pending()[3]).predicted());
            tell(table(measured(now)));
            if (round < 2) {
                now = ask(0);
            }
        }
        assertEquals(RunState.DONE, project.run(1).state());
        assertEquals(0, bench.computed.get());
        Project other = Bench.project(folder.resolve("computed"));
        bench.run(other);
        assertEquals(designs(other, 1), designs(project, 1));
        assertEquals(other.run(1).best(), project.run(1).best());
        assertEquals(other.run(1).evaluations(), project.run(1).evaluations());
        assertTrue(project.check().sound());
    }

    @Test
    void askingTwiceGivesTheSameAndMoreOnlyWhenAskedFor() {
        LaboratoryRecord first = ask(2);
        assertEquals(2, first.pending().length);
        assertEquals(
                List.of(1, 2),
                first.asked().stream().map(LaboratoryRecord.Asked::number).toList());
        assertEquals(2, ask(2).pending().length);
        assertEquals(2, ask(0).pending().length);
        assertEquals(3, ask(3).pending().length);
        // A method that does not go on with a part gives no more than its batch.
        assertEquals(BATCH, ask(9).pending().length);
    }

    @Test
    void toldInAnyOrderAndInPartsTheRunEndsAsTheSame() {
        Random random = new Random(3);
        LaboratoryRecord now = ask(0);
        while (now.run().state() == RunState.WAITING) {
            List<String> rows = measured(now);
            Collections.shuffle(rows, random);
            for (String row : rows) {
                now = tell(table(List.of(row)));
            }
            now = now.run().state() == RunState.DONE ? now : ask(0);
        }
        Project other = Bench.project(folder.resolve("computed"));
        bench.run(other);
        assertEquals(designs(other, 1), designs(project, 1));
    }

    @Test
    void designsThatNobodyAskedForAreKnownToTheRunAndToOthers() {
        ask(0);
        // The second batch lies beside 10000000, the best of the first.
        LaboratoryRecord now = tell(
                "design,number",
                "00001000,16",
                "00000100,32",
                "00000010,64",
                "00000001,128",
                "10000001,129",
                "01000001,130");
        assertEquals(
                2, now.told().stream().filter(told -> told.asked().isEmpty()).count());
        assertEquals(List.of("5,131", "6,132"), measured(ask(0)));
        bench.run(project);
        assertEquals(12 - 6, bench.computed.get());
    }

    @Test
    void severalSpecimensOfADesignCountAsTheirMean() {
        ask(0);
        tell("id,number,who,remark", "1,15,Bob,first", "1,17,Bob,second", "2,32,,", "3,64,,", "4,128,,");
        LaboratoryRecord now = project.laboratory().orElseThrow();
        List<Measurement> first = now.byDesign().get(0).stream()
                .map(place -> now.told().get(place).measured())
                .toList();
        assertArrayEquals(new double[] {16}, Measurement.means(first));
        assertArrayEquals(new double[] {Math.sqrt(2)}, Measurement.spreads(first), 1e-12);
        assertEquals("Bob", first.get(1).who());
        assertEquals("second", first.get(1).remark());
        assertEquals("Ada", now.told().get(4).measured().who());
        assertEquals("00001000 16.0", designs(project, 1).get(0));
    }

    @Test
    void asManySpecimensAsReplicatesSayAreAskedForAndTheirMeanCounts() {
        LaboratoryRecord now = askReplicates();
        assertEquals(3, now.replicates());
        assertEquals(1 + 3 * BATCH, new AskedTable(now).csv().lines().count());
        tell("id,number", "1,15", "1,17", "2,30", "2,32", "2,37", "3,64", "3,64", "3,64", "4,128", "4,130", "4,126");
        now = project.laboratory().orElseThrow();
        assertEquals(RunState.WAITING, now.run().state());
        assertArrayEquals(new int[] {0}, now.pending());
        assertArrayEquals(new int[] {1, 0, 0, 0}, now.missing());
        assertEquals(List.of(), designs(project, 1));
        assertEquals(2, new AskedTable(askReplicates()).csv().lines().count());
        now = tell("id,number", "1,19");
        assertEquals(List.of("00001000 17.0", "00000100 33.0", "00000010 64.0", "00000001 128.0"), designs(project, 1));
        assertEquals(4, now.run().evaluations());
        assertEquals(List.of("5", "6", "7", "8"), fresh(askReplicates()));
        assertEquals(2, Measurement.spreads(project.results(1).measured().get("00001000"))[0], 1e-12);
        assertEquals(3, project.results(1).specimens().get("00001000"));
    }

    @Test
    void whatBreaksIsASpecimenAndWhatNobodyAskedForHasAsManyAsAreTold() {
        askReplicates();
        tell(
                "id,design,number,failure",
                "1,,,broke",
                "1,,,broke",
                "1,,16,",
                "2,,,broke",
                "2,,,slipped",
                "2,,,broke",
                ",10000001,129,");
        assertArrayEquals(new int[] {2, 3}, project.laboratory().orElseThrow().pending());
        tell("id,number", "3,64", "3,65", "3,66", "4,128", "4,129", "4,130");
        assertEquals(List.of("00001000 16.0", "00000100 NaN", "00000010 65.0", "00000001 129.0"), designs(project, 1));
        assertEquals(List.of("5", "6", "7"), fresh(askReplicates()));
    }

    @Test
    void aSpreadThatSomeoneWritesDownIsNotTakenAndThatIsSaid() {
        askReplicates();
        List<String> told = new ArrayList<>();
        tell(listener(told), "id,number,number spread", "1,15,2");
        assertTrue(
                told.get(0).startsWith("Nothing was taken of what measured.csv has under number spread"), told.get(0));
    }

    private LaboratoryRecord askReplicates() {
        return new Laboratory(bench.catalogue())
                .ask(project, bench.experiment("replicates=3"), 0, false, RunListener.NONE, Cancellation.NONE);
    }

    private static List<String> fresh(LaboratoryRecord record) {
        return Arrays.stream(record.pending())
                .mapToObj(place -> Integer.toString(record.asked().get(place).number()))
                .toList();
    }

    @Test
    void whatNothingComputesIsRefusedBeforeARunBegins() {
        Bench people = bench.evaluatedBy(new EvaluatorAround(bench.evaluator()) {
            @Override
            public boolean computes() {
                return false;
            }
        });
        String message = assertThrows(InvalidInputException.class, () -> people.run(project))
                .getMessage();
        assertTrue(message.contains("guest.number") && message.contains("gidn ask"), message);
        assertTrue(project.lastRun().isEmpty());
    }

    @Test
    void whatIsToldTwiceCountsOnceUnlessItIsSaidToBeASpecimenMore() {
        ask(0);
        List<String> told = new ArrayList<>();
        tell("id,number", "1,15", "2,32");
        tell(listener(told), "id,number", "1,15", "2,32", "2,33", "3,64");
        assertEquals(4, project.laboratory().orElseThrow().told().size());
        assertTrue(told.get(0).startsWith("2 measurements were told before"), told.get(0));
    }

    private static RunListener listener(List<String> told) {
        return new RunListener() {
            @Override
            public void event(String message) {
                told.add(message);
            }
        };
    }

    @Test
    void aSpecimenThatFailedHasNoValueAndItsReason() {
        ask(0);
        tell("id,number,failure", "1,16,", "2,,broke in the clamp", "3,64,", "4,128,");
        var results = project.results(1);
        assertEquals("broke in the clamp", results.failures(results.sets()).get(1));
        assertEquals(List.of("5,129", "6,130", "7,131", "8,132"), measured(ask(0)));
    }

    @Test
    void lateSpecimensOfADesignChangeItsMeanButNotTheWayOfTheMethod() {
        tell(table(measured(ask(0))));
        List<String> before = measured(ask(0));
        List<String> told = new ArrayList<>();
        // Had the method known that, it would have climbed from elsewhere.
        tell(listener(told), "id,number", "1,9000");
        assertTrue(told.get(0).startsWith("1 measurement is of designs that the method had learned from"), told.get(0));
        assertEquals(before, measured(ask(0)));
    }

    @Test
    void aTableWithAWrongRowIsRefusedAsAWhole() {
        ask(0);
        assertRefused("Line 3 of measured.csv has 'abc' as number", "id,number", "1,16", "2,abc");
        assertRefused(
                "Line 2 of measured.csv has '9' as id; the designs asked for have the numbers 1 to 4.",
                "id,number",
                "9,16");
        assertRefused(
                "Line 2 of measured.csv has another design than the one that was asked for as number 1",
                "id,design,number",
                "1,00000001,16");
        assertRefused("Line 2 of measured.csv has values and a reason", "id,number,failure", "1,16,broke");
        assertRefused("Line 2 of measured.csv has no value for number", "id,number", "1,NaN");
        assertRefused("measured.csv has no column 'number'", "id,toughness", "1,16");
        assertRefused("2 has block", "design,number", "0000,16");
        assertRefused("More rows do not fit: 1. Nothing was taken.", "id,number", "x,16", "y,16");
        assertTrue(project.laboratory().orElseThrow().told().isEmpty());
        // What a spreadsheet has made of a design does no harm beside its number.
        tell("id,design,number", "1,1.00E+03,16");
        assertEquals(1, project.laboratory().orElseThrow().told().size());
    }

    private void assertRefused(String words, String... lines) {
        String message =
                assertThrows(InvalidInputException.class, () -> tell(lines)).getMessage();
        if (!words.startsWith("2 has")) {
            assertTrue(message.contains(words), message);
        }
        assertTrue(message.endsWith("Nothing was taken.") || message.contains("no column"), message);
    }

    @Test
    void aRunThatIsDoneAsksForNothing() {
        LaboratoryRecord now = ask(0);
        while (now.run().state() == RunState.WAITING) {
            tell(table(measured(now)));
            now = project.run(1).state() == RunState.DONE ? project.laboratory(1) : ask(0);
        }
        String message = assertThrows(InvalidInputException.class, () -> ask(0)).getMessage();
        assertTrue(message.startsWith("Run 1 is done"), message);
        assertThrows(InvalidInputException.class, () -> tell("id,number", "1,16"));
        assertEquals(1, project.runs().size());
    }

    @Test
    void aWaitingRunIsNotResumedOtherwise() {
        ask(0);
        String message = assertThrows(InvalidInputException.class, () -> bench.resume(project, 1))
                .getMessage();
        assertTrue(message.contains("gidn ask"), message);
        // A run that computes in between leaves it alone.
        bench.run(project);
        assertEquals(RunState.WAITING, project.run(1).state());
    }

    @Test
    void measuredAndComputedValuesStandTogetherAndAreToldApart() {
        // Two of the first batch are computed by another run.
        new Bench(run -> run.evaluate(Candidates.of(Bench.designs(16, 32), "sample", 0))).run(project);
        LaboratoryRecord now = ask(0);
        assertEquals(List.of("1,64", "2,128"), measured(now));
        tell("id,number", "1,64", "2,127", "2,129");
        assertEquals(Map.of("00000010", 1, "00000001", 2), project.results(2).specimens());
        assertEquals(BATCH, project.run(2).evaluations());
        assertTrue(project.results(1).specimens().isEmpty());
    }

    @Test
    void damageToWhatWasToldIsSeenAndRepairedByAskingAgain() throws Exception {
        ask(0);
        tell("id,number", "1,16", "2,32");
        execute("UPDATE told SET outputs = x'0000000000005940' WHERE number = 2");
        assertTrue(
                project.check().damages().get(0).contains("told"),
                () -> project.check().damages().toString());
        assertThrows(InvalidInputException.class, () -> ask(0));
        project.repair();
        assertTrue(project.check().sound());
        assertEquals(RunState.WAITING, project.run(1).state());
        assertEquals(List.of("2,32", "3,64", "4,128"), measured(ask(0)));
        execute("DELETE FROM asked WHERE number = 3");
        assertTrue(
                project.check().damages().get(0).contains("asked"),
                () -> project.check().damages().toString());
    }

    @Test
    void aProjectOfTheFormatBeforeIsReadAndGetsTheTables() throws Exception {
        bench.run(project);
        execute(
                "DROP TABLE asked",
                "DROP TABLE told",
                "DROP TABLE label",
                "DROP TABLE deleted",
                "PRAGMA user_version = 3");
        assertTrue(project.check().sound());
        assertTrue(project.laboratory().isEmpty());
        assertEquals(RunState.DONE, project.run(1).state());
        LaboratoryRecord now = new Laboratory(bench.catalogue())
                .ask(project, bench.experiment("evaluator.variant=2"), 0, false, RunListener.NONE, Cancellation.NONE);
        assertEquals(BATCH, now.pending().length);
        assertTrue(project.check().sound());
    }

    private void execute(String... statements) throws Exception {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }
}
