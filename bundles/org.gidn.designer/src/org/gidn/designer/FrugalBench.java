// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;

/**
 * What an iteration of the frugal way costs by itself, on one thread, beside one with the least number of designs known. So
 * many random designs are evaluated, then a few iterations choose others; one run ends after the first of them and another one after
 * some more, and what the latter takes longer is theirs.
 *
 * @since 1.0
 */
public final class FrugalBench implements Benchmark {
    private static final int MORE = 4;
    private static final int ROUNDS = 3;

    private final Evaluator evaluator;
    private final Predictor predictor;
    private final int evaluated;
    private final int[] known;

    /**
     * @param evaluated designs an iteration
     * @param known numbers of designs known, ascending
     */
    public FrugalBench(Evaluator evaluator, Predictor predictor, int evaluated, int[] known) {
        this.evaluator = evaluator;
        this.predictor = predictor;
        this.evaluated = evaluated;
        this.known = known.clone();
    }

    @Override
    public List<String> columns() {
        return List.of("learned", "designs known", "evaluated", "time of an iteration", "times the first");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        if (evaluator instanceof GradientEvaluator) {
            measure(true, cancellation, rows);
        }
        measure(false, cancellation, rows);
    }

    private void measure(boolean gradients, Cancellation cancellation, Consumer<List<String>> rows) {
        double first = Double.NaN;
        for (int designs : known) {
            double[] iterations = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double one = seconds(gradients, designs, 1, round, cancellation);
                double more = seconds(gradients, designs, 1 + MORE, round, cancellation);
                iterations[round] = (more - one) / MORE;
            }
            double iteration = Statistics.median(iterations);
            first = Double.isNaN(first) ? iteration : first;
            rows.accept(List.of(
                    gradients ? "values and gradients" : "values",
                    Integer.toString(designs),
                    Integer.toString(evaluated),
                    String.format(Locale.ROOT, "%.3f s", iteration),
                    String.format(Locale.ROOT, "%.2f", iteration / first)));
        }
    }

    private double seconds(boolean gradients, int designs, int iterations, int seed, Cancellation cancellation) {
        FrugalSettings settings =
                FrugalSettings.plain(new RandomSampler(true), predictor, designs, iterations, evaluated, gradients);
        try {
            Path folder = Files.createTempDirectory("gidn-bench");
            try {
                MemoryRun run = new MemoryRun(evaluator, evaluator.space(), seed, 1, folder)
                        .stoppedWhen(spent -> cancellation.requested());
                long start = System.nanoTime();
                new FrugalGidn(settings).optimise(run);
                return (System.nanoTime() - start) * 1e-9;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new InvalidInputException("The temporary folder cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        evaluator.close();
    }

    /** Makes the benchmark from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new FrugalBench(
                    settings.extension("evaluator", Evaluator.class),
                    settings.extension("predictor", Predictor.class),
                    settings.integer("evaluated"),
                    known(settings.text("known")));
        }

        private static int[] known(String text) {
            try {
                return Arrays.stream(text.split(","))
                        .mapToInt(number -> Integer.parseInt(number.strip()))
                        .toArray();
            } catch (NumberFormatException e) {
                throw new InvalidInputException(
                        "Setting 'known' must be whole numbers with commas between them, such as 200,1000, but is '"
                                + text + "'.",
                        e);
            }
        }
    }
}
