// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.baselines.CmaEs;
import org.gidn.baselines.GeneticAlgorithm;
import org.gidn.baselines.LogisticRegressionSearch;
import org.gidn.baselines.Nsga2;
import org.gidn.baselines.RandomSearch;
import org.gidn.baselines.SimulatedAnnealing;
import org.gidn.baselines.SwapSearch;
import org.gidn.baselines.TopologyOptimisation;
import org.gidn.baselines.TopologyOptimisation.Constraint;
import org.gidn.baselines.TopologyOptimisation.Gradient;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.contract.OptimiserContract;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.fem.CrackToughness;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The methods keep what every optimiser promises, seen on the 8 by 8 composite. */
class OptimiserContractTest {
    /** A method under its name. */
    private record Method(String name, Supplier<Optimiser> maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    Path folder;

    /** Each method, small, made anew. */
    static Stream<Method> methods() {
        return Stream.of(
                new Method(
                        "topology optimisation",
                        () -> new TopologyOptimisation(Gradient.ADJOINT, 1e-5, Constraint.PROJECTION, 0.05, 300, 10)),
                new Method(
                        "topology optimisation by differences",
                        () -> new TopologyOptimisation(
                                Gradient.CENTRAL_DIFFERENCE, 1e-5, Constraint.CLIPPING, 0.1, 10, 2)),
                new Method("genetic algorithm", () -> new GeneticAlgorithm(60, 10, 8, 0.02, Repair.RANDOM)),
                new Method("NSGA-II", () -> new Nsga2(40, 12, 15, 20, 1)),
                new Method("random search", () -> new RandomSearch(1_000, new RandomSampler(true))),
                new Method("swap search", () -> new SwapSearch(5, 1, 3, 3)),
                new Method("annealing", () -> new SimulatedAnnealing(7, 60, 0.1, 0.001, new RandomSampler(false))),
                new Method(
                        "logistic regression",
                        () -> new LogisticRegressionSearch(500, 0.5, 1, 50, new RandomSampler(true))),
                new Method("CMA-ES", () -> new CmaEs(2, 20, 0, 0.3)),
                new Method("Bayesian optimisation", () -> Bayesian.of(8, 3)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void keepsThePromises(Method method) {
        CrackToughness evaluator = Composite.evaluator(8);
        DesignSpace space = evaluator.space().withZeroFraction(0.25);
        Problem problem = new Problem(space, evaluator.outputs(), EnumSet.of(Capability.GRADIENT, Capability.SWAPS));
        new OptimiserContract(method.maker(), evaluator, problem, folder).check();
    }
}
