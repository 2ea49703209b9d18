package org.gidn.predictor.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.execution.Workers;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
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
                "network", "batch", "threads", "engine", "samples/s", "GFLOP/s", "share of sgemm peak", "times DL4J");
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
            Speed.Seconds seconds = task == Task.TRAINING ? speed.training() : speed.inputGradients();
            rows.accept(row("dl4j", shape, one.batch(), workers.threads(), seconds.dl4j(), seconds));
            rows.accept(row("tiled", shape, one.batch(), workers.threads(), seconds.tiled(), seconds));
        }
    }

    private List<String> row(
            String engine, Architecture shape, int batch, int threads, double time, Speed.Seconds seconds) {
        double gflops = batch * operations(shape) / time / 1e9;
        return List.of(
                shape.toString(),
                Integer.toString(batch),
                Integer.toString(threads),
                engine,
                String.format(Locale.ROOT, "%.0f", batch / time),
                String.format(Locale.ROOT, "%.1f", gflops),
                String.format(Locale.ROOT, "%.2f", gflops / seconds.peakGflops()),
                String.format(Locale.ROOT, "%.2f", seconds.dl4j() / time));
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
