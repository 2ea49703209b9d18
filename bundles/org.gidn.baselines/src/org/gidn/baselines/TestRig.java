// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.EvaluatorAround;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.execution.Task;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * Measures what another evaluator computes as a test rig would: with noise, so many specimens at a time, and with a fixed time for
 * setting up. For trying out how a method gets on with measurements before there are any.
 *
 * @since 1.0
 */
public final class TestRig extends EvaluatorAround implements NoisyEvaluator {
    private static final long NAP_MILLIS = 20;

    private final double noise;
    private final int specimens;
    private final double seconds;

    /**
     * @param inner gives the true values
     * @param noise standard deviation of a measurement, as a share of the true value
     * @param specimens how many designs it takes at a time, at least 1
     * @param seconds that setting up takes for each batch
     */
    public TestRig(Evaluator inner, double noise, int specimens, double seconds) {
        super(inner);
        this.noise = noise;
        this.specimens = specimens;
        this.seconds = seconds;
    }

    @Override
    public int batchSize() {
        return (int) Task.rounded(specimens, inner().batchSize());
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return NoisyEvaluator.super.evaluate(designs, cancellation);
    }

    @Override
    public Evaluations measure(DesignBatch designs, Noise chance, Cancellation cancellation) {
        setUp(cancellation);
        Evaluations results = inner() instanceof NoisyEvaluator noisy
                ? noisy.measure(designs, chance, cancellation)
                : inner().evaluate(designs, cancellation);
        for (int i = 0; i < results.size(); i++) {
            RandomGenerator random = chance.of(i);
            for (int output = 0; output < results.outputs(); output++) {
                // A design that failed stays without a value.
                results.set(i, output, results.value(i, output) * (1 + noise * random.nextGaussian()));
            }
        }
        return results;
    }

    private void setUp(Cancellation cancellation) {
        long start = System.nanoTime();
        for (double left = seconds; left > 0; left = seconds - (System.nanoTime() - start) * 1e-9) {
            cancellation.check();
            try {
                Thread.sleep(Math.min(NAP_MILLIS, 1 + (long) (1000 * left)));
            } catch (InterruptedException e) {
                // Whoever waits for the measurement is told by the cancellation.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new TestRig(
                            settings.extension("of", Evaluator.class),
                            settings.real("noise"),
                            settings.integer("specimens"),
                            settings.real("seconds"))
                    .whole();
        }
    }
}
