// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradients that a method asks for with the values are kept as those are. */
class GradientsTest {
    @TempDir
    private Path folder;

    private final List<double[]> seen = new ArrayList<>();
    private final Slopes evaluator = new Slopes();

    @Test
    void aDesignAndItsGradientAreOneEvaluation() {
        RunRecord run = new Bench(context -> ask(context, 3, 5, 3))
                .evaluatedBy(evaluator)
                .run(project());
        assertEquals(2, run.evaluations());
        assertEquals(2, evaluator.differentiated.get());
        assertArrayEquals(Slopes.gradient(3), seen.get(0));
        assertArrayEquals(Slopes.gradient(5), seen.get(1));
        assertArrayEquals(seen.get(0), seen.get(2));
    }

    @Test
    void aResumedRunHasThemBack() {
        boolean[] first = {true};
        Bench bench = new Bench(context -> {
                    ask(context, 3, 5);
                    if (first[0]) {
                        first[0] = false;
                        throw new IllegalStateException("halt");
                    }
                    ask(context, 6);
                })
                .evaluatedBy(evaluator);
        Project project = project();
        assertEquals(RunState.FAILED, bench.run(project).state());
        seen.clear();
        assertEquals(3, bench.resume(project, 1).evaluations());
        assertEquals(3, evaluator.differentiated.get());
        assertArrayEquals(Slopes.gradient(3), seen.get(0));
        assertArrayEquals(Slopes.gradient(5), seen.get(1));
        assertArrayEquals(Slopes.gradient(6), seen.get(2));
        assertTrue(project.check().sound());
    }

    @Test
    void anotherRunNeedsNotAskTheEvaluatorAgain() {
        Bench bench = new Bench(context -> ask(context, 3, 5)).evaluatedBy(evaluator);
        Project project = project();
        bench.run(project);
        assertEquals(2, bench.run(project).evaluations());
        assertEquals(2, evaluator.differentiated.get());
        assertArrayEquals(seen.get(0), seen.get(2));
    }

    @Test
    void aDesignEvaluatedBeforeGetsItsGradientAtNoFurtherCost() {
        RunRecord run = new Bench(context -> {
                    Evaluations plain = context.evaluate(Candidates.of(Bench.designs(3), "walk", 0));
                    assertNull(plain.gradient(0));
                    ask(context, 3);
                })
                .evaluatedBy(evaluator)
                .run(project());
        assertEquals(1, run.evaluations());
        assertArrayEquals(Slopes.gradient(3), seen.get(0));
    }

    @Test
    void aDesignThatFailedHasNone() {
        RunRecord run = new Bench(context -> {
                    Evaluations results = context.evaluateWithGradients(Candidates.of(Bench.designs(0, 1), "walk", 0));
                    assertNotNull(results.failure(0));
                    assertNull(results.gradient(0));
                    assertArrayEquals(Slopes.gradient(1), results.gradient(1));
                })
                .evaluatedBy(evaluator)
                .run(project());
        assertEquals(RunState.DONE, run.state(), run.failure());
    }

    @Test
    void anEvaluatorWithoutThemIsToldOf() {
        RunRecord run = new Bench(context -> ask(context, 3)).run(project());
        assertEquals(RunState.FAILED, run.state());
        assertEquals("The evaluator 'guest.number' offers no gradients.", run.failure());
    }

    @Test
    void aWrongGradientIsItsEvaluatorsFault() {
        evaluator.derivatives = 7;
        RunRecord run =
                new Bench(context -> ask(context, 3)).evaluatedBy(evaluator).run(project());
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().contains("guest.number"), run.failure());
        assertTrue(run.failure().contains("1 × 8 values were asked for, but 1 × 7 given"), run.failure());
    }

    @Test
    void aDamagedOneIsNoticed() throws SQLException {
        Bench bench = new Bench(context -> ask(context, 3)).evaluatedBy(evaluator);
        Project project = project();
        bench.run(project);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE gradient SET derivatives = zeroblob(64)");
        }
        assertEquals(List.of("table gradient"), project.check().damages());
    }

    private Project project() {
        return Bench.project(folder);
    }

    private void ask(RunContext context, long... designs) {
        Evaluations results = context.evaluateWithGradients(Candidates.of(Bench.designs(designs), "walk", 0));
        for (int i = 0; i < designs.length; i++) {
            assertEquals(designs[i], results.value(i, 0));
            seen.add(results.gradient(i));
        }
    }

    /** Values and slopes of the number that a design's bits spell; 0 fails. */
    private static final class Slopes implements GradientEvaluator {
        private final AtomicInteger differentiated = new AtomicInteger();
        private int derivatives = 8;

        static double[] gradient(int design) {
            double[] gradient = new double[8];
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] = design / (j + 1.0);
            }
            return gradient;
        }

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("number", "", Goal.MAXIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                if (designs.word(i, 0) == 0) {
                    results.fail(i, "Nothing is there.");
                } else {
                    results.set(i, 0, designs.word(i, 0));
                }
            }
            return results;
        }

        @Override
        public Evaluations evaluateWithGradients(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = evaluate(designs, cancellation);
            for (int i = 0; i < designs.size(); i++) {
                if (results.failure(i) == null) {
                    differentiated.incrementAndGet();
                    results.setGradient(i, Arrays.copyOf(gradient((int) designs.word(i, 0)), derivatives));
                }
            }
            return results;
        }

        @Override
        public double gradient(double[] design, double[] gradient) {
            throw new UnsupportedOperationException("batches are asked for");
        }
    }
}
