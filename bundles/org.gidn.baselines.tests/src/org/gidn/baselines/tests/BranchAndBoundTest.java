// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.gidn.baselines.BranchAndBound;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.contract.MemoryRun.Stored;
import org.gidn.core.contract.OptimiserContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What branch and bound says is proved is true, whatever runs beside it and whenever it is stopped. */
class BranchAndBoundTest {
    private static final CrackToughness EIGHT =
            new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));

    /** The toughest 16 by 16 composite with 12.5 % soft elements that any search has found. */
    private static final double KNOWN_OF_SIXTEEN = 86.655;

    @TempDir
    private Path folder;

    @Test
    void theBestDesignOfThePaperIsProved() {
        MemoryRun run = new MemoryRun(EIGHT, EIGHT.space().withZeroFraction(0.125), 1, 2, folder);
        new BranchAndBound(2, 16, 0).optimise(run);
        assertEquals(27.2464, best(run, Goal.MAXIMISE), 1e-4);
        assertTrue(
                run.events().get(0).startsWith("Proved of all designs: best 27.2464, none above 27.2464, gap "),
                run.events().toString());
        assertTrue(run.evaluations() < 35_960, run.evaluations() + " evaluations");
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 5_000, 20_000, 100_000})
    void aBudgetThatIsTooSmallForTheProofEndsItWithWhatIsTrue(long budget) {
        MemoryRun run = new MemoryRun(EIGHT, EIGHT.space().withZeroFraction(0.25), 1, 2, folder).withBudget(budget);
        BranchAndBound method = new BranchAndBound(8, 16, 0);
        assertThrows(BudgetSpentException.class, () -> method.optimise(run));
        assertTrue(run.evaluations() <= budget, run.evaluations() + " evaluations");
        assertTrue(best(run, Goal.MAXIMISE) <= 69.417);
    }

    @Test
    void keepsThePromisesOfEveryMethod() {
        DesignSpace space = EIGHT.space().withZeroFraction(0.125);
        Problem problem = new Problem(space, EIGHT.outputs(), EnumSet.of(Capability.SWAPS, Capability.BOUNDS));
        new OptimiserContract(() -> new BranchAndBound(2, 4, 0), EIGHT, problem, folder).check();
    }

    @Test
    void nothingToBeatAtTheBeginningMakesNoDifferenceToTheProof() {
        MemoryRun run = new MemoryRun(EIGHT, EIGHT.space().withZeroFraction(0.125), 1, 1, folder);
        new BranchAndBound(0, 1, 0).optimise(run);
        assertEquals(27.2464, best(run, Goal.MAXIMISE), 1e-4);
    }

    @Test
    void theProofIsTheSameOnAnyNumberOfThreads() {
        Weights weights = new Weights(Goal.MAXIMISE);
        MemoryRun one = new MemoryRun(weights, weights.space(), 3, 1, folder.resolve("one"));
        MemoryRun four = new MemoryRun(weights, weights.space(), 3, 4, folder.resolve("four"));
        new BranchAndBound(0, 8, 0).optimise(one);
        new BranchAndBound(0, 8, 0).optimise(four);
        assertEquals(one.outcome(), four.outcome());
    }

    @Test
    void theBestOfAGuestsEvaluatorIsProvedForEitherGoal() {
        for (Goal goal : Goal.values()) {
            Weights weights = new Weights(goal);
            MemoryRun run = new MemoryRun(weights, weights.space(), 1, 2, folder);
            new BranchAndBound(0, 3, 0).optimise(run);
            assertEquals(weights.truth(), best(run, goal), 1e-12);
            assertTrue(
                    run.events().get(0).endsWith("gap below 0.0001 %."),
                    run.events().toString());
        }
    }

    @Test
    void theBoundFallsWhileTheSearchRunsAndIsNeverBelowTheBest() {
        Weights weights = new Weights(Goal.MAXIMISE);
        MemoryRun run = new MemoryRun(weights, weights.space(), 1, 1, folder);
        new BranchAndBound(0, 1, 0).optimise(run);
        List<Double> bounds = IntStream.rangeClosed(1, 4)
                .mapToObj(step -> run.metric("bound", step))
                .toList();
        for (int i = 1; i < bounds.size(); i++) {
            assertTrue(bounds.get(i) <= bounds.get(i - 1), bounds.toString());
        }
        assertTrue(bounds.get(0) > weights.truth() && bounds.get(bounds.size() - 1) >= weights.truth());
    }

    @Test
    void aSearchThatWasStoppedGoesOnToTheSameProof() {
        Weights weights = new Weights(Goal.MAXIMISE);
        MemoryRun whole = new MemoryRun(weights, weights.space(), 1, 1, folder.resolve("whole"));
        new BranchAndBound(0, 1, 0).optimise(whole);
        MemoryRun stopped = new MemoryRun(weights, weights.space(), 1, 1, folder.resolve("stopped"));
        stopped.stoppedWhen(spent -> spent >= whole.evaluations() / 2);
        assertThrows(CancellationException.class, () -> new BranchAndBound(0, 1, 0).optimise(stopped));
        MemoryRun resumed = stopped.again();
        new BranchAndBound(0, 1, 0).optimise(resumed);
        assertEquals(whole.outcome(), resumed.outcome());
    }

    @Test
    void aGapThatIsAskedForEndsTheSearch() {
        Weights weights = new Weights(Goal.MAXIMISE);
        MemoryRun run = new MemoryRun(weights, weights.space(), 1, 1, folder);
        new BranchAndBound(0, 1, 0.2).optimise(run);
        assertTrue(
                run.events().get(0).startsWith("Proved as far as asked for: best "),
                run.events().toString());
    }

    @Test
    void aPlateThatIsTooLargeForAProofHasACertifiedGapWithinSeconds() {
        CrackToughness sixteen = new CrackToughness(CrackedPlate.square(16, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));
        MemoryRun run = new MemoryRun(sixteen, sixteen.space().withZeroFraction(0.125), 1, 2, folder);
        new BranchAndBound(1, 16, 4).optimise(run);
        String certificate = run.events().get(0);
        double bound = Double.parseDouble(certificate.replaceAll(".*none above ([0-9.]+),.*", "$1"));
        assertTrue(bound > KNOWN_OF_SIXTEEN && bound < 5 * KNOWN_OF_SIXTEEN, certificate);
    }

    private static double best(MemoryRun run, Goal goal) {
        return goal.sign()
                * run.outcome().stored().stream()
                        .mapToDouble(Stored::value)
                        .map(value -> goal.sign() * value)
                        .max()
                        .orElseThrow();
    }

    /** A guest's evaluator: the square of a sum of weights, bounded by the greatest weights that are left. */
    private static final class Weights implements BoundedEvaluator {
        private static final double[] WEIGHT = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
        private static final int ZEROS = 4;

        private final Goal goal;

        Weights(Goal goal) {
            this.goal = goal;
        }

        double truth() {
            double[] sorted =
                    Arrays.stream(WEIGHT).map(w -> goal.sign() * w).sorted().toArray();
            double sum = Arrays.stream(sorted).skip(ZEROS).sum();
            return sum * sum;
        }

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(4, 3).withZeros(ZEROS);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("worth", "", goal));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations values = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                values.set(i, 0, worth(designs.toArray(i)));
            }
            return values;
        }

        private double worth(double[] design) {
            double sum = 0;
            for (int j = 0; j < design.length; j++) {
                sum += design[j] * WEIGHT[j];
            }
            return sum * sum;
        }

        @Override
        public Bound bound(DesignSpace space, double[] part, double toBeat, Cancellation cancellation) {
            int[] open = IntStream.range(0, part.length)
                    .filter(j -> Double.isNaN(part[j]))
                    .toArray();
            double sum = 0;
            int ones = WEIGHT.length - ZEROS;
            for (double value : part) {
                ones -= value == 1 ? 1 : 0;
            }
            double[] design = part.clone();
            for (int j = 0; j < part.length; j++) {
                sum += part[j] == 1 ? WEIGHT[j] : 0;
            }
            double least = goal == Goal.MAXIMISE ? -1 : 1;
            double[] weights = Arrays.stream(open)
                    .mapToDouble(j -> least * WEIGHT[j])
                    .sorted()
                    .toArray();
            for (int i = 0; i < ones; i++) {
                // Half a weight too good, so that parts have to be divided.
                sum += least * weights[i] - least * (open.length > ones ? 0.5 : 0);
            }
            for (int i = 0; i < open.length; i++) {
                design[open[i]] = i < ones ? 1 : 0;
            }
            double value = sum * sum;
            boolean closed = open.length == ones || ones == 0 || !goal.better(value, toBeat);
            return new Bound(value, closed, closed ? -1 : open[0], design, 0);
        }
    }
}
