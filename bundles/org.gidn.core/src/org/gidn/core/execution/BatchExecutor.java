// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import java.util.Optional;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

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
     * @throws UnavailableException if no design can be evaluated, whichever it is
     */
    Evaluations evaluate(Task task, Phase progress, Cancellation cancellation);

    /**
     * Does pieces of a method's own work. What comes of them is what {@link PieceTask#here} gives, bit for bit; that is where they are done
     * if the executor has no other place for them.
     *
     * @param workers threads of this process, and cancellation
     * @param progress told of what is waited for, not of pieces
     * @param listener told of every piece
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws UnavailableException if no piece can be done
     */
    default void work(PieceTask task, Workers workers, Phase progress, PieceTask.Listener listener) {
        task.here(workers, listener);
    }

    /** Whether {@link #work} has pieces done by workers in other processes. */
    default boolean hasWorkers() {
        return false;
    }

    /**
     * What makes whole runs, if those of a sweep or a study are to be made by workers, one on each at a time; nothing if runs are made here.
     * A piece is a project with its experiment and no results; what comes of it are its database and the files of its run, either as a
     * {@link PackedFolder}.
     */
    default Optional<PieceSource> runs() {
        return Optional.empty();
    }

    /** How many designs it evaluates side by side; batches are no smaller if there are as many designs. */
    default int width() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * How long a batch should take, in seconds. Results are stored after each, so that an executor that loses none when this process ends
     * may like long ones, and all others short ones.
     */
    default double batchSeconds() {
        return 0.5;
    }

    /** Gives back what the executor holds, such as connections. */
    @Override
    default void close() {}
}
