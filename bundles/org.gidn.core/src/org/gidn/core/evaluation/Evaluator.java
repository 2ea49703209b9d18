// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;

/**
 * A forward model: from designs to objective values. Contributed through {@code org.gidn.core.evaluators}.
 *
 * <p>Thread-safe, unless {@link #threadSafe} says otherwise: the executor calls {@link #evaluate} for parts of a batch from
 * several threads at once. The same design gives the same values, bit for bit, whatever else stands in the batch; one whose
 * values differ each time is a {@link NoisyEvaluator}.
 *
 * <p>How long a design takes, and how much of that is a fixed cost of each call, a run learns by itself; batches grow until that
 * cost is small.
 *
 * @since 1.0
 */
public interface Evaluator extends AutoCloseable {
    /**
     * All designs that can be evaluated, without any constraint of a particular problem; says what they are made of, what their
     * levels are called and how they are drawn.
     */
    DesignSpace space();

    /** What is measured of each design: at least one output, and at least one that is an objective if nobody says otherwise. */
    List<Output> outputs();

    /**
     * Evaluates a batch.
     *
     * @param designs any number of designs of {@link #space()}; binary spaces also accept values between 0 and 1 where
     *     the evaluator is {@linkplain GradientEvaluator differentiable}
     * @param cancellation asked between designs, or oftener if one takes long
     * @return a value for each design and output; a design that cannot be evaluated is marked as failed
     * @throws org.gidn.core.InvalidInputException if the designs have another number of variables
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Evaluations evaluate(DesignBatch designs, Cancellation cancellation);

    /**
     * How many designs it likes to be given at a time, e.g. as many as a program takes in one go: it gets multiples of this, and
     * what is left over at last. 1 if it is all the same to it.
     */
    default int batchSize() {
        return 1;
    }

    /**
     * Files and folders with all that is in them on whose content values depend, such as a program's input, other than those that
     * settings name whole. Where one of them changes, designs are evaluated anew, and they go where the evaluator is made again.
     */
    default List<Path> files() {
        return List.of();
    }

    /** Whether it may be called from several threads; if not, it is called from one at a time. */
    default boolean threadSafe() {
        return true;
    }

    /**
     * Whether it computes values. One that does not only says what a specimen consists of and what people measure of it: it can be
     * asked for designs and told of values, and cannot be run.
     */
    default boolean computes() {
        return true;
    }

    /** Gives back what the evaluator holds; most hold nothing. */
    @Override
    default void close() {}
}
