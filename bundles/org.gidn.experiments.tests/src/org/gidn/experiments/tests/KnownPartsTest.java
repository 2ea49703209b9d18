// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluator knows of its objective is told to methods at no cost. */
class KnownPartsTest {
    @TempDir
    private Path folder;

    private RunRecord run(double factor) {
        return new Bench(context -> {
                    assertTrue(context.problem().capabilities().contains(Capability.KNOWN_PART));
                    assertEquals(PartlyKnownEvaluator.Composition.PRODUCT, context.composition());
                    double[] gradient = new double[8];
                    assertEquals(factor, context.knownPart(new double[8], gradient));
                    assertArrayEquals(new double[] {0, 0, 0, factor, 0, 0, 0, 0}, gradient);
                    assertEquals(0, context.evaluations());
                })
                .evaluatedBy(new Factored(factor))
                .run(Bench.project(folder));
    }

    @Test
    void costsNoEvaluation() {
        RunRecord run = run(2);
        assertEquals(RunState.DONE, run.state(), run.failure());
        assertEquals(0, run.evaluations());
    }

    @Test
    void aWrongOneIsItsEvaluatorsFault() {
        RunRecord run = run(-2);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().contains("guest.number"), run.failure());
        assertTrue(run.failure().contains("a known factor must be above 0, but is -2"), run.failure());
    }

    @Test
    void anEvaluatorWithoutOneIsToldOf() {
        RunRecord run =
                new Bench(context -> context.knownPart(new double[8], new double[8])).run(Bench.project(folder));
        assertEquals(RunState.FAILED, run.state());
        assertEquals("The evaluator 'guest.number' offers no known parts.", run.failure());
    }

    /** A factor that grows by as much as it is with one variable. */
    private record Factored(double factor) implements PartlyKnownEvaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("number", "", Goal.MAXIMISE));
        }

        @Override
        public Composition composition() {
            return Composition.PRODUCT;
        }

        @Override
        public double knownPart(double[] inputs, double[] gradient) {
            gradient[3] = factor;
            return factor * (1 + inputs[3]);
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 1);
            IntStream.range(0, designs.size())
                    .forEach(i -> results.set(i, 0, knownPart(designs.toArray(i), new double[8])));
            return results;
        }
    }
}
