// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gidn runs} and its commands. */
class RunsTest {
    @TempDir
    Path folder;

    private Gidn gidn;

    @BeforeEach
    void run() {
        gidn = new Gidn(folder);
        for (String samples : List.of("10", "400", "40")) {
            gidn.run(
                    "run",
                    "swap-search",
                    "--out",
                    "p",
                    "--set",
                    "optimiser=org.gidn.baselines.random",
                    "--set",
                    "optimiser.samples=" + samples);
        }
    }

    private List<String> listed(String... arguments) {
        Outcome outcome = gidn.run(arguments);
        assertEquals(0, outcome.status(), outcome.err());
        return outcome.lines().stream()
                .map(line -> line.strip().split("\\s+")[0])
                .filter(cell -> cell.startsWith("p:"))
                .toList();
    }

    private List<Integer> numbers() {
        return Project.open(folder.resolve("p")).runs().stream()
                .map(RunRecord::number)
                .toList();
    }

    @Test
    void listsTheBestFirstAndFindsByWords() {
        assertEquals(List.of("p:2", "p:3", "p:1"), listed("runs", "p"));
        Outcome edited = gidn.run(
                "runs", "edit", "p:1", "p:3", "--name", "a few", "--note", "to begin with", "--tag", "paper", "--star");
        assertEquals(0, edited.status(), edited.err());
        assertEquals(List.of("p:3", "p:1"), listed("runs", "p", "--search", "Few random #paper"));
        assertTrue(gidn.run("runs", "p").out().contains("p:3 *"));
        gidn.run("runs", "edit", "p:3", "--untag", "paper", "--no-star", "--archive");
        assertEquals(List.of("p:2", "p:1"), listed("runs", "p"));
        assertEquals(List.of("p:2", "p:3", "p:1"), listed("runs", "p", "--archived"));
        assertEquals(List.of("p:1"), listed("runs", "p", "--search", "starred"));
        assertEquals(
                "There are no such runs.",
                gidn.run("runs", "p", "--search", "nothing").out().strip());
    }

    @Test
    void deletesAfterAQuestionOnly() {
        Outcome kept = gidn.runWithInput("no\n", "runs", "delete", "p:2");
        assertEquals(130, kept.status());
        assertTrue(kept.out().contains("Run 2 of p (Random search, 400 evaluations, best "), kept.out());
        assertEquals(List.of(1, 2, 3), numbers());
        assertEquals(0, gidn.runWithInput("yes\n", "runs", "delete", "p:2").status());
        assertEquals(List.of(1, 3), numbers());
        assertEquals(0, gidn.run("runs", "delete", "p:1", "p:3", "--yes").status());
        assertEquals(List.of(), numbers());
    }

    @Test
    void saysWhatIsWrong() {
        Outcome whole = gidn.run("runs", "delete", "p", "--yes");
        assertEquals(2, whole.status());
        assertTrue(whole.err().contains("Say which run of p is to be deleted, e.g. p:1"), whole.err());
        assertEquals(List.of(1, 2, 3), numbers());
        assertEquals(2, gidn.run("runs", "edit", "p:1").status());
        Outcome none = gidn.run("runs");
        assertEquals(2, none.status());
        assertTrue(none.err().contains("Say whose runs are to be listed"), none.err());
        Outcome tag = gidn.run("runs", "edit", "p:1", "--tag", "two words");
        assertEquals(2, tag.status());
        assertTrue(tag.err().contains("'two words' is no tag"), tag.err());
        assertTrue(gidn.run("runs", "edit", "p:9", "--star").err().contains("no run 9"));
    }

    @Test
    void changesNoRunWhereOneIsNotFound() {
        String before = gidn.run("runs", "p").out();
        assertEquals(2, gidn.run("runs", "edit", "p:1", "p:9", "--name", "half").status());
        assertEquals(before, gidn.run("runs", "p").out());
    }
}
