// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.baselines.GeneticAlgorithm;
import org.gidn.baselines.RandomSearch;
import org.gidn.baselines.SimulatedAnnealing;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.constraint.Connected;
import org.gidn.core.constraint.Connected.Between;
import org.gidn.core.constraint.Share;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.Level;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.Optimiser;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.testing.MemoryRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that search any space: a grid of three phases, a label, a whole number and a length, under constraints. */
class MixedSpacesTest {
    private static final List<Level> PHASES = List.of(new Level("soft"), new Level("middle"), new Level("stiff"));
    private static final DesignSpace SPACE = new Share("phases", "soft", 0.25, 0.25)
            .limit(DesignSpace.of(
                    Block.phases("phases", 4, 4, PHASES),
                    Block.categories(
                            "process", 1, List.of(new Level("cast"), new Level("rolled"), new Level("printed"))),
                    Block.integers("layers", new double[] {1}, new double[] {12}, ""),
                    Block.continuous("thickness", new double[] {0.5}, new double[] {2}, "mm")));
    private static final DesignRule CONNECTED =
            new Connected("phases", "soft", 4, Between.CELLS).rule(SPACE).orElseThrow();

    /** Counts what is right: stiff cells above soft ones, the label, the number and the length; 20 at best. */
    private record Target() implements Evaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.of(SPACE.blocks());
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("score", "", Goal.MAXIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations values = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                double score = 0;
                for (int j = 0; j < 16; j++) {
                    score += designs.value(i, j) == (j < 4 ? 0 : 2) ? 1 : 0;
                }
                score += designs.value(i, 16) == 2 ? 2 : 0;
                score += 1 - Math.abs(designs.value(i, 17) - 7) / 11;
                score += 1 - Math.abs(designs.value(i, 18) - 1.25);
                values.set(i, 0, score);
            }
            return values;
        }
    }

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
                new Method("annealing", 19.8, () -> new SimulatedAnnealing(2, 1500, 0.1, 0.001)),
                new Method("genetic algorithm", 19.5, () -> new GeneticAlgorithm(60, 12, 60, 0.04, Repair.RANDOM)),
                new Method("random search", 10, () -> new RandomSearch(1_000, new RandomSampler(true))));
    }

    private MemoryRun run(int threads) throws IOException {
        Problem problem = new Problem(SPACE, new Target().outputs(), List.of(CONNECTED), List.of(), Set.of());
        return new MemoryRun(new Target(), problem, 11, threads, Files.createTempDirectory(folder, "run"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void allDesignsKeepToTheConstraintsAndGoodOnesAreFound(Method method) throws IOException {
        MemoryRun run = run(1);
        Optimiser optimiser = method.maker().get();
        optimiser.check(run.problem());
        optimiser.optimise(run);
        for (MemoryRun.Stored stored : run.stored()) {
            DesignBatch design = DesignText.parse(List.of(stored.design()), SPACE);
            assertEquals("", SPACE.objection(design, 0).orElse(""));
            assertEquals(0, CONNECTED.violation(design.toArray(0)), stored.design());
        }
        assertTrue(run.best().value() >= method.score(), "best " + run.best());
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
