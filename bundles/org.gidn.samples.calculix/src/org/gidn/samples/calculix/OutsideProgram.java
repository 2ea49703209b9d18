// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.calculix;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;

/** Calls a program in a folder of its own, with a time limit, so that the user can stop it at any time. */
final class OutsideProgram {
    private static final int POLL_MILLISECONDS = 20;

    private final String executable;
    private final double timeout;

    /** Reads a program's results from its folder. */
    interface Work {
        /** Writes the input; returns the program's arguments. */
        List<String> write(Path folder) throws IOException;

        /**
         * Reads the value.
         *
         * @throws Failure if there is none
         */
        double read(Path folder) throws IOException, Failure;
    }

    /** A design has no value; the message says why, for the user. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    /**
     * @param executable name or file of the program
     * @param timeout longest time of a call, in seconds
     * @throws InvalidInputException if there is no such program
     */
    OutsideProgram(String executable, double timeout) {
        this.executable = executable;
        this.timeout = timeout;
        Path file = Path.of(executable);
        boolean found = file.getNameCount() > 1 || file.isAbsolute()
                ? Files.isExecutable(file)
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .flatMap(folder -> Stream.of("", ".exe").map(suffix -> Path.of(folder, executable + suffix)))
                        .anyMatch(Files::isExecutable);
        if (!found) {
            throw new InvalidInputException("CalculiX was not found: there is no program '" + executable + "'"
                    + (file.getNameCount() > 1 ? "" : " on the path") + "; install it (on Debian and Ubuntu the package"
                    + " calculix-ccx), or name its file by the setting 'executable'.");
        }
    }

    /**
     * Runs the program once.
     *
     * @throws Failure if it fails or takes too long
     * @throws CancellationException if cancelled; the program is ended first
     */
    double run(Work work, Cancellation cancellation) throws IOException, Failure {
        Path folder = Files.createTempDirectory("gidn-calculix");
        try {
            List<String> arguments = work.write(folder);
            Path log = folder.resolve("log.txt");
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(executable), arguments.stream())
                            .toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // The run itself keeps all cores busy.
            builder.environment().put("OMP_NUM_THREADS", "1");
            int status = await(builder.start(), cancellation);
            if (status != 0) {
                throw new Failure("CalculiX ended with status " + status + ": " + complaint(log));
            }
            return work.read(folder);
        } finally {
            delete(folder);
        }
    }

    private int await(Process process, Cancellation cancellation) throws Failure {
        long end = System.nanoTime() + (long) (timeout * 1e9);
        try {
            while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                cancellation.check();
                if (System.nanoTime() > end) {
                    throw new Failure(
                            "CalculiX took longer than the " + timeout + " s that the setting 'timeout' allows.");
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The first error that CalculiX tells, else its last line. */
    private static String complaint(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith("*ERROR"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing." : lines.get(lines.size() - 1));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
