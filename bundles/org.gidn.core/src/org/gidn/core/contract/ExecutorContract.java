// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * What every {@link BatchExecutor} promises, with an evaluator that the author gives; one that works elsewhere needs a source with a
 * recipe.
 *
 * @since 1.0
 */
public final class ExecutorContract extends Contract {
    private static final int DESIGNS = 700;

    private final Supplier<? extends BatchExecutor> maker;
    private final EvaluatorSource evaluator;

    /**
     * @param maker makes the executor, always with the same settings
     * @param evaluator what is to be evaluated; a quick one
     */
    public ExecutorContract(Supplier<? extends BatchExecutor> maker, EvaluatorSource evaluator) {
        this.maker = maker;
        this.evaluator = evaluator;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("Values, gradients, measurements and failures are those of one thread here.", this::same),
                new Promise("No designs have no values.", this::nothing),
                new Promise("Each design is told of once.", this::told),
                new Promise("It does one task after the other.", this::several),
                new Promise("It stops when it is cancelled.", this::cancelled),
                new Promise("It can be closed twice.", this::closedTwice));
    }

    private interface Use {
        void of(BatchExecutor executor);
    }

    private void fresh(Use use) {
        try (BatchExecutor executor = maker.get()) {
            use.of(executor);
        }
    }

    private DesignBatch designs(int count) {
        return new RandomSampler(false)
                .sample(evaluator.here().space(), count, new RandomStreams(9).stream("contract"), Cancellation.NONE);
    }

    private Task task(int count) {
        boolean noisy = evaluator.here() instanceof NoisyEvaluator;
        Noise noise = noisy
                ? new Noise(new RandomStreams(9).stream("noise").longs(count).toArray())
                : null;
        return new Task(evaluator, designs(count), false, noise);
    }

    private static void requireSame(Task task, Evaluations found) {
        Evaluations expected = task.by(task.evaluator().here(), Cancellation.NONE);
        require(found.size() == expected.size() && found.outputs() == expected.outputs(), found.size() + " results");
        for (int i = 0; i < expected.size(); i++) {
            for (int output = 0; output < expected.outputs(); output++) {
                double value = expected.value(i, output);
                require(
                        Double.doubleToLongBits(value) == Double.doubleToLongBits(found.value(i, output)),
                        found.value(i, output) + " instead of " + value);
            }
            require((expected.failure(i) == null) == (found.failure(i) == null), "failure " + found.failure(i));
            require(Arrays.equals(expected.gradient(i), found.gradient(i)), "another gradient of design " + i);
        }
    }

    private void same() {
        fresh(executor -> {
            Task task = task(DESIGNS);
            requireSame(task, executor.evaluate(task, Phase.SILENT, Cancellation.NONE));
            if (evaluator.here() instanceof GradientEvaluator && task.noise() == null) {
                Task gradients = new Task(evaluator, designs(DESIGNS / 10), true, null);
                requireSame(gradients, executor.evaluate(gradients, Phase.SILENT, Cancellation.NONE));
            }
        });
    }

    private void nothing() {
        fresh(executor -> {
            Evaluations none = executor.evaluate(task(DESIGNS).slice(0, 0), Phase.SILENT, Cancellation.NONE);
            require(none.size() == 0, none.size() + " values");
        });
    }

    private void told() {
        fresh(executor -> {
            AtomicLong told = new AtomicLong();
            Phase counting = new Phase() {
                @Override
                public void advance(long steps) {
                    told.addAndGet(steps);
                }

                @Override
                public void note(String text) {}
            };
            executor.evaluate(task(DESIGNS), counting, Cancellation.NONE);
            require(told.get() == DESIGNS, told + " designs told of " + DESIGNS);
        });
    }

    private void several() {
        fresh(executor -> {
            for (int count = 1; count < 4; count++) {
                Task task = task(count);
                requireSame(task, executor.evaluate(task, Phase.SILENT, Cancellation.NONE));
            }
        });
    }

    private void cancelled() {
        fresh(executor -> requireThrown(
                CancellationException.class, () -> executor.evaluate(task(DESIGNS), Phase.SILENT, () -> true)));
    }

    private void closedTwice() {
        fresh(BatchExecutor::close);
    }
}
