// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.work.Cancellation;

/**
 * Measures how fast a part of the product is on this machine, beside named baselines. Contributed through {@code
 * org.gidn.core.benchmarks}.
 *
 * @since 1.0
 */
public interface Benchmark extends AutoCloseable {
    /** The headings of the columns, with units. */
    List<String> columns();

    /**
     * Measures everything.
     *
     * @param cancellation asked between measurements
     * @param rows given each row as soon as it is measured, as many cells as there are {@link #columns}
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void run(Cancellation cancellation, Consumer<List<String>> rows);

    /**
     * {@link #run(Cancellation, Consumer)} of a benchmark that measures with evaluators of other bundles too.
     *
     * @param evaluators gives one by its identifier and those of its settings that are not as they are by default; closed by whoever
     *     calls this
     * @since 1.0
     */
    default void run(
            BiFunction<String, Map<String, String>, EvaluatorSource> evaluators,
            Cancellation cancellation,
            Consumer<List<String>> rows) {
        run(cancellation, rows);
    }

    /** Gives back what the benchmark holds; most hold nothing. */
    @Override
    default void close() {}
}
