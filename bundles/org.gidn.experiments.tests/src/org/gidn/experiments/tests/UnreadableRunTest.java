// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;

class UnreadableRunTest {
    private final Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(1, 2), "sample", 0)));

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void runThrice() throws Exception {
        project = Bench.project(folder.resolve("project"));
        for (int variant = 1; variant <= 3; variant++) {
            bench.run(project, "variant=" + variant);
        }
        Format2.of(project);
    }

    private void setInRun2(String column, String value) throws Exception {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                PreparedStatement update =
                        connection.prepareStatement("UPDATE run SET " + column + " = ? WHERE number = 2")) {
            update.setString(1, value);
            update.executeUpdate();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "settings|{\"title\": ",
                "settings|[]",
                "problem|{}",
                "problem|{\"objectives\": 5}",
                "versions|x",
                "host|{\"cores\": 1e999}",
                "state|asleep"
            })
    void aRowThatCannotBeReadHidesNoOther(String column, String value) throws Exception {
        setInRun2(column, value);
        assertEquals(
                List.of(RunState.DONE, RunState.UNREADABLE, RunState.DONE),
                project.runs().stream().map(RunRecord::state).toList());
        RunRecord run = project.run(2);
        assertFalse(run.readable());
        assertEquals("A test", run.title());
        assertTrue(run.failure().matches("(?s)Run 2 cannot be read: .+\\. The other runs can\\."), run.failure());
        for (var question :
                List.<Runnable>of(() -> project.results(2), run::objective, () -> bench.resume(project, 2))) {
            assertEquals(
                    run.failure(),
                    assertThrows(InvalidInputException.class, question::run).getMessage());
        }
        assertEquals(2, project.results(3).best(5).size());
        assertEquals(3, project.lastRun().orElseThrow().number());
        assertEquals(4, bench.run(project).number());
    }

    @Test
    void charactersThatNoTextHasButOlderProgramsStoredAreRead() throws Exception {
        setInRun2("title", "a\u007fb\u0096c");
        setInRun2("settings", "{\"title\": \"a\u007fb\u0096c\"}");
        assertEquals("a\u007fb\u0096c", project.run(2).title());
        assertEquals("a\u007fb\u0096c", project.results(2).run().settings().get("title"));
    }

    @Test
    void theTitleOfAnImportIsCheckedBeforeAnythingIsStored() throws Exception {
        DesignTable table = DesignTable.read(Files.writeString(folder.resolve("t.csv"), "design,number\n00000001,1\n"));
        Runner runner = new Runner(bench.catalogue());
        assertEquals(
                "Setting 'title' holds U+0096, which is no character of a text; write what was meant by it, or leave it out.",
                assertThrows(
                                InvalidInputException.class,
                                () -> runner.keep(project, bench.experiment(), "a\u0096b", table, false))
                        .getMessage());
        assertEquals(3, project.runs().size());
    }
}
