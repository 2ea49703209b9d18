// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.processes.Processes;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * What it costs to have designs evaluated by workers, which are processes on this machine: two of one core against one, the share of their
 * time that they evaluate, the time from the start to the first value, and how many chunks a driver of a thousand workers hands out and
 * takes in.
 */
public final class ClusterBench implements Benchmark {
    private static final double QUICK = 1e-3;
    private static final int QUICK_DESIGNS = 10_000;
    private static final double SLOW = 0.1;
    private static final int SLOW_DESIGNS = 300;
    private static final String CRACK = "org.gidn.fem.crackToughness";
    private static final int CRACK_SIZE = 32;
    private static final int CRACK_DESIGNS = 10_000;
    private static final int MANY = 1000;
    private static final int MANY_CHUNKS = 20_000;
    private static final int LEASE = 60;

    @Override
    public List<String> columns() {
        return List.of("measured", "workers", "value", "unit", "baseline", "its value", "times baseline");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        inFolder(folder -> measure(folder, cancellation, rows));
    }

    @Override
    public void run(
            BiFunction<String, Map<String, String>, EvaluatorSource> evaluators,
            Cancellation cancellation,
            Consumer<List<String>> rows) {
        run(cancellation, rows);
        EvaluatorSource crack = evaluators.apply(CRACK, Map.of("size", String.valueOf(CRACK_SIZE)));
        String measured = "batch of crackToughness " + CRACK_SIZE + "x" + CRACK_SIZE;
        inFolder(folder -> twoAgainstOne(folder, measured, crack, CRACK_DESIGNS, cancellation, rows));
    }

    private static void inFolder(Consumer<Path> measurement) {
        try {
            Path folder = Files.createTempDirectory("gidn-bench");
            try {
                measurement.accept(folder);
            } finally {
                Pools.closeAll();
                Spool.deleteAll(folder);
            }
        } catch (IOException e) {
            throw new InvalidInputException("The temporary folder cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static void measure(Path folder, Cancellation cancellation, Consumer<List<String>> rows) {
        EvaluatorSource slow = Busy.taking(SLOW);
        double first = seconds(new Processes(), folder, slow, 2, 1, false, cancellation);
        row(rows, "start to first value", 2, first, "s", "", Double.NaN);
        double all = seconds(new Processes(), folder, slow, 2, SLOW_DESIGNS, true, cancellation);
        double alone = SLOW_DESIGNS * local(slow, cancellation) / 2;
        row(rows, "batch of 0.1 s a design", 2, all, "s", "the evaluations alone", alone);
        twoAgainstOne(folder, "batch of 1 ms a design", Busy.taking(QUICK), QUICK_DESIGNS, cancellation, rows);
        double many = seconds(new FakeWorkers(), folder, Busy.source(1), MANY, MANY_CHUNKS, true, cancellation);
        row(rows, "driver's chunks", MANY, MANY_CHUNKS / many, "chunks/s", "what they ask for", MANY / 10.0);
    }

    private static void twoAgainstOne(
            Path folder,
            String measured,
            EvaluatorSource source,
            int designs,
            Cancellation cancellation,
            Consumer<List<String>> rows) {
        double one = designs / seconds(new Processes(), folder, source, 1, designs, true, cancellation);
        double two = designs / seconds(new Processes(), folder, source, 2, designs, true, cancellation);
        row(rows, measured, 2, two, "designs/s", "one worker", one);
    }

    /** What a design takes here without workers, in seconds: as many threads as there are workers. */
    private static double local(EvaluatorSource source, Cancellation cancellation) {
        int count = 20;
        Task half = task(source, count);
        long start = System.nanoTime();
        new org.gidn.core.execution.LocalExecutor(2).evaluate(half, Phase.SILENT, cancellation);
        return (System.nanoTime() - start) * 1e-9 / count * 2;
    }

    private static Task task(EvaluatorSource source, int count) {
        DesignBatch designs = new RandomSampler(false)
                .sample(source.here().space(), count, new RandomStreams(1).stream("bench"), Cancellation.NONE);
        return new Task(source, designs, false, null);
    }

    /**
     * How long a batch takes.
     *
     * @param warm whether workers are started and have learned before
     */
    private static double seconds(
            Engine engine,
            Path folder,
            EvaluatorSource source,
            int workers,
            int designs,
            boolean warm,
            Cancellation cancellation) {
        ClusterSettings settings = new ClusterSettings(folder, workers, 1, 0, LEASE, 0, "");
        Task task = task(source, designs);
        try (ClusterExecutor executor = new ClusterExecutor(engine, settings)) {
            if (warm) {
                executor.evaluate(task.slice(0, designs / 10), Phase.SILENT, cancellation);
            }
            long start = System.nanoTime();
            executor.evaluate(task, Phase.SILENT, cancellation);
            return (System.nanoTime() - start) * 1e-9;
        } finally {
            Pools.closeAll();
        }
    }

    private static void row(
            Consumer<List<String>> rows,
            String measured,
            int workers,
            double value,
            String unit,
            String baseline,
            double other) {
        rows.accept(List.of(
                measured,
                String.valueOf(workers),
                number(value),
                unit,
                baseline,
                Double.isNaN(other) ? "" : number(other),
                Double.isNaN(other) ? "" : String.format(Locale.ROOT, "%.2f", value / other)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Makes the benchmark. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new ClusterBench();
        }
    }
}
