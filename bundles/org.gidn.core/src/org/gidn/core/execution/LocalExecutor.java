// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

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
    public Evaluations evaluate(Task task, Phase progress, Cancellation cancellation) {
        Evaluator evaluator = task.evaluator().here();
        int size = task.designs().size();
        int used = evaluator.threadSafe() ? threads : 1;
        // Small batches, as of a slow evaluator, are spread too, but for what likes its designs together.
        long chunk = Task.rounded(Math.max(1, Math.min(CHUNK, (size + used - 1) / used)), evaluator.batchSize());
        int chunks = (int) ((size + chunk - 1) / chunk);
        Evaluations results = new Evaluations(size, evaluator.outputs().size());
        new Workers(used, cancellation).forEach(chunks, part -> {
            int from = (int) (part * chunk);
            int to = (int) Math.min(size, from + chunk);
            results.put(from, task.slice(from, to).by(evaluator, cancellation));
            progress.advance(to - from);
        });
        return results;
    }

    @Override
    public int width() {
        return threads;
    }

    /** Makes the executor from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<BatchExecutor> {
        @Override
        public BatchExecutor create(Settings settings) {
            return new LocalExecutor(settings.integer("threads"));
        }
    }
}
