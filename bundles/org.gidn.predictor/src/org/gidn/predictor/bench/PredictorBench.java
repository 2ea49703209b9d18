package org.gidn.predictor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gidn.core.execution.Workers;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.RandomStreams;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.Network;
import org.gidn.predictor.internal.Speed;

/**
 * The speed of training and of the designer's step, for the paper's two networks, beside DL4J and the machine's peak of
 * single-precision matrix products.
 */
public final class PredictorBench {
    /** What is measured. */
    public enum Task {
        TRAINING,
        DESIGNER
    }

    private record Case(int inputs, int neurons, int batch) {}

    private static final int LAYERS = 6;
    private static final List<Case> CASES =
            List.of(new Case(128, 256, 10_000), new Case(32, 64, 10_000), new Case(32, 64, 1_000));

    private PredictorBench() {}

    /**
     * Measures all cases on one and two threads.
     *
     * @param rows told of each figure as soon as it is known
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static List<BenchRow> run(Task task, Cancellation cancellation, Consumer<BenchRow> rows) {
        List<BenchRow> all = new ArrayList<>();
        for (int threads = 1; threads <= Math.min(2, Runtime.getRuntime().availableProcessors()); threads++) {
            Workers workers = new Workers(threads, cancellation);
            for (Case one : CASES) {
                measure(task, one, workers, row -> {
                    all.add(row);
                    rows.accept(row);
                });
            }
        }
        return all;
    }

    private static void measure(Task task, Case one, Workers workers, Consumer<BenchRow> rows) {
        int[] hidden = new int[LAYERS];
        Arrays.fill(hidden, one.neurons());
        Architecture shape = new Architecture(one.inputs(), hidden);
        RandomGenerator random = new RandomStreams(1).stream("benchmark");
        Network network = new Network(shape, shape.initialParameters(random));
        try (Speed speed = new Speed(network, one.batch(), workers, random)) {
            // All three are measured in turn, so that what else the machine does falls on each alike.
            Speed.Seconds seconds = task == Task.TRAINING ? speed.training() : speed.inputGradients();
            double work = one.batch() * operations(task, shape) / 1e9;
            String name = task.name().toLowerCase(Locale.ROOT);
            rows.accept(row("dl4j", name, shape, one.batch(), workers, work, seconds.dl4j(), seconds));
            rows.accept(row("tiled", name, shape, one.batch(), workers, work, seconds.tiled(), seconds));
        }
    }

    private static BenchRow row(
            String engine,
            String task,
            Architecture shape,
            int batch,
            Workers workers,
            double work,
            double time,
            Speed.Seconds seconds) {
        return new BenchRow(
                engine,
                task,
                shape.toString(),
                batch,
                workers.threads(),
                batch / time,
                work / time,
                work / time / seconds.peakGflops(),
                seconds.dl4j() / time);
    }

    /** Floating point operations for one sample: two a weight and pass; the passes that nobody needs are not counted. */
    private static double operations(Task task, Architecture shape) {
        double weights = shape.parameters();
        return task == Task.TRAINING ? 6 * weights - 2 * shape.firstLayerWeights() : 4 * weights;
    }
}
