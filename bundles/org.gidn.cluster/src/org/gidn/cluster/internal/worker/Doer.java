// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.worker;

import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Work;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/** Does work in this process. */
public final class Doer {
    private Doer() {}

    /**
     * Does work.
     *
     * @param instance an {@link Evaluator} for designs, a {@link PieceWork} for pieces
     * @param threads number of threads
     */
    public static Results work(Object instance, Work work, int threads, Cancellation cancellation) {
        if (work instanceof Work.Designs designs) {
            try (LocalExecutor executor = new LocalExecutor(threads)) {
                return new Results.Values(executor.evaluate(
                        designs.task(EvaluatorSource.of((Evaluator) instance)), Phase.SILENT, cancellation));
            }
        }
        Work.Pieces pieces = (Work.Pieces) work;
        byte[][] outcomes = new byte[pieces.size()][];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = ((PieceWork) instance)
                    .piece(pieces.inputs().get(i), new Workers(threads, cancellation), (share, note) -> {});
        }
        return new Results.Outcomes(outcomes);
    }
}
