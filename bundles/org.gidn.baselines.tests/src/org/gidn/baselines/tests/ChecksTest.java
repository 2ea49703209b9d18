// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.baselines.BranchAndBound;
import org.gidn.baselines.CmaEs;
import org.gidn.baselines.ExhaustiveSearch;
import org.gidn.baselines.GeneticAlgorithm;
import org.gidn.baselines.GradientDescent;
import org.gidn.baselines.LogisticRegressionSearch;
import org.gidn.baselines.RandomSearch;
import org.gidn.baselines.SimulatedAnnealing;
import org.gidn.baselines.SwapSearch;
import org.gidn.baselines.TopologyOptimisation;
import org.gidn.baselines.TopologyOptimisation.Constraint;
import org.gidn.baselines.TopologyOptimisation.Gradient;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.core.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused before the run, with both sides and what would fit. */
class ChecksTest {
    private static final Set<Capability> ALL = Set.of(Capability.values());
    private static final DesignSpace FREE = DesignSpace.binary(8, 4);
    private static final DesignSpace QUARTER = FREE.withZeroFraction(0.25);
    private static final DesignSpace PLANE = DesignSpace.continuous(new double[] {-3, -3}, new double[] {3, 3});

    private final Optimiser topology =
            new TopologyOptimisation(Gradient.CENTRAL_DIFFERENCE, 1e-5, Constraint.CLIPPING, 0.1, 10, 1);
    private final Optimiser genetic = new GeneticAlgorithm(10, 2, 1, 0.1, Repair.RANDOM);
    private final Optimiser swaps = new SwapSearch(1, 0, 1, 1);
    private final Optimiser exhaustive = new ExhaustiveSearch(10);
    private final Optimiser bounds = new BranchAndBound(1, 1, 0);
    private final Optimiser annealing = new SimulatedAnnealing(1, 1, 0.1, 0.1, new RandomSampler(false));
    private final Optimiser logistic = new LogisticRegressionSearch(10, 0.5, 1, 10, new RandomSampler(true));

    @Test
    void everyMethodTakesTheCompositeWithAVolumeFraction() {
        for (Optimiser method : List.of(topology, genetic, swaps, exhaustive, bounds, annealing, logistic)) {
            assertDoesNotThrow(() -> method.check(problem(QUARTER, ALL)));
        }
    }

    @Test
    void binaryMethodsRefuseAContinuousSpace() {
        for (Optimiser method : List.of(topology, swaps, exhaustive, bounds, logistic)) {
            refused(
                    method,
                    PLANE,
                    ALL,
                    "searches binary designs",
                    "continuous, 2 variables",
                    "org.gidn.baselines.cmaes");
        }
    }

    @Test
    void branchAndBoundRefusesAnEvaluatorWithoutBoundsAndProblemsThatItCannotDivide() {
        refused(
                bounds,
                QUARTER,
                Set.of(Capability.SWAPS),
                "Branch and bound needs bounds, which the evaluator of",
                "org.gidn.baselines.exhaustive");
        refused(bounds, FREE, ALL, "Branch and bound needs a fixed number of zeros");
    }

    @Test
    void gradientDescentRefusesABinarySpaceAndAnEvaluatorWithoutGradients() {
        Optimiser descent = new GradientDescent(new double[] {0, 0}, 0.01, 10, 0);
        assertDoesNotThrow(() -> descent.check(problem(PLANE, Set.of(Capability.GRADIENT))));
        refused(
                descent,
                QUARTER,
                ALL,
                "Gradient descent searches continuous designs, but the evaluator's designs are binary, 8 × 4 with 8"
                        + " zeros; use org.gidn.baselines.topologyOptimisation",
                "or an evaluator of continuous designs, such as org.gidn.baselines.peaks.");
        refused(
                descent,
                PLANE,
                Set.of(),
                "Gradient descent needs gradients, which the evaluator of 'toughness' does not offer",
                "use org.gidn.baselines.cmaes, which does without, or an evaluator with gradients, such as"
                        + " org.gidn.baselines.peaks.");
    }

    @Test
    void randomSearchAndCmaEsTakeEitherKind() {
        for (DesignSpace space : List.of(PLANE, FREE, QUARTER)) {
            assertDoesNotThrow(() -> new CmaEs(1, 1, 0, 0.3).check(problem(space, Set.of())));
            assertDoesNotThrow(() -> new RandomSearch(1, new RandomSampler(true)).check(problem(space, Set.of())));
        }
    }

    @Test
    void missingGradientsAndSwapsAreNamed() {
        refused(topology, QUARTER, Set.of(), "needs gradients", "evaluator of 'toughness'", "geneticAlgorithm");
        refused(swaps, QUARTER, Set.of(), "needs swap neighbourhoods", "evaluator of 'toughness'", "annealing");
        assertDoesNotThrow(() -> exhaustive.check(problem(QUARTER, Set.of())));
    }

    @Test
    void methodsThatKeepTheNumberOfZerosNeedOne() {
        for (Optimiser method : List.of(topology, logistic)) {
            refused(method, FREE, ALL, "fixed number of zeros", "volumeFraction", "geneticAlgorithm");
        }
        refused(exhaustive, FREE, ALL, "allows 4,294,967,296", "volumeFraction", "org.gidn.baselines.random");
        for (Optimiser method : List.of(genetic, annealing, swaps)) {
            assertDoesNotThrow(() -> method.check(problem(FREE, ALL)));
        }
    }

    @Test
    void aSpaceOfOneDesignLeavesNothingToSearch() {
        for (Optimiser method : List.of(topology, swaps, exhaustive, logistic)) {
            refused(method, FREE.withZeros(0), ALL, "designs to choose from", "allows only one", "between 0 and 1");
            refused(method, FREE.withZeros(32), ALL, "designs to choose from", "allows only one", "between 0 and 1");
        }
        for (Optimiser method : List.of(genetic, annealing)) {
            refused(method, FREE.withZeros(0), ALL, "designs to choose from", "allow only one", "loosen them");
            refused(method, FREE.withZeros(32), ALL, "designs to choose from", "allow only one", "loosen them");
        }
    }

    @Test
    void settingsThatDoNotGoTogetherAreRefused() {
        assertMessage(
                () -> new GeneticAlgorithm(10, 11, 1, 0.1, Repair.RANDOM),
                "'parents' must be at most the population of 10, but is 11");
        assertMessage(
                () -> new SimulatedAnnealing(1, 1, 0.1, 0.2, new RandomSampler(false)),
                "'finalTemperature' must be at most the initialTemperature of 0.1, but is 0.2");
        assertMessage(() -> new CmaEs(1, 1, 3, 0.3), "'population' must be 0 or at least 4, but is 3");
        for (String start : List.of("0 NaN", "0 1.5d", "0;0", "")) {
            Settings settings = Settings.of(
                    List.of(new Parameter(
                            "start", Parameter.Type.TEXT, null, Range.ALL, "", List.of(), null, "Where.")),
                    Map.of("start", start));
            assertMessage(
                    () -> new GradientDescent.Maker().create(settings),
                    "'start' must be numbers with spaces between, such as '0 0', but is '" + start + "'");
        }
    }

    private static void refused(Optimiser method, DesignSpace space, Set<Capability> capabilities, String... parts) {
        assertMessage(() -> method.check(problem(space, capabilities)), parts);
    }

    private static void assertMessage(Executable refused, String... parts) {
        String message = assertThrows(InvalidInputException.class, refused).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private static Problem problem(DesignSpace space, Set<Capability> capabilities) {
        return new Problem(space, List.of(new Output("toughness", "", Goal.MAXIMISE)), capabilities);
    }
}
