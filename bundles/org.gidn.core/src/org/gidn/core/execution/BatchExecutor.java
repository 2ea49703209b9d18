// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * Where batches of designs are evaluated. Contributed through {@code org.gidn.core.executors}.
 *
 * @since 1.0
 */
public interface BatchExecutor extends AutoCloseable {
    /**
     * Evaluates a batch. The values are those that {@link Task#by} gives of the whole of it on one thread, bit for bit.
     *
     * @param task the designs, and by what they are evaluated
     * @param progress told of every design done
     * @param cancellation asked at least every tenth of a second
     * @return the values of all designs, in their order
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Evaluations evaluate(Task task, Phase progress, Cancellation cancellation);

    /** Gives back what the executor holds, such as connections. */
    @Override
    default void close() {}
}
