package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.statistics.Statistics;
import org.gidn.designer.DescentSettings;
import org.gidn.designer.Gidn;
import org.gidn.designer.GidnSettings;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.CrackedPlate;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static Gidn gidn(Predictor predictor, int iterations, boolean active, String selection) {
        DescentSettings descent = new DescentSettings(0, 1, 60, 0.05, false, 0, 0);
        return new Gidn(new GidnSettings(
                SAMPLES, new RandomSampler(true), predictor, STARTS, descent, iterations, active, 100, selection, 5));
    }

    private static MemoryRun run(Predictor predictor, int threads, int iterations, Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, threads, folder);
        gidn(predictor, iterations, true, "best").optimise(run);
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
        assertTrue(run.metrics().get("training R² 0") > 0.95, run.metrics()::toString);
        assertTrue(run.metrics().get("test MSE 0") > run.metrics().get("training MSE 0"), run.metrics()::toString);
        assertTrue(run.metrics().containsKey("training loss 0") && run.metrics().containsKey("inverse Spearman 0"));
        for (int i = 0; i < inverse.designs().size(); i++) {
            assertEquals(24, Arrays.stream(inverse.designs().toArray(i)).sum());
            assertTrue(i == 0 || inverse.predicted()[i] <= inverse.predicted()[i - 1]);
        }
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

    private static void assertSame(Candidates expected, Candidates actual) {
        assertArrayEquals(expected.predicted(), actual.predicted());
        assertArrayEquals(expected.counts(), actual.counts());
        for (int i = 0; i < expected.designs().size(); i++) {
            assertEquals(expected.designs().word(i, 0), actual.designs().word(i, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "diverse", "passive"})
    void laterIterationsLearnFromMore(String selection, @TempDir Path folder) {
        MemoryRun run = new MemoryRun(COMPOSITE, SPACE, 2, folder);
        gidn(network(), 2, !selection.equals("passive"), selection).optimise(run);
        List<String> sources = run.candidates().stream().map(Candidates::source).toList();
        assertEquals(
                selection.equals("passive")
                        ? List.of("sample", "inverse", "sample", "inverse")
                        : List.of("sample", "inverse", "inverse"),
                sources);
        Candidates last = run.candidates().get(sources.size() - 1);
        assertEquals(1, last.iteration());
        assertEquals(STARTS, last.total());
        assertTrue(Files.exists(folder.resolve("predictor-1.zip")));
        double first = run.metrics().get("inverse MSE 0");
        double second = run.metrics().get("inverse MSE 1");
        // What the predictor has seen of its own finds makes it err less about the next ones.
        assertTrue(selection.equals("passive") || second < first, first + " → " + second);
    }

    @Test
    void refusesMoreSamplesThanThereAreDesigns() {
        Problem problem = new Problem(DesignSpace.binary(2, 4).withZeros(1), COMPOSITE.objectives(), Set.of());
        String message = assertThrows(InvalidInputException.class, () -> gidn(network(), 1, true, "best")
                        .check(problem))
                .getMessage();
        assertTrue(message.contains("400") && message.contains("only 8 designs"), message);
    }
}
