// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.bench;

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
import org.gidn.predictor.internal.Activation;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.Network;
import org.gidn.predictor.internal.Speed;

/**
 * The speed of learning values with their gradients, beside learning values alone, DL4J (which learns no gradients) and the
 * machine's peak of single-precision matrix products, for networks and batches as few evaluations want them; on one thread.
 * Operations are those that the task needs.
 *
 * @since 1.0
 */
public final class GradientBench implements Benchmark {
    private record Case(int inputs, int neurons) {}

    private static final List<Case> CASES = List.of(new Case(32, 64), new Case(128, 128));
    private static final int LAYERS = 2;
    private static final int BATCH = 128;

    @Override
    public List<String> columns() {
        return List.of(
                "network",
                "batch",
                "learned",
                "engine",
                "steps/s",
                "GFLOP/s",
                "share of sgemm peak",
                "times DL4J",
                "time of values");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        for (Case one : CASES) {
            measure(one, new Workers(1, cancellation), rows);
        }
    }

    private static void measure(Case one, Workers workers, Consumer<List<String>> rows) {
        int[] hidden = new int[LAYERS];
        Arrays.fill(hidden, one.neurons());
        Architecture shape = new Architecture(one.inputs(), hidden, 1, Activation.SILU);
        RandomGenerator random = new RandomStreams(1).stream("benchmark");
        Network network = new Network(shape, shape.initialParameters(random));
        try (Speed speed = new Speed(network, BATCH, workers, random)) {
            Speed.Rates rates = speed.gradientTraining();
            double first = shape.firstLayerWeights();
            double values = BATCH * (6 * (double) shape.parameters() - 2 * first);
            double both = BATCH * (12 * (double) shape.parameters() - 2 * first);
            double[][] steps = {rates.dl4j(), rates.tiledAlone(), rates.tiled()};
            String[][] names = {{"values", "dl4j"}, {"values", "tiled"}, {"values and gradients", "tiled"}};
            for (int i = 0; i < steps.length; i++) {
                double operations = i < 2 ? values : both;
                rows.accept(List.of(
                        shape.toString(),
                        Integer.toString(BATCH),
                        names[i][0],
                        names[i][1],
                        String.format(Locale.ROOT, "%.0f", Statistics.median(steps[i])),
                        String.format(Locale.ROOT, "%.1f", operations * Statistics.median(steps[i]) / 1e9),
                        ratio(steps[i], rates.productsAlone(), operations / Speed.Rates.PRODUCT),
                        ratio(steps[i], rates.dl4j(), 1),
                        ratio(rates.tiledAlone(), steps[i], 1)));
            }
        }
    }

    /** The median of the rounds' own ratios: a round is short, so that the machine is as fast for both. */
    private static String ratio(double[] one, double[] other, double factor) {
        double[] ratios = new double[one.length];
        Arrays.setAll(ratios, i -> factor * one[i] / other[i]);
        return String.format(Locale.ROOT, "%.2f", Statistics.median(ratios));
    }

    /** Makes the benchmark. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new GradientBench();
        }
    }
}
