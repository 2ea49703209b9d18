// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * {@link FemBenchmark} for the command line.
 *
 * @since 1.0
 */
public final class FemBenchmarkRows implements Benchmark {
    private final List<Integer> sizes;
    private final double seconds;

    /**
     * @param sizes elements on a side of the whole plate, multiples of 4
     * @param seconds time that a repetition takes at least
     */
    public FemBenchmarkRows(List<Integer> sizes, double seconds) {
        this.sizes = List.copyOf(sizes);
        this.seconds = seconds;
    }

    @Override
    public List<String> columns() {
        return List.of("method", "size", "threads", "designs/s", "times the banded Cholesky", "times the batch kernel");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        new FemBenchmark(seconds, cancellation)
                .run(
                        sizes,
                        List.of(2),
                        row -> rows.accept(List.of(
                                row.method(),
                                Integer.toString(row.size()),
                                Integer.toString(row.threads()),
                                String.format(Locale.ROOT, "%,.0f", row.perSecond()),
                                String.format(Locale.ROOT, "%.2f", row.overBaseline()),
                                String.format(Locale.ROOT, "%.2f", row.overKernel()))));
    }

    /** Makes the benchmark from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            try {
                List<Integer> sizes = Arrays.stream(settings.text("sizes").split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList();
                return new FemBenchmarkRows(sizes, settings.real("seconds"));
            } catch (NumberFormatException e) {
                throw new InvalidInputException(
                        "Setting 'sizes' must be whole numbers with commas between them, but is '"
                                + settings.text("sizes") + "'.",
                        e);
            }
        }
    }
}
