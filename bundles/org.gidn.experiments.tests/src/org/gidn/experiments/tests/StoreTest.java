// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.store.EvaluationCache;
import org.gidn.experiments.internal.store.ProblemText;
import org.gidn.experiments.internal.store.RunRow;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.Repair;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of a run's designs comes back as it was. */
class StoreTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 128})
    void designsComeBackAsTheyWere(int variables) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        int words = DesignBatch.words(variables);
        long[] bits = new long[20 * words];
        for (int i = 0; i < 20 * variables; i++) {
            int j = i % variables;
            bits[i / variables * words + (j >>> 6)] |= (random.nextBoolean() ? 1L : 0L) << j;
        }
        DesignBatch packed = DesignBatch.ofBits(variables, bits);
        double[] numbers = random.doubles(20L * variables).toArray();
        DesignBatch dense = DesignBatch.ofValues(variables, numbers);
        Path file = folder.resolve("results.sqlite");
        try (StoreWriter writer = new StoreWriter(file)) {
            writer.create(new RunRow("t", 1, "o", "e", "{}", "{}", "{}", "{}"));
            for (DesignBatch designs : List.of(packed, dense)) {
                for (int i = 0; i < designs.size(); i++) {
                    writer.add(
                            Candidates.of(designs, designs.packed() ? "bits" : "numbers", 0),
                            i,
                            new StoreWriter.Row(new double[] {i}, null, null, i + 1));
                }
            }
            writer.commit();
            EvaluationCache cache = writer.cache("e", variables, 1);
            for (DesignBatch designs : List.of(packed, dense)) {
                for (int i = 0; i < designs.size(); i++) {
                    assertTrue(cache.known(cache.number(designs, i)));
                }
            }
        }
    }

    @Test
    void statisticsCountDuplicates() {
        // 200 designs in all: 1 × 100, 9 × 50, 190 × 2
        Bench bench = new Bench(run -> run.evaluate(new Candidates(
                Bench.designs(2, 100, 50), "inverse", 0, new double[] {1, 2, 3}, new int[] {190, 1, 9})));
        Project project = Bench.project(folder);
        bench.run(project);
        RunResults results = project.results(1);
        Statistics statistics = results.statistics(results.sets("inverse"));
        assertEquals(200, statistics.total());
        assertEquals(3, statistics.distinct());
        assertEquals(100, statistics.best());
        assertEquals((100 + 50) / 2.0, statistics.topPercent());
        assertEquals((100 + 9 * 50 + 10 * 2) / 20.0, statistics.topTenth());
        assertEquals((100 + 9 * 50 + 190 * 2) / 200.0, statistics.mean(), 1e-12);
        assertArrayEquals(new double[] {1, 2, 3}, results.values(results.sets()).predicted());
        assertEquals(200, results.sets().get(0).total());
    }

    @Test
    void valuesAreTheCallersOwnAndFollowASetThatGrows() {
        AtomicBoolean stopped = new AtomicBoolean(true);
        Bench bench = new Bench(run -> {
            run.evaluate(new Candidates(Bench.designs(7, 9), "inverse", 0, new double[] {6, 8}, new int[] {3, 1}));
            run.evaluate(Candidates.of(Bench.designs(1, 2), "sample", 1));
            if (stopped.getAndSet(false)) {
                throw new CancellationException();
            }
            run.evaluate(Candidates.of(Bench.designs(3), "sample", 1));
        });
        Project project = Bench.project(folder);
        bench.run(project);
        RunResults results = project.results(1);
        CandidateSet inverse = results.sets().get(0);
        CandidateSet sample = results.sets().get(1);
        Values first = results.values(List.of(inverse));
        Arrays.fill(first.values(), -1);
        Values all = results.values(List.of(sample, inverse));
        assertArrayEquals(new double[] {1, 2, 7, 9}, all.values());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 6, 8}, all.predicted());
        assertArrayEquals(new int[] {1, 1, 3, 1}, all.counts());
        bench.resume(project, 1);
        assertArrayEquals(
                new double[] {7, 9, 1, 2, 3}, results.values(results.sets()).values());
        assertArrayEquals(new double[] {1, 2}, results.values(List.of(sample)).values());
    }

    @Test
    void theBestDesignsAreDistinct() {
        Bench bench = new Bench(run -> {
            for (int i = 0; i < 40; i++) {
                run.evaluate(Candidates.of(Bench.designs(200, 100, i), "sample", i));
            }
        });
        Project project = Bench.project(folder);
        bench.run(project);
        List<FoundDesign> best = project.results(1).best(4);
        assertEquals(
                List.of(200.0, 100.0, 39.0, 38.0),
                best.stream().map(FoundDesign::value).toList());
        assertEquals(0, best.get(0).iteration());
        assertEquals(39, best.get(2).iteration());
        assertEquals("00010011", best.get(0).text());
    }

    /** Equal values, failures, and designs that stand several times, in one set too. */
    @ParameterizedTest
    @EnumSource(Goal.class)
    void whatSetsRememberOfTheirBestDesignsIsWhatAllValuesTell(Goal goal) throws Exception {
        Project project = Bench.project(folder);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        ProblemText problem = new ProblemText(List.of(new Output("value", "", goal)), DesignSpace.binary(2, 4));
        int number = 0;
        for (int life = 0; life < 2; life++) {
            try (StoreWriter writer = new StoreWriter(project.database())) {
                if (life == 0) {
                    number = writer.create(new RunRow("t", 1, "o", "e", "{}", problem.write(), "{}", "{}"));
                } else {
                    writer.reopen(number);
                }
                for (int i = 0; i < 90; i++) {
                    DesignBatch design = Bench.designs(random.nextInt(256));
                    double value = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(60);
                    writer.add(
                            Candidates.of(design, "sample", i % 4),
                            0,
                            new StoreWriter.Row(new double[] {value}, null, null, 90 * life + i + 1));
                }
                writer.finish(RunState.CANCELLED, null, 90 * life + 90, 0);
            }
            assertRemembered(project);
        }
        Format2.of(project);
        assertRemembered(project);
        assertEquals(Repair.Outcome.UPGRADED, project.repair().outcome());
        assertRemembered(project);
    }

    private static void assertRemembered(Project project) {
        RunResults results = project.results(1);
        List<String> all = texts(results.best(100));
        assertTrue(all.size() > 20, all::toString);
        for (int count = 1; count <= 20; count++) {
            assertEquals(all.subList(0, count), texts(project.results(1).best(count)));
        }
        List<CandidateSet> some = results.sets().subList(1, 3);
        assertEquals(texts(results.best(40, some)).subList(0, 10), texts(results.best(10, some)));
    }

    private static List<String> texts(List<FoundDesign> designs) {
        return designs.stream()
                .map(design -> design.text() + " " + design.value() + " " + design.iteration())
                .toList();
    }

    @Test
    void theConvergenceFollowsTheEvaluationsEvenWhereSetsTakeTurns() {
        Bench bench = new Bench(run -> {
            run.evaluate(Candidates.of(Bench.designs(90, 30), "sample", 0));
            run.evaluate(Candidates.of(Bench.designs(120), "inverse", 0));
            run.evaluate(Candidates.of(Bench.designs(110, 150), "sample", 0));
        });
        Project project = Bench.project(folder);
        bench.run(project);
        assertEquals(
                List.of(new Improvement(1, 90), new Improvement(3, 120), new Improvement(5, 150)),
                project.results(1).convergence());
    }

    @Test
    void smallIsGoodWhereTheGoalSaysSo() {
        Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(9, 3, 7, 1), "sample", 0)))
                .judgedBy(new Output("weight", "kg", Goal.MINIMISE), new Output("price", "", Goal.MINIMISE));
        Project project = Bench.project(folder);
        RunRecord run = bench.run(project);
        assertEquals(1, run.best());
        assertEquals(new Output("weight", "kg", Goal.MINIMISE), run.objective());
        RunResults results = project.results(1);
        assertEquals(
                List.of(1.0, 3.0),
                results.best(2).stream().map(FoundDesign::value).toList());
        assertEquals(
                List.of(new Improvement(1, 9), new Improvement(2, 3), new Improvement(4, 1)), results.convergence());
        // Further objectives come from the store when the same designs are asked for again.
        new Bench(again -> assertEquals(
                        6,
                        again.evaluate(Candidates.of(Bench.designs(3), "sample", 0))
                                .value(0, 1)))
                .worth(number -> Double.NaN)
                .judgedBy(run.outputs().toArray(Output[]::new))
                .run(project);
    }
}
