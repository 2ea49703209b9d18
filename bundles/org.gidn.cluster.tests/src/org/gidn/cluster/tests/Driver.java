// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.cluster.internal.processes.Processes;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.Task;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/** A process of its own that has workers evaluate designs, to be killed. */
final class Driver {
    static final int DESIGNS = 60;
    static final long STEPS = 5_000_000;

    private Driver() {}

    /** @param arguments the shared folder, and the file that has the values when all is done */
    public static void main(String[] arguments) throws Exception {
        Task task = Batch.task(Slow.source(STEPS, ""), DESIGNS);
        try (ClusterExecutor executor = executor(Path.of(arguments[0]))) {
            double[] found =
                    executor.evaluate(task, Phase.SILENT, Cancellation.NONE).values(0);
            Files.writeString(Path.of(arguments[1]), Arrays.toString(found));
        }
    }

    static ClusterExecutor executor(Path shared) {
        return new ClusterExecutor(new Processes(), new ClusterSettings(shared, 2, 1, 0, 60, 0, ""));
    }

    static Process start(Path shared, Path done) throws IOException {
        String path = Stream.of(Driver.class, ClusterExecutor.class, Evaluator.class, JsonFactory.class)
                .map(Slow::place)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        Driver.class.getName(),
                        shared.toString(),
                        done.toString()))
                .inheritIO()
                .start();
    }
}
