// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.testing.MixedTarget;
import org.gidn.designer.DescentSettings;
import org.gidn.designer.Gidn;
import org.gidn.designer.GidnSettings;
import org.gidn.designer.Selection;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole method on the real composite, smaller than the paper's. */
class GidnTest {
    private static final CrackToughness COMPOSITE =
            new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));
    private static final DesignSpace SPACE = COMPOSITE.space().withZeroFraction(0.25);
    private static final int SAMPLES = 400;
    private static final int STARTS = 3000;

    private static Predictor network() {
        return new MlpPredictor(
                new MlpSettings(4, 32, 0, 0.002, "cosine", 0.01, 10_000, 400, 0.1, "log", "plusMinusOne", 2, "tiled"));
    }

    private static Gidn gidn(Predictor predictor, int iterations, boolean active, Selection selection, int polished) {
        return gidn(predictor, 1, 0, iterations, 0, active, selection, polished);
    }

    private static Gidn gidn(
            Predictor predictor,
            int moments,
            double restarts,
            int iterations,
            int stallIterations,
            boolean active,
            Selection selection,
            int polished) {
        DescentSettings descent = new DescentSettings(0, 1, 60, 0.05, false, 0, 0);
        return new Gidn(new GidnSettings(
                SAMPLES,
                new RandomSampler(true),
                predictor,
                STARTS,
                descent,
                moments,
                restarts,
                0.5,
                iterations,
                stallIterations,
                active,
                100,
                selection,
                polished,
                5));
    }

    private static MemoryRun run(Predictor predictor, int threads, int iterations, Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, threads, folder);
        gidn(predictor, iterations, true, Selection.BEST, 0).optimise(run);
        return run;
    }

    @Test
    void findsDesignsFarBetterThanItsSamples(@TempDir Path folder) {
        MemoryRun run = run(network(), 2, 1, folder);
        Candidates inverse = run.candidates().get(1);
        assertEquals(Candidates.SAMPLE, run.candidates().get(0).source());
        assertEquals(SAMPLES, run.candidates().get(0).designs().size());
        assertEquals(Candidates.INVERSE, inverse.source());
        assertEquals(STARTS, inverse.total());
        assertEquals(
                inverse.designs().size(),
                DistinctDesigns.of(inverse.designs()).designs().size());
        double bestSample = Arrays.stream(run.values().get(0)).max().orElseThrow();
        double bestFound = Arrays.stream(run.values().get(1)).max().orElseThrow();
        double meanFound = Statistics.meanOfBest(run.values().get(1), inverse.counts(), 1, true);
        assertTrue(bestFound > 45 && bestFound > bestSample, bestFound + " against " + bestSample);
        assertTrue(meanFound > 10, "mean " + meanFound);
        assertTrue(Files.exists(folder.resolve("paths-0.csv")));
        assertTrue(run.metric("training R²", 0) > 0.95, run.outcome().metrics()::toString);
        assertTrue(
                run.metric("test MSE", 0) > run.metric("training MSE", 0),
                run.outcome().metrics()::toString);
        assertTrue(run.metric("training loss", 1) > run.metric("training loss", 400));
        assertTrue(run.metric("inverse Spearman", 0) > 0.5);
        for (int i = 0; i < inverse.designs().size(); i++) {
            assertEquals(24, Arrays.stream(inverse.designs().toArray(i)).sum());
            assertTrue(i == 0 || inverse.predicted()[i] <= inverse.predicted()[i - 1]);
        }
    }

    @Test
    void designsGridsOfPhasesWithLabelsAndNumbersUnderRules(@TempDir Path folder) throws IOException {
        MemoryRun run = MixedTarget.run(1, 2, Files.createDirectories(folder.resolve("one")));
        Gidn method = gidn(network(), 2, 0.5, 2, 0, true, Selection.DIVERSE, 0);
        method.check(run.problem());
        method.optimise(run);
        for (MemoryRun.Stored stored : run.stored()) {
            DesignBatch design = DesignText.parse(List.of(stored.design()), MixedTarget.SPACE);
            assertEquals("", MixedTarget.SPACE.objection(design, 0).orElse(""));
            assertEquals(0, MixedTarget.CONNECTED.violation(design.toArray(0)), stored.design());
        }
        assertTrue(run.best().value() >= 19.5, "best " + run.best());
        long most = run.evaluations() - 100;
        MemoryRun other = MixedTarget.run(1, 1, Files.createDirectories(folder.resolve("two")));
        MemoryRun stopped = other.again().stoppedWhen(spent -> spent >= most);
        assertThrows(CancellationException.class, () -> gidn(network(), 2, 0.5, 2, 0, true, Selection.DIVERSE, 0)
                .optimise(stopped));
        MemoryRun resumed = other.again();
        gidn(network(), 2, 0.5, 2, 0, true, Selection.DIVERSE, 0).optimise(resumed);
        assertEquals(run.outcome(), resumed.outcome());
    }

    @Test
    void rulesThatNoDesignCouldBeMendedToAreNamed(@TempDir Path folder) {
        DesignRule never = new DesignRule() {
            @Override
            public String demand() {
                return "be what no design is";
            }

            @Override
            public double violation(double[] design) {
                return 1;
            }
        };
        Problem problem = new Problem(SPACE, COMPOSITE.outputs(), List.of(never), List.of(), Set.of());
        DescentSettings descent = new DescentSettings(0, 1, 5, 0.05, false, 0, 0);
        Gidn method = new Gidn(new GidnSettings(
                20, new RandomSampler(true), network(), 10, descent, 1, 0, 0.5, 1, 0, true, 5, Selection.BEST, 0, 0));
        MemoryRun run = new MemoryRun(COMPOSITE, problem, 1, 2, folder);
        assertEquals(
                "None of the 10 designs that the designer found could be mended, for designs must be what no design is;"
                        + " loosen what designs must keep to, or take more starts.",
                assertThrows(InvalidInputException.class, () -> method.optimise(run))
                        .getMessage());
        assertEquals(20, run.stored().size(), "nothing is lost");
    }

    @Test
    void threadsAndResumingChangeNothing(@TempDir Path one, @TempDir Path two) {
        Candidates first = run(network(), 1, 1, one).candidates().get(1);
        Candidates second = run(network(), 2, 1, two).candidates().get(1);
        assertSame(first, second);
        // The model of the first life is there; training again would fail.
        MlpPredictor untrainable = new MlpPredictor(
                new MlpSettings(60, 60_000, 0, 0.001, "constant", 0, 1, 1, 0, "none", "asGiven", 1, "tiled"));
        assertSame(first, run(untrainable, 2, 1, one).candidates().get(1));
    }

    @Test
    void whatTheDesignerHadFoundWhenItWasStoppedIsNotSoughtAgain(@TempDir Path one, @TempDir Path two) {
        AtomicInteger stepsOfWhole = new AtomicInteger();
        Candidates whole = run(new CountingPredictor(network(), stepsOfWhole), 2, 1, two)
                .candidates()
                .get(1);
        AtomicInteger steps = new AtomicInteger();
        MemoryRun stopped = new MemoryRun(COMPOSITE, SPACE, 1, 2, one);
        MemoryRun first = stopped.stoppedWhen(spent -> steps.get() > stepsOfWhole.get() / 2);
        Gidn method = gidn(new CountingPredictor(network(), steps), 1, true, Selection.BEST, 0);
        assertThrows(CancellationException.class, () -> method.optimise(first));

        AtomicInteger stepsLeft = new AtomicInteger();
        MemoryRun second = first.again();
        gidn(new CountingPredictor(network(), stepsLeft), 1, true, Selection.BEST, 0)
                .optimise(second);
        assertSame(whole, second.candidates().get(1));
        assertTrue(stepsLeft.get() < 0.8 * stepsOfWhole.get(), stepsLeft + " of " + stepsOfWhole + " steps were left");

        // A third life has nothing of it to do.
        stepsLeft.set(0);
        gidn(new CountingPredictor(network(), stepsLeft), 1, true, Selection.BEST, 0)
                .optimise(second.again());
        assertEquals(0, stepsLeft.get());
    }

    @Test
    void damagedFindsOfTheDesignerAreRefusedInOneSentence(@TempDir Path folder) throws IOException {
        run(network(), 2, 1, folder);
        Path kept = folder.resolve("designer-0-state.bin");
        byte[] bytes = Files.readAllBytes(kept);
        Files.write(kept, Arrays.copyOf(bytes, bytes.length / 2));
        String message = assertThrows(InvalidInputException.class, () -> run(network(), 2, 1, folder))
                .getMessage();
        assertTrue(message.contains(kept.toString()) && message.contains("delete that file"), message);
    }

    private static void assertSame(Candidates expected, Candidates actual) {
        assertArrayEquals(expected.predicted(), actual.predicted());
        assertArrayEquals(expected.counts(), actual.counts());
        for (int i = 0; i < expected.designs().size(); i++) {
            assertEquals(expected.designs().word(i, 0), actual.designs().word(i, 0));
        }
    }

    @Test
    void momentsOfTheWayAddDesignsToThoseOfItsEnd(@TempDir Path one, @TempDir Path two) {
        Candidates ends = run(network(), 2, 1, one).candidates().get(1);
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, two);
        gidn(network(), 4, 0, 1, 0, true, Selection.BEST, 0).optimise(run);
        Candidates moments = run.candidates().get(1);
        assertEquals(4 * STARTS, moments.total());
        Set<String> found = texts(moments);
        assertEquals(moments.designs().size(), found.size());
        assertTrue(found.containsAll(texts(ends)));
        assertTrue(
                found.size() > ends.designs().size(),
                found.size() + " against " + ends.designs().size());
    }

    private static Set<String> texts(Candidates candidates) {
        return IntStream.range(0, candidates.designs().size())
                .mapToObj(i -> DesignText.format(SPACE, candidates.designs(), i))
                .collect(Collectors.toSet());
    }

    @Test
    void restartsSearchAroundTheBestDesignsKnown(@TempDir Path one, @TempDir Path two, @TempDir Path three) {
        MemoryRun first = new MemoryRun(COMPOSITE, SPACE, 1, 1, one);
        gidn(network(), 4, 0.5, 3, 0, true, Selection.MIXED, 0).optimise(first);
        MemoryRun second = new MemoryRun(COMPOSITE, SPACE, 1, 2, two);
        gidn(network(), 4, 0.5, 3, 0, true, Selection.MIXED, 0).optimise(second);
        for (int i = 0; i < first.candidates().size(); i++) {
            assertEquals(
                    texts(first.candidates().get(i)), texts(second.candidates().get(i)));
        }
        assertEquals(69.4160, first.best().value(), 1e-4, "the best of all designs");
        MemoryRun without = new MemoryRun(COMPOSITE, SPACE, 1, 2, three);
        gidn(network(), 4, 0, 2, 0, true, Selection.MIXED, 0).optimise(without);
        assertEquals(
                texts(first.candidates().get(1)), texts(without.candidates().get(1)), "none in the first iteration");
        assertNotEquals(
                texts(first.candidates().get(2)), texts(without.candidates().get(2)));
    }

    @ParameterizedTest
    @EnumSource
    void activeLearningAddsWhatWasFound(Selection selection, @TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, folder);
        gidn(network(), 2, true, selection, 0).optimise(run);
        List<String> sources = run.candidates().stream().map(Candidates::source).toList();
        assertEquals(List.of("sample", "inverse", "inverse"), sources);
        Candidates last = run.candidates().get(sources.size() - 1);
        assertEquals(1, last.iteration());
        assertEquals(STARTS, last.total());
        assertTrue(Files.exists(folder.resolve("predictor-1.zip")));
        double first = run.metric("inverse MSE", 0);
        double second = run.metric("inverse MSE", 1, 0);
        // What the predictor has seen of its own finds makes it err less about the next ones.
        assertTrue(second < first, first + " → " + second);
    }

    @Test
    void beginsAnewAfterAnIterationThatFindsNothingBetter(@TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, folder);
        gidn(network(), 1, 0.5, 5, 1, true, Selection.BEST, 0).optimise(run);
        Set<String> drawn = new HashSet<>();
        int begun = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < run.candidates().size(); i++) {
            Candidates asked = run.candidates().get(i);
            double bestOfThese = Arrays.stream(run.values().get(i)).max().orElseThrow();
            if (asked.source().equals(Candidates.SAMPLE)) {
                begun++;
                assertEquals(SAMPLES, asked.designs().size());
                drawn.addAll(texts(asked));
                best = Double.NEGATIVE_INFINITY;
            } else {
                boolean better = bestOfThese > best;
                best = Math.max(best, bestOfThese);
                if (i + 1 < run.candidates().size()) {
                    String next = run.candidates().get(i + 1).source();
                    assertEquals(better ? Candidates.INVERSE : Candidates.SAMPLE, next, "after set " + i);
                }
            }
        }
        assertTrue(begun > 1, "it converges long before the fifth iteration");
        assertTrue(drawn.size() > 1.9 * SAMPLES, "other designs each time");
    }

    @Test
    void passiveLearningAddsRandomDesigns(@TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, folder);
        gidn(network(), 2, false, Selection.BEST, 0).optimise(run);
        List<Candidates> asked = run.candidates();
        assertEquals(
                List.of("sample", "inverse", "sample", "inverse"),
                asked.stream().map(Candidates::source).toList());
        assertEquals(100, asked.get(2).designs().size());
        assertEquals(1, asked.get(2).iteration());
    }

    @Test
    void polishingEndsWhereNoSwapIsBetter(@TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, folder);
        Gidn gidn = gidn(network(), 1, true, Selection.BEST, 20);
        gidn.check(run.problem());
        gidn.optimise(run);
        MemoryRun.Stored best = run.best();
        assertEquals(69.4160, best.value(), 1e-4, "the best of all designs");
        for (double[] row :
                COMPOSITE.swaps(best.design().chars().mapToDouble(c -> c - '0').toArray())) {
            assertTrue(Arrays.stream(row).max().orElseThrow() < best.value());
        }
        long inverse = run.candidates().get(1).designs().size();
        double spent = run.metric("evaluations of polishing", 0);
        // The designs on the way are the results of swaps, so that at least 20 neighbourhoods were looked at.
        assertTrue(spent >= 20 * 8 * 24, "spent " + spent);
        assertTrue(run.evaluations() >= spent + SAMPLES, run.evaluations() + " with " + inverse + " inverse designs");
    }

    @Test
    void aBudgetIsUsedToItsEndInEveryPartOfTheMethod(@TempDir Path folder) throws IOException {
        // It ends among the samples, among the finds, and within one neighbourhood or another.
        for (long budget : new long[] {1, 2, 150, 777, 5_000, 20_001}) {
            MemoryRun run =
                    new MemoryRun(COMPOSITE, SPACE, 1, 2, Files.createTempDirectory(folder, "run")).withBudget(budget);
            Gidn gidn = gidn(network(), 5, true, Selection.BEST, 128);
            String message = assertThrows(BudgetSpentException.class, () -> gidn.optimise(run))
                    .getMessage();
            assertTrue(message.endsWith("is spent."), message);
            assertEquals(budget, run.evaluations());
            assertEquals(budget > 2, run.stored().stream().anyMatch(one -> one.source()
                    .equals(Candidates.INVERSE)));
        }
    }

    @Test
    void noMoreStartsAreMadeThanTheBudgetHasAUseFor(@TempDir Path folder) throws IOException {
        for (int budget : new int[] {20, 60}) {
            MemoryRun run =
                    new MemoryRun(COMPOSITE, SPACE, 1, 2, Files.createTempDirectory(folder, "run")).withBudget(budget);
            assertThrows(BudgetSpentException.class, () -> gidn(network(), 1, true, Selection.BEST, 0)
                    .optimise(run));
            assertEquals(
                    budget == 20,
                    run.events()
                            .contains("The designer makes 1,000 of 3,000 starts, for only 10 evaluations are left of"
                                    + " the budget."),
                    run.events()::toString);
        }
        MemoryRun spent = new MemoryRun(COMPOSITE, SPACE, 1, 2, Files.createTempDirectory(folder, "run")).withBudget(2);
        Predictor untrained = new MlpPredictor(new MlpSettings(
                4, 32, 0, 0.002, "cosine", 0.01, 10_000, 1_000_000, 0.1, "log", "plusMinusOne", 2, "tiled"));
        assertThrows(BudgetSpentException.class, () -> gidn(untrained, 1, true, Selection.BEST, 0)
                .optimise(spent));
        assertThrows(IllegalStateException.class, () -> untrained.save(folder.resolve("untrained.zip")));
    }

    @Test
    void fewerDesignsArePolishedWhereTheBudgetEnds(@TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, folder).withBudget(20_000);
        assertThrows(BudgetSpentException.class, () -> gidn(network(), 5, true, Selection.BEST, 128)
                .optimise(run));
        // All 128 at once would take 24,576 evaluations for their first step.
        assertEquals(20_000, run.evaluations());
        assertEquals(69.4160, run.best().value(), 1e-4, "the best of all designs");
        assertTrue(run.metric("evaluations of polishing", 0) > 10_000);
        assertTrue(run.stored().stream().anyMatch(one -> one.source().equals("polished")));
    }

    @Test
    void polishedDesignsAreLearnedFromToo(@TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 1, 2, folder);
        gidn(network(), 2, true, Selection.BEST, 5).optimise(run);
        List<String> sources =
                run.candidates().stream().map(Candidates::source).distinct().toList();
        assertEquals(List.of("sample", "inverse", "polished"), sources);
        assertEquals(1, run.candidates().get(run.candidates().size() - 1).iteration());
    }

    @Test
    void polishingNeedsSwapsAndAFixedNumberOfZeros() {
        Gidn polishing = gidn(network(), 1, true, Selection.BEST, 20);
        Problem noSwaps = new Problem(SPACE, COMPOSITE.outputs(), Set.of());
        String message = assertThrows(InvalidInputException.class, () -> polishing.check(noSwaps))
                .getMessage();
        assertTrue(message.startsWith("Setting 'polished' is 20, which needs swap neighbourhoods"), message);
        assertTrue(message.contains("the evaluator of 'toughness' does not offer; set it to 0"), message);
        Problem free = new Problem(COMPOSITE.space(), COMPOSITE.outputs(), Set.of(Capability.SWAPS));
        message = assertThrows(InvalidInputException.class, () -> polishing.check(free))
                .getMessage();
        assertTrue(message.contains("needs a fixed number of zeros, but the problem allows any"), message);
    }

    @Test
    void refusesMoreMomentsThanThereAreSteps() {
        Problem problem = new Problem(SPACE, COMPOSITE.outputs(), Set.of());
        String message = assertThrows(
                        InvalidInputException.class, () -> gidn(network(), 61, 0, 1, 0, true, Selection.BEST, 0)
                                .check(problem))
                .getMessage();
        assertTrue(message.contains("61") && message.contains("only 60 steps"), message);
    }

    @Test
    void refusesMoreSamplesThanThereAreDesigns() {
        Problem problem = new Problem(DesignSpace.binary(2, 4).withZeros(1), COMPOSITE.outputs(), Set.of());
        String message = assertThrows(InvalidInputException.class, () -> gidn(network(), 1, true, Selection.BEST, 0)
                        .check(problem))
                .getMessage();
        assertTrue(message.contains("400") && message.contains("only 8 designs"), message);
    }
}
