// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.baselines.CmaEs;
import org.gidn.baselines.ExhaustiveSearch;
import org.gidn.baselines.GeneticAlgorithm;
import org.gidn.baselines.GradientDescent;
import org.gidn.baselines.Nsga2;
import org.gidn.baselines.RandomSearch;
import org.gidn.baselines.SimulatedAnnealing;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.run.Optimiser;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.testing.MixedTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that search any space: a grid of three phases, a label, a whole number and a length, under constraints. */
class MixedSpacesTest {
    /** A method under its name, and the score that it reaches at least. */
    private record Method(String name, double score, Supplier<Optimiser> maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private Path folder;

    static Stream<Method> methods() {
        return Stream.of(
                new Method(
                        "annealing", 19.8, () -> new SimulatedAnnealing(2, 1500, 0.1, 0.001, new RandomSampler(false))),
                new Method("genetic algorithm", 19.5, () -> new GeneticAlgorithm(60, 12, 60, 0.04, Repair.RANDOM)),
                new Method("NSGA-II", 19.5, () -> new Nsga2(60, 60, 15, 20, 1)),
                new Method("CMA-ES", 14, () -> new CmaEs(2, 60, 0, 0.3)),
                new Method("Bayesian optimisation", 15, () -> Bayesian.of(30, 2)),
                new Method("random search", 10, () -> new RandomSearch(1_000, new RandomSampler(true))));
    }

    private MemoryRun run(int threads) throws IOException {
        return MixedTarget.run(11, threads, Files.createTempDirectory(folder, "run"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void allDesignsKeepToTheConstraintsAndGoodOnesAreFound(Method method) throws IOException {
        MemoryRun run = run(1);
        Optimiser optimiser = method.maker().get();
        optimiser.check(run.problem());
        optimiser.optimise(run);
        for (MemoryRun.Stored stored : run.stored()) {
            DesignBatch design = DesignText.parse(List.of(stored.design()), MixedTarget.SPACE);
            assertEquals("", MixedTarget.SPACE.objection(design, 0).orElse(""));
            if (!method.name().equals("CMA-ES")) {
                // For which a broken rule makes a design worse.
                assertEquals(0, MixedTarget.CONNECTED.violation(design.toArray(0)), stored.design());
            }
        }
        assertTrue(run.best().value() >= method.score(), "best " + run.best());
    }

    @Test
    void whoSearchesBinaryOrContinuousDesignsOnlyNamesWhoSearchesMixedOnes() throws IOException {
        MemoryRun run = run(1);
        for (Optimiser optimiser :
                List.of(new ExhaustiveSearch(10), new GradientDescent(new double[] {0}, 0.1, 10, 0))) {
            String message = assertThrows(InvalidInputException.class, () -> optimiser.check(run.problem()))
                    .getMessage();
            assertTrue(message.contains("which search designs of all kinds"), message);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResumedRunOnOtherThreadsEqualsAnUninterruptedOne(Method method) throws IOException {
        MemoryRun whole = run(1);
        method.maker().get().optimise(whole);
        MemoryRun run = run(2);
        long half = whole.evaluations() / 2;
        MemoryRun stopped = run.again().stoppedWhen(spent -> spent >= half);
        assertThrows(CancellationException.class, () -> method.maker().get().optimise(stopped));
        MemoryRun last = run.again();
        method.maker().get().optimise(last);
        assertEquals(whole.outcome(), last.outcome());
    }
}
