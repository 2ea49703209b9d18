// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.pareto.ParetoFront;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Event;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.experiments.text.ObjectivesText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments with several objectives. */
class ObjectivesTest {
    private static final String ZDT = """
        format: 2
        problem:
          evaluator: {use: org.gidn.baselines.zdt, variables: 5}
          objectives: f1, f2
          referencePoint: 1.1, 1.1
          constraints:
            - {use: org.gidn.core.measured, output: f2, least: 0.25}
        optimiser: {use: org.gidn.baselines.nsga2, population: 20, generations: 30}
        """;

    private static final List<Goal> LEAST = List.of(Goal.MINIMISE, Goal.MINIMISE);

    private final Catalogue catalogue = Catalogue.installed();

    @TempDir
    private Path folder;

    private Experiment read(String yaml, String... assignments) {
        return new ExperimentReader(catalogue)
                .read(yaml, Overrides.parse(List.of(assignments)))
                .orThrow("test");
    }

    private String refusal(String yaml, String... assignments) {
        return assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(read(yaml, assignments)))
                .getMessage();
    }

    @Test
    void theFrontIsOfDesignsThatKeepToTheBounds() {
        Project project = Project.create(folder, ZDT);
        RunRecord run = new Runner(catalogue).run(project, read(ZDT), RunListener.NONE, () -> false);
        assertEquals(RunState.DONE, run.state(), run.failure());
        RunResults results = project.results(1);
        RunFront front = RunFront.of(results).orElseThrow();
        double[][] all = {results.values(results.sets(), 0), results.values(results.sets(), 1)};
        assertTrue(all[0].length < 600, "some designs miss the bound");
        assertArrayEquals(ParetoFront.of(all, LEAST), front.places());
        assertArrayEquals(new double[] {1.1, 1.1}, front.reference());
        assertEquals(
                Hypervolume.of(all, LEAST, front.reference()),
                front.hypervolume().value(),
                1e-12);
        assertTrue(front.size() > 5 && Arrays.stream(front.values()[1]).min().orElseThrow() >= 0.25);
        List<FoundDesign> designs = front.designs(results);
        for (int i = 0; i < front.size(); i++) {
            assertEquals(front.values()[0][i], designs.get(i).values()[0]);
            assertEquals(front.values()[1][i], designs.get(i).values()[1]);
            assertEquals(front.values()[0][i], designs.get(i).designs().value(0, 0), "f1 is the first variable");
        }
    }

    @Test
    void theHypervolumeGrowsToThatOfTheFront() {
        Project project = Project.create(folder, ZDT);
        new Runner(catalogue).run(project, read(ZDT), RunListener.NONE, () -> false);
        RunResults results = project.results(1);
        List<Improvement> growth = RunFront.growth(results);
        assertTrue(growth.size() > 20 && growth.size() <= 100);
        for (int i = 1; i < growth.size(); i++) {
            assertTrue(growth.get(i).best() >= growth.get(i - 1).best());
            assertTrue(growth.get(i).evaluations() > growth.get(i - 1).evaluations());
        }
        Improvement last = growth.get(growth.size() - 1);
        assertEquals(RunFront.of(results).orElseThrow().hypervolume().value(), last.best(), 1e-12);
        // By all designs found until then.
        Improvement middle = growth.get(growth.size() / 2);
        long[] spent = results.spent(results.sets());
        int[] until = IntStream.range(0, spent.length)
                .filter(i -> spent[i] <= middle.evaluations())
                .toArray();
        double[][] some = IntStream.range(0, 2)
                .mapToObj(objective -> {
                    double[] values = results.values(results.sets(), objective);
                    return Arrays.stream(until).mapToDouble(i -> values[i]).toArray();
                })
                .toArray(double[][]::new);
        assertEquals(Hypervolume.of(some, LEAST, new double[] {1.1, 1.1}), middle.best(), 1e-12);
    }

    @Test
    void withoutAReferencePointTheFrontGivesOne() {
        Project project = Project.create(folder, ZDT.replace("  referencePoint: 1.1, 1.1\n", ""));
        new Runner(catalogue)
                .run(project, read(ZDT.replace("  referencePoint: 1.1, 1.1\n", "")), RunListener.NONE, () -> false);
        RunResults results = project.results(1);
        assertEquals(Optional.empty(), results.run().referencePoint());
        RunFront front = RunFront.of(results).orElseThrow();
        assertArrayEquals(Hypervolume.reference(front.values(), LEAST), front.reference());
    }

    @Test
    void aMethodForOneObjectiveSaysWhichItTakes() {
        Project project = Project.create(folder, ZDT);
        Experiment experiment = read(ZDT, "optimiser=org.gidn.baselines.annealing", "steps=5", "objectives=f2, f1");
        new Runner(catalogue).run(project, experiment, RunListener.NONE, () -> false);
        RunResults results = project.results(1);
        List<String> events = results.events().stream().map(Event::message).toList();
        assertTrue(
                events.contains("Simulated annealing designs for one objective: it looks for the best 'f2', and only"
                        + " measures f1. org.gidn.baselines.nsga2 and org.gidn.designer.frugal look for the best"
                        + " compromises."),
                events.toString());
        assertTrue(RunFront.of(results).orElseThrow().hypervolume().value() >= 0, "all methods have a front");
    }

    @Test
    void oneObjectiveHasNoFront() {
        Project project = Project.create(folder, ZDT);
        new Runner(catalogue)
                .run(
                        project,
                        read(ZDT, "objectives=f1", "referencePoint=2", "generations=2"),
                        RunListener.NONE,
                        () -> false);
        assertEquals(Optional.empty(), RunFront.of(project.results(1)));
        assertEquals(List.of(), RunFront.growth(project.results(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "objectives: f1, f2|objectives: f1, f3|4:19: Unknown output 'f3'; did you mean 'f1'? The evaluator measures f1, f2.",
                "objectives: f1, f2|objectives: minimse f1, f2|test:4:15: Unknown goal 'minimse'; did you mean 'minimise'?",
                "1.1, 1.1|1.1|5:19: The reference point needs a value for each objective (f1, f2), but has 1.",
                "1.1, 1.1|1, 2, 3|5:19: The reference point needs a value for each objective (f1, f2), but has 3.",
                "1.1, 1.1|1.1, a|test:5:19: Setting 'referencePoint' must be a number, but is 'a'.",
            })
    void wrongObjectivesAndReferencePointsAreToldWithTheirPlace(String what, String instead, String expected) {
        assertEquals(expected, refusal(ZDT.replace(what, instead)));
    }

    @Test
    void goalsMayBeSpeltTheAmericanWay() {
        assertEquals(
                ObjectivesText.parse("maximise weight, minimise wall thickness, cost"),
                ObjectivesText.parse("maximize weight, minimize wall thickness, cost"));
        assertEquals(
                ObjectivesText.columns("maximise weight, minimise wall thickness"),
                ObjectivesText.columns("maximize weight, minimize wall thickness"));
    }

    @Test
    void aReferencePointIsKeptAmongTheSettings() {
        Experiment experiment = read(ZDT, "referencePoint=3/2, 2");
        assertEquals(List.of(1.5, 2.0), experiment.referencePoint());
        assertEquals("1.5, 2.0", ((Map<?, ?>) experiment.tree().get("problem")).get("referencePoint"));
    }
}
