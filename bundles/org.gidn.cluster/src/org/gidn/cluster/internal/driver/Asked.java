// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import org.gidn.cluster.internal.spool.Work;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.execution.Recipe;
import org.gidn.core.work.Cancellation;

/** What workers are to be: evaluators, or methods of which they do pieces. */
public interface Asked {
    /** The same in this process. */
    Object here();

    /** What a worker needs to make it. */
    Recipe recipe();

    /** Work by which a worker shows that it gives the same bits. */
    Work canaries(Cancellation cancellation);

    /** How many items it likes at a time. */
    int liked();

    /** How many values a design has. */
    int outputs();

    /** How long an item takes, in seconds, as long as none was done by a worker. */
    double seconds(double canary);

    /**
     * How long one may take, in seconds on a core; 0 if that is to be learned.
     *
     * @param given what the user has said of designs
     */
    int patience(int given);

    /** Workers that evaluate. */
    static Asked of(EvaluatorSource source) {
        Evaluator evaluator = source.here();
        return new Asked() {
            @Override
            public Object here() {
                return evaluator;
            }

            @Override
            public Recipe recipe() {
                return source.recipe();
            }

            @Override
            public Work canaries(Cancellation cancellation) {
                return Canaries.designs(evaluator, cancellation);
            }

            @Override
            public int liked() {
                return evaluator.batchSize();
            }

            @Override
            public int outputs() {
                return evaluator.outputs().size();
            }

            @Override
            public double seconds(double canary) {
                return canary;
            }

            @Override
            public int patience(int given) {
                return given;
            }
        };
    }

    /** Workers that do pieces, which take long, unlike those made for trial: nobody knows how long, so that only the end of a worker ends one. */
    static Asked of(PieceSource source) {
        PieceWork method = source.here();
        return new Asked() {
            @Override
            public Object here() {
                return method;
            }

            @Override
            public Recipe recipe() {
                return source.recipe();
            }

            @Override
            public Work canaries(Cancellation cancellation) {
                return Canaries.piece(method);
            }

            @Override
            public int liked() {
                return 1;
            }

            @Override
            public int outputs() {
                return 0;
            }

            @Override
            public double seconds(double canary) {
                return Math.max(canary, Pace.SECONDS);
            }

            @Override
            public int patience(int given) {
                return Integer.MAX_VALUE;
            }
        };
    }
}
