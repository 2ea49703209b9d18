// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.store.ProblemText;
import org.gidn.experiments.internal.store.RunRow;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;

/**
 * What a large run asks of the store: designs of 128 variables are written in ten iterations and read as views and figures
 * do, beside a plain table of the same rows that is believed, and
 * what of that the checksums take. Then what one run among many asks, beside one among few.
 */
public final class StoreBench implements Benchmark {
    private static final DesignSpace SPACE = DesignSpace.binary(16, 8);
    private static final int ITERATIONS = 10;
    private static final int REPETITIONS = 5;
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    /** Questions about a small run take a few milliseconds each. */
    private static final int SHORT_REPETITIONS = 50;

    private final int rows;

    /**
     * @param rows number of evaluations
     */
    public StoreBench(int rows) {
        this.rows = rows;
    }

    @Override
    public List<String> columns() {
        return List.of("task", "time", "rows/s", "size", "times baseline");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> table) {
        try {
            Path folder = Files.createTempDirectory("gidn-bench");
            try {
                measure(project(folder, "project"), folder, cancellation, table);
                measureRuns(folder, cancellation, table);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new InvalidInputException("The temporary folder cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void measure(Project project, Path folder, Cancellation cancellation, Consumer<List<String>> table)
            throws IOException {
        Measured measured = measured();
        PlainSqlite plain = new PlainSqlite(folder.resolve("plain.sqlite"));
        // In turns, so that whatever else the machine does slows both.
        double plainWriting = Double.POSITIVE_INFINITY;
        double writing = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPETITIONS; i++) {
            cancellation.check();
            Files.deleteIfExists(plain.file());
            plainWriting = Math.min(
                    plainWriting, seconds(() -> plain.write(measured.designs(), measured.values(), ITERATIONS)));
            Files.deleteIfExists(project.database());
            writing = Math.min(writing, seconds(() -> write(project.database(), measured)));
        }
        table.accept(row("  a plain table", plainWriting, rows, plainWriting, Files.size(plain.file())));
        table.accept(row("write", writing, rows, plainWriting, Files.size(project.database())));
        ChecksumCost cost = new ChecksumCost(measured.designs(), measured.values());
        table.accept(cost.row(least(cost::rowsWritten), writing));
        Comparison reading = new Comparison(rows, REPETITIONS, cancellation, table);
        double values = reading.of(
                "read all values",
                () -> plain.sum("SELECT value, predicted FROM evaluation ORDER BY candidate_set, position", 2),
                () -> all(project).values(all(project).sets()));
        table.accept(cost.row(least(cost::valuesRead), values));
        double designs = reading.of(
                "read all designs",
                () -> plain.designs("SELECT design FROM evaluation ORDER BY candidate_set, position"),
                () -> all(project).designs(all(project).sets()));
        table.accept(cost.row(least(cost::designsRead), designs));
        reading.of(
                "convergence",
                () -> plain.sum("SELECT value, spent FROM evaluation ORDER BY candidate_set, position", 2),
                () -> all(project).convergence());
        for (int count : new int[] {10, 1_000}) {
            Task best = () -> plain.designs("SELECT * FROM evaluation ORDER BY value DESC, spent LIMIT " + count);
            reading.of(count + " best designs, asked for first", best, () -> all(project)
                    .best(count));
            RunResults read = all(project);
            read.values(read.sets());
            reading.of(count + " best designs, once values are read", best, () -> read.best(count));
        }
        reading.of(
                "begin another run, which looks for known designs",
                "reading the same rows",
                () -> plain.designs("SELECT design, value FROM evaluation"),
                () -> cache(project.database()));
    }

    /** What nobody has asked yet. */
    private static RunResults all(Project project) {
        return project.results(1);
    }

    private static Project project(Path folder, String name) {
        return Project.create(folder.resolve(name), "format: 1\n");
    }

    /** The times of questions about one run of many, as shares of those about one of few. */
    private static void measureRuns(Path folder, Cancellation cancellation, Consumer<List<String>> table) {
        ManyRuns few = new ManyRuns(project(folder, "few"), FEW);
        ManyRuns many = new ManyRuns(project(folder, "many"), MANY);
        Comparison comparison = new Comparison(1, SHORT_REPETITIONS, cancellation, table);
        comparison.of("all of one run of " + MANY, "of " + FEW, few::readOne, many::readOne);
        comparison.of("the last run of " + MANY, "of " + FEW, few.project()::lastRun, many.project()::lastRun);
        comparison.of("begin another run after " + MANY, "after " + FEW, few::begin, many::begin);
        Comparison lists = new Comparison(MANY, REPETITIONS, cancellation, table);
        List<RunRecord> runs = many.project().runs();
        lists.of("how all of " + MANY + " runs went", "the list of them", many.project()::runs, () -> many.project()
                .curves(runs));
    }

    /** The shortest of some times. */
    private static double least(Runnable task) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPETITIONS; i++) {
            least = Math.min(least, seconds(task));
        }
        return least;
    }

    private record Measured(DesignBatch designs, double[] values) {}

    private Measured measured() {
        RandomGenerator random = new RandomStreams(1).stream("benchmark");
        return new Measured(
                DesignBatch.ofBits(SPACE.variables(), random.longs(2L * rows).toArray()),
                random.doubles(rows, 0, 200).toArray());
    }

    private void write(Path file, Measured measured) {
        try (StoreWriter store = new StoreWriter(file)) {
            ProblemText problem = new ProblemText(List.of(new Output("value", "", Goal.MAXIMISE)), SPACE);
            store.create(new RunRow("Benchmark", 1, "none", "none", "{}", problem.write(), "{}", "{}"));
            double[] values = measured.values();
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                int from = iteration * (rows / ITERATIONS);
                int to = iteration == ITERATIONS - 1 ? rows : from + rows / ITERATIONS;
                Candidates candidates =
                        Candidates.of(measured.designs().slice(from, to), Candidates.INVERSE, iteration);
                for (int i = from; i < to; i++) {
                    store.add(candidates, i - from, new StoreWriter.Row(new double[] {values[i]}, null, null, i + 1));
                }
                store.commitNowAndThen();
            }
            store.finish(RunState.DONE, null, rows, Double.NaN);
        }
    }

