// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.StudyRunner;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class StudyTest {
    private static final String EXPERIMENT = """
        format: 1
        title: Numbers
        seed: 5
        problem: {evaluator: guest.number}
        optimiser: guest.method
        """;

    private static final String TABLE = """
        title: A table
        note: Mind the step.
        example: numbers
        statistics:
          sample: [maximum, mean]
          metric: [loss at 0 3]
        figures: [guest.figure]
        together: [guest.allParts]
        scales:
          quick: {cost: seconds, seeds: 3, settings: {evaluator.variant: 2}, parts: ["1,000"]}
          paper: {cost: a day}
        parts:
          "1,000":
            paper: {sample: {maximum: 7.5}, metric: {loss at 0 3: 0.25}}
          "2,000":
            example: others
            settings: {evaluator.variant: 4}
        """;

    private static final String FIGURE = """
        title: A figure of the same runs and one more
        example: numbers
        scales:
          quick: {cost: seconds, settings: {evaluator.variant: 2}}
        parts:
          same: {}
          other: {settings: {evaluator.variant: 3}}
        """;

    @TempDir
    private Path folder;

    private final Bench bench =
            new Bench(run -> run.evaluate(Candidates.of(Bench.designs(3, 5, 9), Candidates.SAMPLE, 0)));

    private Catalogue catalogue(String table) {
        List<Declaration> declarations = new ArrayList<>(bench.declarations());
        declarations.add(Declared.example("numbers", Map.of("experiment.yaml", EXPERIMENT)));
        declarations.add(Declared.study("table", table));
        declarations.add(Declared.study("figure", FIGURE));
        return Catalogue.of(declarations);
    }

    private List<PartRuns> run(Catalogue catalogue, int study, List<String> announced) {
        Study chosen = catalogue.studies().get(study);
        return new StudyRunner(catalogue, folder)
                .run(
                        chosen,
                        chosen.scale("quick"),
                        null,
                        (part, number, count) -> announced.add(part.name() + " " + number + "/" + count),
                        RunListener.NONE,
                        () -> false);
    }

    @Test
    void aStudyIsReadFromItsFile() {
        Study study = catalogue(TABLE).studies().get(0);
        assertEquals("Mind the step.", study.note());
        assertEquals(
                List.of(
                        new Study.Measure("sample", "maximum"),
                        new Study.Measure("sample", "mean"),
                        new Study.Measure("metric", "loss at 0 3")),
                study.measures());
        assertEquals(List.of("guest.figure"), study.figures());
        assertEquals(List.of("guest.allParts"), study.together());
        assertEquals(3, study.scale("quick").seeds());
        assertEquals(1, study.scale("paper").seeds());
        assertEquals(2, study.parts(study.scale("paper")).size());
        Study.Part part = study.parts(study.scale("quick")).get(0);
        assertEquals(7.5, part.paper().get(study.measures().get(0)));
        assertEquals(0.25, part.paper().get(study.measures().get(2)));
        assertEquals("1000", part.fileName());
        assertEquals("others", study.parts().get(1).example());
    }

    @Test
    void eachPartRunsWithSeveralSeeds() {
        List<String> announced = new ArrayList<>();
        PartRuns part = run(catalogue(TABLE), 0, announced).get(0);
        assertEquals(
                List.of(5L, 6L, 7L),
                part.runs().stream().map(run -> run.run().seed()).toList());
        assertEquals(List.of("1,000 1/3", "1,000 2/3", "1,000 3/3"), announced);
    }

    @Test
    void whatTheRunsOfAStudyMakeIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        bench.evaluatedBy(new Evaluator() {
            @Override
            public DesignSpace space() {
                return DesignSpace.binary(2, 4);
            }

            @Override
            public List<Output> outputs() {
                return List.of(new Output("number", "", Goal.MAXIMISE));
            }

            @Override
            public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
                return new Evaluations(designs.size(), 1);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        run(catalogue(TABLE), 0, new ArrayList<>());
        assertEquals(3, closed.get(), "one evaluator a run");
    }

    @Test
    void runsAreSharedByAllStudiesOfAFolder() {
        Catalogue catalogue = catalogue(TABLE);
        run(catalogue, 0, new ArrayList<>());
        List<PartRuns> parts = run(catalogue, 1, new ArrayList<>());
        Project project = Project.open(folder.resolve("projects/numbers"));
        assertEquals(4, project.runs().size());
        assertEquals(1, parts.get(0).runs().get(0).run().number());
        assertEquals(4, parts.get(1).runs().get(0).run().number());
        run(catalogue, 0, new ArrayList<>());
        run(catalogue, 1, new ArrayList<>());
        assertEquals(4, project.runs().size());
    }

    @Test
    void runsOfOtherVersionsAreNotTaken() throws Exception {
        Catalogue catalogue = catalogue(TABLE);
        run(catalogue, 0, new ArrayList<>());
        Project project = Project.open(folder.resolve("projects/numbers"));
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE run SET versions = replace(versions, 'qualifier', 'older') WHERE number = 2");
        }
        List<PartRuns> parts = run(catalogue, 0, new ArrayList<>());
        assertEquals(
                List.of(1, 4, 3),
                parts.get(0).runs().stream().map(run -> run.run().number()).toList());
    }

    @Test
    void aStoppedStudyGoesOn() {
        Catalogue catalogue = catalogue(TABLE);
        Study study = catalogue.studies().get(0);
        StudyRunner runner = new StudyRunner(catalogue, folder);
        assertThrows(
                CancellationException.class,
                () -> runner.run(study, study.scale("quick"), null, (part, i, n) -> {}, RunListener.NONE, () -> true));
        assertEquals(3, run(catalogue, 0, new ArrayList<>()).get(0).runs().size());
        assertEquals(3, Project.open(folder.resolve("projects/numbers")).runs().size());
    }

    @Test
    void aWrongFileIsNamedWithItsPlace() {
        assertEquals(
                List.of(
                        "Bundle guest: table/study.yaml:10:33: 'seeds' must be a whole number from 1 on, but is 'many'."),
                catalogue(TABLE.replace("seeds: 3", "seeds: many")).problems());
        for (String number : List.of("high", "7.5d", "0x1p3", "Infinity")) {
            assertEquals(
                    List.of("Bundle guest: table/study.yaml:14:21: 'maximum' is no number."),
                    catalogue(TABLE.replace("7.5", number)).problems());
        }
    }

    @Test
    void aFileOfAnotherShapeIsNamedWithItsPlace() {
        assertEquals(
                List.of("Bundle guest: table/study.yaml:1:1: A study has fields; write at least 'title' and 'parts'."),
                catalogue("- title: A table").problems());
        for (String figures : List.of("guest.figure", "null", "{a: b}", "[{a: b}]", "[null]")) {
            assertEquals(
                    List.of("Bundle guest: table/study.yaml:7:10: 'figures' must be a list of names, in brackets."),
                    catalogue(TABLE.replace("[guest.figure]", figures)).problems());
        }
    }
}
