// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.declared.OutputsText;
import org.gidn.external.internal.declared.VariablesText;
import org.gidn.external.internal.files.DesignFolders;
import org.gidn.external.internal.files.FilesEvaluator;
import org.gidn.external.internal.process.Command;
import org.gidn.external.internal.process.Surroundings;
import org.gidn.external.internal.program.Program;
import org.gidn.external.internal.streams.StreamsEvaluator;

/**
 * What the exchange with a program costs that returns at once, for designs of 128 binary variables and through one process at a time:
 * by its standard streams beside {@code cat}, which gives back the same designs a line each, and by files beside the mere start of the
 * program.
 */
public final class ExternalBench implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int BATCH = 1_000;
    private static final int ANSWERED = 20_000;
    private static final int STARTED = 100;

    private static final String PYTHON = """
            from gidn import evaluator

            @evaluator(batch=%d)
            def nothing(cells):
                return [1.0] * len(cells)

            nothing.serve()
            """;
    /** As where it is not installed. */
    private static final String NO_NUMPY = "import sys\nsys.modules['numpy'] = None\n";

    @Override
    public List<String> columns() {
        return List.of(
                "exchange", "program", "designs/s", "baseline", "its designs/s", "times baseline", "ms beyond it");
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        try {
            Path folder = Files.createTempDirectory("gidn-bench");
            try {
                measure(folder, cancellation, rows);
            } finally {
                DesignFolders.delete(folder);
            }
        } catch (IOException e) {
            throw new InvalidInputException("The temporary folder cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static void measure(Path folder, Cancellation cancellation, Consumer<List<String>> rows)
            throws IOException {
        String python = String.format(Locale.ROOT, PYTHON, BATCH);
        Files.writeString(folder.resolve("arrays.py"), python);
        Files.writeString(folder.resolve("lists.py"), NO_NUMPY + python);
        Files.writeString(folder.resolve("one.sh"), "echo sum 1 > out.txt\n");
        Files.createDirectories(folder.resolve("template"));
        Files.writeString(folder.resolve("template/in.txt"), "${cells}\n");
        if (found("python3") && Surroundings.python().isPresent()) {
            streams(folder, "arrays.py", "Python with numpy", cancellation, rows);
            streams(folder, "lists.py", "Python without numpy", cancellation, rows);
        }
        files(folder, cancellation, rows);
    }

    private static boolean found(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    private static Program program(Path folder, String command) {
        return new Program(
                VariablesText.parse("cells: 16 x 8 binary"),
                OutputsText.parse("sum"),
                Command.of(command, false, folder),
                Surroundings.of(""),
                folder,
                List.of(),
                1,
                60,
                0);
    }

    private static DesignBatch designs(Evaluator evaluator, int count) {
        return new RandomSampler(false)
                .sample(evaluator.space(), count, new RandomStreams(1).stream("bench"), Cancellation.NONE);
    }

    private static void streams(
            Path folder, String script, String name, Cancellation cancellation, Consumer<List<String>> rows)
            throws IOException {
        double[] seconds = new double[ROUNDS];
        double[] baseline = new double[ROUNDS];
        try (Evaluator evaluator = StreamsEvaluator.of(program(folder, "python3 " + script), 0)) {
            DesignBatch designs = designs(evaluator, ANSWERED);
            evaluator.evaluate(designs, cancellation);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                evaluator.evaluate(designs, cancellation);
                seconds[round] = (System.nanoTime() - start) * 1e-9;
                baseline[round] = echoed(evaluator, designs, cancellation);
            }
        }
        row("streams, " + BATCH + " at a time", name, ANSWERED, seconds, "cat", baseline, rows);
    }

    /** How long the same designs take to {@code cat} and back, as many at a time. */
    private static double echoed(Evaluator evaluator, DesignBatch designs, Cancellation cancellation)
            throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (int from = 0; from < designs.size(); from += BATCH) {
            StringBuilder text = new StringBuilder();
            for (int i = from; i < from + BATCH; i++) {
                text.append(DesignText.format(evaluator.space(), designs, i)).append('\n');
            }
            lines.add(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        Process cat = new ProcessBuilder("cat").start();
        try (OutputStream out = cat.getOutputStream();
                InputStream in = cat.getInputStream()) {
            long start = System.nanoTime();
            for (byte[] line : lines) {
                cancellation.check();
                // No more than a pipe holds, since nobody reads meanwhile.
                for (int at = 0; at < line.length; at += 1 << 14) {
                    int count = Math.min(line.length - at, 1 << 14);
                    out.write(line, at, count);
                    out.flush();
                    in.readNBytes(count);
                }
            }
            return (System.nanoTime() - start) * 1e-9;
        } finally {
            cat.destroy();
        }
    }

    private static void files(Path folder, Cancellation cancellation, Consumer<List<String>> rows) throws IOException {
        double[] seconds = new double[ROUNDS];
        double[] baseline = new double[ROUNDS];
        Program program = program(folder, "sh one.sh");
        Path designs = folder.resolve("designs");
        try (Evaluator evaluator = new FilesEvaluator(
                program, folder.resolve("template"), "sum: out.txt line sum", designs, FilesEvaluator.Keep.NEVER)) {
            DesignBatch batch = designs(evaluator, STARTED);
            evaluator.evaluate(batch, cancellation);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                evaluator.evaluate(batch, cancellation);
                seconds[round] = (System.nanoTime() - start) * 1e-9;
                baseline[round] = started(program, folder, cancellation);
            }
        }
        row("files, a process a design", "shell", STARTED, seconds, "the start itself", baseline, rows);
    }

    /** How long it takes to start the program as often and to wait for it. */
    private static double started(Program program, Path folder, Cancellation cancellation) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < STARTED; i++) {
            cancellation.check();
            try {
                new ProcessBuilder(program.command().words())
                        .directory(folder.toFile())
                        .start()
                        .waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    private static void row(
            String exchange,
            String program,
            int designs,
            double[] seconds,
            String name,
            double[] baseline,
            Consumer<List<String>> rows) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, i -> seconds[i] / baseline[i]);
        double own = Statistics.median(seconds) / designs;
        double other = Statistics.median(baseline) / designs;
        rows.accept(List.of(
                exchange,
                program,
                String.format(Locale.ROOT, "%.0f", 1 / own),
                name,
                String.format(Locale.ROOT, "%.0f", 1 / other),
                String.format(Locale.ROOT, "%.2f", Statistics.median(ratios)),
                String.format(Locale.ROOT, "%.3f", 1e3 * (own - other))));
    }

    /** Makes the benchmark. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new ExternalBench();
        }
    }
}
