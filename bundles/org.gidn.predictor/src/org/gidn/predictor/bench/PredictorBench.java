// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.Network;
import org.gidn.predictor.internal.Speed;

/**
 * The speed of training, or of the designer's step (outputs and their gradients with respect to the inputs), for the
 * paper's two networks, beside DL4J and the machine's peak of single-precision matrix products. Operations are those that
 * the task needs, whatever an engine does.
 *
 * @since 1.0
 */
public final class PredictorBench implements Benchmark {
    /** What is measured. */
    public enum Task {
        TRAINING,
        DESIGNER
    }

    private record Case(int inputs, int neurons, int batch) {}

    private static final int LAYERS = 6;
    private static final List<Case> CASES =
            List.of(new Case(128, 256, 10_000), new Case(32, 64, 10_000), new Case(32, 64, 1_000));

    private final Task task;
    private final int mostThreads;

    /**
     * @param task what is measured
     * @param mostThreads it is measured on 1 thread up to so many
     */
    public PredictorBench(Task task, int mostThreads) {
        this.task = task;
        this.mostThreads = mostThreads;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "network",
                "batch",
                "threads",
                "engine",
                "samples/s",
                "GFLOP/s",
                "share of sgemm peak",
                "times DL4J",
                "times one thread");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        for (int threads = 1; threads <= mostThreads; threads++) {
            for (Case one : CASES) {
                measure(one, new Workers(threads, cancellation), rows);
            }
        }
    }

    private void measure(Case one, Workers workers, Consumer<List<String>> rows) {
        int[] hidden = new int[LAYERS];
        Arrays.fill(hidden, one.neurons());
        Architecture shape = new Architecture(one.inputs(), hidden);
        RandomGenerator random = new RandomStreams(1).stream("benchmark");
        Network network = new Network(shape, shape.initialParameters(random));
        try (Speed speed = new Speed(network, one.batch(), workers, random)) {
            Speed.Rates rates = task == Task.TRAINING ? speed.training() : speed.inputGradients();
            double operations = one.batch() * operations(shape) / 1e9;
            double[] peak = times(Speed.Rates.PRODUCT / 1e9, rates.products());
            double[] dl4j = times(operations, rates.dl4j());
            double[] tiled = times(operations, rates.tiled());
            List<List<String>> measured = List.of(
                    List.of("dl4j", samples(one, rates.dl4j()), median(dl4j), ratio(dl4j, peak), "1.00", ""),
                    List.of(
                            "tiled",
                            samples(one, rates.tiled()),
                            median(tiled),
                            ratio(tiled, peak),
                            ratio(tiled, dl4j),
                            ratio(rates.tiled(), rates.tiledAlone())),
                    List.of("sgemm", "", median(peak), "1.00", "", ratio(rates.products(), rates.productsAlone())));
            for (List<String> cells : measured) {
                List<String> row = new ArrayList<>(
                        List.of(shape.toString(), Integer.toString(one.batch()), Integer.toString(workers.threads())));
                row.addAll(cells);
                rows.accept(row);
            }
        }
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static String samples(Case one, double[] batches) {
        return String.format(Locale.ROOT, "%.0f", one.batch() * Statistics.median(batches));
    }

    private static String median(double[] values) {
        return String.format(Locale.ROOT, "%.1f", Statistics.median(values));
    }

    /** The median of the rounds' own ratios: a round is short, so that the machine is as fast for both. */
    private static String ratio(double[] one, double[] other) {
        double[] ratios = new double[one.length];
        Arrays.setAll(ratios, i -> one[i] / other[i]);
        return String.format(Locale.ROOT, "%.2f", Statistics.median(ratios));
    }

    /** Floating point operations for one sample: two a weight and pass; the passes that nobody needs are not counted. */
    private double operations(Architecture shape) {
        double weights = shape.parameters();
        return task == Task.TRAINING ? 6 * weights - 2 * shape.firstLayerWeights() : 4 * weights;
    }

    /** Makes the benchmark of training. */
    public static final class TrainingMaker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new PredictorBench(Task.TRAINING, settings.integer("threads"));
        }
    }

    /** Makes the benchmark of the designer's step. */
    public static final class DesignerMaker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new PredictorBench(Task.DESIGNER, settings.integer("threads"));
        }
    }
}
