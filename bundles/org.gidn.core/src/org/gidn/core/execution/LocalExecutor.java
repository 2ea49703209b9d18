// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.Phase;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Evaluates on the cores of this machine.
 *
 * @since 1.0
 */
public final class LocalExecutor implements BatchExecutor {
    /** Enough designs to keep a vectorised kernel busy, few enough to stop within a moment. */
    private static final int CHUNK = 512;

    private final int threads;

    /**
     * @param threads number of threads; 0 means one a core
     */
    public LocalExecutor(int threads) {
        this.threads = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    @Override
    public Evaluations evaluate(Evaluator evaluator, DesignBatch designs, Phase progress, Cancellation cancellation) {
        // Small batches, as of a slow evaluator, are spread too.
        int chunk = Math.max(1, Math.min(CHUNK, (designs.size() + threads - 1) / threads));
        Evaluations results =
                new Evaluations(designs.size(), evaluator.outputs().size());
        new Workers(threads, cancellation).forEach((designs.size() + chunk - 1) / chunk, part -> {
            int from = part * chunk;
            DesignBatch slice = designs.slice(from, Math.min(from + chunk, designs.size()));
            results.put(from, checked(evaluator.evaluate(slice, cancellation), slice.size(), results.outputs()));
            progress.advance(slice.size());
        });
        return results;
    }

    /** An evaluator's answer is to hold a value for each design and objective. */
    private static Evaluations checked(Evaluations part, int designs, int outputs) {
        if (part == null) {
            throw new IllegalStateException(
                    "asked for " + designs + " × " + outputs + " values, the evaluator gave null");
        }
        if (part.size() != designs || part.outputs() != outputs) {
            throw new IllegalStateException("asked for " + designs + " × " + outputs + " values, the evaluator gave "
                    + part.size() + " × " + part.outputs());
        }
        return part;
    }

    /** Makes the executor from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<BatchExecutor> {
        @Override
        public BatchExecutor create(Settings settings) {
            return new LocalExecutor(settings.integer("threads"));
        }
    }
}
