package org.gidn.predictor.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.run.Cancellation;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/** {@link PredictorBench} for the command line. */
public final class PredictorBenchmark implements Benchmark {
    private final PredictorBench.Task task;

    public PredictorBenchmark(PredictorBench.Task task) {
        this.task = task;
    }

    @Override
    public List<String> columns() {
        return List.of("engine", "network", "batch", "threads", "samples/s", "GFLOP/s", "share of peak", "times DL4J");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        PredictorBench.run(
                task,
                cancellation,
                row -> rows.accept(List.of(
                        row.engine(),
                        row.network(),
                        Integer.toString(row.batch()),
                        Integer.toString(row.threads()),
                        String.format(Locale.ROOT, "%,.0f", row.samplesPerSecond()),
                        String.format(Locale.ROOT, "%.1f", row.gflops()),
                        String.format(Locale.ROOT, "%.2f", row.peakShare()),
                        String.format(Locale.ROOT, "%.2f", row.overDl4j()))));
    }

    /** Makes the benchmark of training. */
    public static final class TrainingMaker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new PredictorBenchmark(PredictorBench.Task.TRAINING);
        }
    }

    /** Makes the benchmark of the designer's step. */
    public static final class DesignerMaker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new PredictorBenchmark(PredictorBench.Task.DESIGNER);
        }
    }
}
