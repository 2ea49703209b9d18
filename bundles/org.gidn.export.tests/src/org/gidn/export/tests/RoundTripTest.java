// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.run.Runner;
import org.gidn.export.DesignFiles;
import org.gidn.export.ExportFormat;
import org.gidn.export.RunExport;
import org.gidn.visualisation.tests.Runs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported can be imported, and is the same then. */
class RoundTripTest {
    private static final String YAML = """
        format: 1
        title: Two objectives
        seed: 4
        problem:
          evaluator: org.gidn.visualisation.tests.twoCounts
        optimiser:
          use: org.gidn.designer.gidn
          samples: 80
          starts: 100
          iterations: 2
          added: 10
          predictor: {use: org.gidn.predictor.mlp, layers: 1, neurons: 8, epochs: 5}
        """;

    private static final String KINDS = """
        format: 2
        title: Variables of each kind
        problem:
          evaluator:
            use: org.gidn.external.laboratory
            variables: |
              plate: 1 x 2 binary
              phase: 2 phases soft middle stiff
              length: 1 real from 1 to 3
              plies: 1 integer from 1 to 9
              resin: category epoxy PA-12
            outputs: maximise load in N
        optimiser: {use: org.gidn.baselines.random, samples: 2}
        """;

    @TempDir
    private static Path folder;

    private static Project two;
    private static Project plane;

    @BeforeAll
    static void run() {
        two = Runs.run(folder.resolve("two"), YAML);
        plane = Runs.random(folder.resolve("plane"));
    }

    private static Path export(Project project, int run, String format) {
        ExportFormat chosen = ExportFormat.of(format);
        Path file = folder.resolve(project.name() + "-" + run + "-" + format + "." + chosen.suffix());
        chosen.export(new RunExport(project, run, Runs.CATALOGUE), file);
        return file;
    }

    private static RunResults imported(Project project, Path file, boolean keepOutside) {
        Experiment experiment = new ExperimentReader(Runs.CATALOGUE).read(project.experimentFile(), Overrides.NONE);
        RunRecord run =
                new Runner(Runs.CATALOGUE).keep(project, experiment, "Imported", DesignFiles.read(file), keepOutside);
        return project.results(run.number());
    }

    private static List<CandidateSet> sets(RunResults results) {
        return Stream.concat(results.sets().stream(), results.setsApart().stream())
                .toList();
    }

    private static void assertSame(RunResults expected, RunResults actual) {
        List<CandidateSet> before = sets(expected);
        List<CandidateSet> after = sets(actual);
        assertEquals(
                before.stream().map(set -> set.source() + " " + set.iteration()).toList(),
                after.stream().map(set -> set.source() + " " + set.iteration()).toList());
        RunResults.Values values = expected.values(before);
        for (int objective = 0; objective < expected.run().outputs().size(); objective++) {
            assertArrayEquals(expected.values(before, objective), actual.values(after, objective));
        }
        assertArrayEquals(values.predicted(), actual.values(after).predicted());
        assertArrayEquals(values.counts(), actual.values(after).counts());
        assertEquals(expected.failures(before), actual.failures(after));
        for (int i = 0; i < values.size(); i++) {
            assertArrayEquals(
                    expected.designs(before).toArray(i), actual.designs(after).toArray(i));
        }
        assertEquals(expected.run().best(), actual.run().best());
        assertEquals(expected.best(1).get(0).text(), actual.best(1).get(0).text());
        assertArrayEquals(
                expected.best(1).get(0).values(), actual.best(1).get(0).values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv-columns", "jsonl", "hdf5"})
    void severalObjectivesPredictionsAndFailuresComeBack(String format) {
        RunResults results = two.results(1);
        assertFalse(results.failures(results.sets()).isEmpty(), "some designs fail");
        assertTrue(Arrays.stream(results.values(results.sets("inverse")).predicted())
                .allMatch(Double::isFinite));
        assertTrue(
                Arrays.stream(results.values(results.sets("inverse")).counts()).anyMatch(count -> count > 1));
        assertSame(results, imported(two, export(two, 1, format), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv-columns", "jsonl", "hdf5"})
    void continuousDesignsComeBack(String format) {
        assertSame(plane.results(1), imported(plane, export(plane, 1, format), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv-columns", "jsonl", "hdf5"})
    void variablesOfEachKindComeBack(String format) throws Exception {
        Project project = Project.create(folder.resolve("kinds-" + format), KINDS);
        Path file = folder.resolve("kinds-" + format + ".csv");
        Files.writeString(file, "design,load\n01 | 20 | 2.5 | 3 | PA-12,7\n10 | 11 | 1.5 | 9 | epoxy,8\n");
        RunResults first = imported(project, file, false);
        assertEquals("10 | 11 | 1.5 | 9 | epoxy", first.best(1).get(0).text());
        assertSame(first, imported(project, export(project, 1, format), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv-columns", "jsonl", "hdf5"})
    void measurementsAndDesignsOutsideComeBackApart(String format) throws Exception {
        Project project = Project.create(folder.resolve("measured-" + format), plane);
        Path file = folder.resolve("measured-" + format + ".csv");
        Files.writeString(file, "x2,height,note,x1\n0,1,a,1\n0,2,b,1\n1,-99,c,1000\n0.5,7,d,0.25\n0,3,,1\n");
        RunResults first = imported(project, file, true);
        assertEquals("1.0 0.0", first.best(1).get(0).text());
        assertEquals(2, first.best(1).get(0).value(), "the mean of 1, 2 and 3");
        assertEquals(2, first.run().best(), "not the -99 outside");
        assertEquals(
                List.of("outside 1", "measurement 1", "measurement 1", "measurement 1"),
                first.setsApart().stream()
                        .map(set -> set.source() + " " + set.size())
                        .sorted((a, b) -> b.compareTo(a))
                        .toList());
        assertEquals(
                1, first.metrics("standard deviation of height, sample").get(0).value(), 1e-15);
        assertSame(first, imported(project, export(project, 1, format), true));
    }

    @Test
    void theColumnsOfAnExportAreNotTakenForObjectives() throws Exception {
        String header = Files.readAllLines(export(two, 1, "csv")).get(0);
        assertEquals("source,iteration,design,predicted,objective count,weight,count,failure", header);
    }

    @Test
    void aForeignHdf5FileIsRefused() throws Exception {
        Path file = folder.resolve("foreign.h5");
        byte[] content = Files.readAllBytes(export(two, 1, "hdf5"));
        Files.write(file, Arrays.copyOf(content, 600));
        assertTrue(assertThrows(InvalidInputException.class, () -> DesignFiles.read(file))
                .getMessage()
                .startsWith("File " + file + " is no HDF5 file of this program"));
    }
}