    private static Object cache(Path file) {
        try (StoreWriter store = new StoreWriter(file)) {
            return store.cache("none", SPACE.variables(), 1);
        }
    }

    @FunctionalInterface
    private interface Task {
        Object run();
    }

    /**
     * Measures questions beside their baselines.
     *
     * @param count rows that are asked for
     */
    private record Comparison(int count, int repetitions, Cancellation cancellation, Consumer<List<String>> table) {
        double of(String name, Task baseline, Task task) {
            return of(name, "a plain table", baseline, task);
        }

        /** In turns, so that whatever else the machine does slows both; returns what the task takes. */
        double of(String name, String baselineName, Task baseline, Task task) {
            double baselineSeconds = Double.POSITIVE_INFINITY;
            double seconds = Double.POSITIVE_INFINITY;
            for (int i = 0; i < repetitions; i++) {
                cancellation.check();
                baselineSeconds = Math.min(baselineSeconds, seconds(baseline::run));
                seconds = Math.min(seconds, seconds(task::run));
            }
            table.accept(row("  " + baselineName, baselineSeconds, count, baselineSeconds, 0));
            table.accept(row(name, seconds, count, baselineSeconds, 0));
            return seconds;
        }
    }

    private static double seconds(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) * 1e-9;
    }

    private static List<String> row(String task, double seconds, int count, double baseline, long bytes) {
        return List.of(
                task,
                String.format(Locale.ROOT, "%.4f s", seconds),
                String.format(Locale.ROOT, "%,.0f", count / seconds),
                bytes == 0 ? "" : String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6),
                String.format(Locale.ROOT, "%.2f", baseline / seconds));
    }

    /** Makes the benchmark from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new StoreBench(settings.integer("rows"));
        }
    }
}
