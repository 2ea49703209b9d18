// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many designs evaluators get at a time, and on how many threads. */
class BatchesTest {
    @TempDir
    private Path folder;

    /** Takes a fixed time for each call and remembers how many designs it was given. */
    private static class Slow implements Evaluator {
        private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final long millis;

        Slow(long millis) {
            this.millis = millis;
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
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            calls.add(designs.size());
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, designs.word(i, 0));
            }
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
            return results;
        }
    }

    private void run(Evaluator evaluator, int threads, int... batches) {
        Bench bench = new Bench(run -> {
                    long from = 0;
                    for (int batch : batches) {
                        long[] numbers = LongStream.range(from, from + batch).toArray();
                        run.evaluate(Candidates.of(Bench.designs(numbers), "walk", 0));
                        from += batch;
                    }
                })
                .evaluatedBy(evaluator)
                .on(threads);
        RunRecord record = bench.run(Bench.project(folder));
        assertEquals(RunState.DONE, record.state(), record.failure());
    }

    /** Before, a call of a second was given one design a time: its fixed cost was taken for the design's own. */
    @Test
    void anEvaluatorWithAFixedCostGetsWholeBatches() {
        Slow evaluator = new Slow(600);
        run(evaluator, 1, 256);
        assertTrue(evaluator.calls.size() <= 8, () -> "calls of " + evaluator.calls);
        assertTrue(Collections.max(evaluator.calls) >= 100, () -> "calls of " + evaluator.calls);
    }

    @Test
    void anEvaluatorGetsAsManyAsItLikes() {
        Slow evaluator = new Slow(0) {
            @Override
            public int batchSize() {
                return 10;
            }
        };
        run(evaluator, 3, 95, 25, 7);
        assertEquals(127, evaluator.calls.stream().mapToInt(Integer::intValue).sum());
        List<Integer> odd = evaluator.calls.stream()
                .map(call -> call % 10)
                .filter(rest -> rest != 0)
                .sorted()
                .toList();
        assertEquals(List.of(5, 5, 7), odd, () -> "calls of " + evaluator.calls);
    }

    @Test
    void oneThatBearsNoThreadsIsCalledFromOneAtATime() {
        Slow evaluator = new Slow(1) {
            @Override
            public boolean threadSafe() {
                return false;
            }
        };
        run(evaluator, 3, 200);
        assertEquals(1, evaluator.most.get());
    }
}
