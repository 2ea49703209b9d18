// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.PackedFolder;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;

/**
 * Makes whole runs, each by a program {@code gidn} of its own. What goes in is a project without results, as a {@link PackedFolder}; what
 * comes out are the project's database and the files of its one run.
 */
public final class WholeRuns implements PieceWork {
    /** What the recipe calls it. */
    public static final String ID = "org.gidn.cluster.wholeRuns";
    /** The setting that has the command. */
    public static final String COMMAND = "command";

    private static final String EXPERIMENT = "experiment.yaml";
    private static final String DATABASE = "results.sqlite";
    private static final String RUN = "runs/1";
    /** What a run ends with that has come to its end, well or not. */
    private static final List<Integer> ENDED = List.of(0, 1);

    private static final int PAUSE_MILLIS = 100;
    private static final int LAST_CHARACTERS = 1000;

    /** Shows by the way of its designer that networks and values have the same bits. */
    private static final String TRIAL = """
            format: 2
            title: Trial
            problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}
            optimiser: {use: org.gidn.designer.gidn, samples: 40, starts: 4, recordedPaths: 4,
              predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 16, epochs: 20}}
            """;

    private static final String TRIAL_RESULT = RUN + "/paths-0.csv";

    private final String command;

    /**
     * @param command the program, as a shell has it
     */
    public WholeRuns(String command) {
        this.command = command;
    }

    @Override
    public byte[] piece(byte[] input, Workers workers, Listener listener) {
        boolean trial = input.length == 0;
        try {
            Path root = Files.createTempDirectory("gidn-run-");
            try {
                Path project = root.resolve("project");
                (trial ? trialProject() : PackedFolder.of(input)).unpack(project);
                run(root, workers.threads(), workers.cancellation());
                List<Path> wanted = trial
                        ? List.of(project.resolve(TRIAL_RESULT))
                        : List.of(project.resolve(DATABASE), project.resolve(RUN));
                return PackedFolder.pack(project, wanted).bytes();
            } finally {
                delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackedFolder trialProject() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(EXPERIMENT, TRIAL.getBytes(StandardCharsets.UTF_8));
        return new PackedFolder(files);
    }

    private void run(Path root, int threads, Cancellation cancellation) throws IOException {
        Path output = root.resolve("output.txt");
        Process process = new ProcessBuilder("sh", "-c", "exec " + command + " run project --threads " + threads)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        boolean stored = Files.exists(root.resolve("project").resolve(DATABASE));
        if (!ENDED.contains(process.exitValue()) || !stored) {
            String text = Files.readString(output).strip();
            throw new InvalidInputException("'" + command + "' makes no run on " + Machine.host() + ", but ends with "
                    + process.exitValue() + ": "
                    + text.substring(Math.max(0, text.length() - LAST_CHARACTERS))
                    + "; name the program gidn of the machines with the executor's setting 'gidn'.");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A small run. */
    @Override
    public byte[] trial() {
        return new byte[0];
    }

    /** Makes it on a worker. */
    public static final class Maker implements Factory<PieceWork> {
        @Override
        public PieceWork create(Settings settings) {
            return new WholeRuns(settings.text(COMMAND));
        }
    }
}
