// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.store.ProblemText;
import org.gidn.experiments.internal.store.RunRow;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;

/**
 * What a large run asks of the store: designs of 128 variables are written in ten iterations and read as views and figures
 * do, beside SQLite used plainly for the same rows. Then what one run among many asks, beside one among few.
 */
public final class StoreBench implements Benchmark {
    private static final DesignSpace SPACE = DesignSpace.binary(16, 8);
    private static final int ITERATIONS = 10;
    private static final int REPETITIONS = 3;
    private static final int BINS = 48;
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
        double plainWriting = seconds(() -> plain.write(measured.designs(), measured.values()));
        cancellation.check();
        double writing = seconds(() -> write(project.database(), measured));
        table.accept(row("write", writing, rows, plainWriting, Files.size(project.database())));
        table.accept(row("write, plain SQLite", plainWriting, rows, plainWriting, Files.size(plain.file())));
        double scan = best(cancellation, REPETITIONS, plain::readValues);
        table.accept(row("read the values, plain SQLite", scan, rows, scan, 0));
        read("open the project", cancellation, table, scan, () -> project.runs().size());
        RunResults results = project.results(1);
        read("histogram", cancellation, table, scan, () -> histogram(results));
        read("10 best designs", cancellation, table, scan, () -> results.best(10));
        read("1,000 best designs", cancellation, table, scan, () -> results.best(1000));
        read(
                "statistics of one iteration",
                cancellation,
                table,
                scan,
                () -> results.statistics(List.of(results.sets().get(0))));
        read("convergence", cancellation, table, scan, results::convergence);
        read("begin another run", cancellation, table, scan, () -> cache(project.database()));
    }

    private static Project project(Path folder, String name) {
        return Project.create(folder.resolve(name), "format: 1\n");
    }

    /** The times of questions about one run of many, as shares of those about one of few. */
    private static void measureRuns(Path folder, Cancellation cancellation, Consumer<List<String>> table) {
        ManyRuns few = new ManyRuns(project(folder, "few"), FEW);
        ManyRuns many = new ManyRuns(project(folder, "many"), MANY);
        compare("all of one run", ManyRuns::readOne, few, many, cancellation, table);
        compare("the last run", runs -> runs.project().lastRun(), few, many, cancellation, table);
        compare("begin another run", ManyRuns::begin, few, many, cancellation, table);
        double list = best(cancellation, REPETITIONS, () -> many.project().runs());
        table.accept(row("the list of runs, " + MANY + " runs", list, MANY, list, 0));
    }

    private static void compare(
            String name,
            Function<ManyRuns, Object> question,
            ManyRuns few,
            ManyRuns many,
            Cancellation cancellation,
            Consumer<List<String>> table) {
        double baseline = Double.POSITIVE_INFINITY;
        double measured = Double.POSITIVE_INFINITY;
        // In turns, so that whatever else the machine does slows both.
        for (int i = 0; i < SHORT_REPETITIONS; i++) {
            baseline = Math.min(baseline, best(cancellation, 1, () -> question.apply(few)));
            measured = Math.min(measured, best(cancellation, 1, () -> question.apply(many)));
        }
        table.accept(row(name + ", " + few.runs() + " runs", baseline, few.runs(), baseline, 0));
        table.accept(row(name + ", " + many.runs() + " runs", measured, many.runs(), baseline, 0));
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

    private static int[] histogram(RunResults results) {
        int[] bins = new int[BINS];
        for (double value : results.values(results.sets()).values()) {
            bins[(int) (value / 200 * BINS)]++;
        }
        return bins;
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

    private void read(
            String name, Cancellation cancellation, Consumer<List<String>> table, double baseline, Task task) {
        table.accept(row(name, best(cancellation, REPETITIONS, task), rows, baseline, 0));
    }

    /** The time of the quickest of some repetitions in seconds. */
    private static double best(Cancellation cancellation, int repetitions, Task task) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < repetitions; i++) {
            cancellation.check();
            best = Math.min(best, seconds(task::run));
        }
        return best;
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
