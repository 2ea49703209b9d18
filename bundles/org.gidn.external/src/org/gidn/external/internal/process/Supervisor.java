// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;

/**
 * Starts programs, and ends them with all that they have started. On Linux a small process beside this one sees to that: it knows
 * them by a mark in their environment, by their parents and by their sessions, and it ends all of them as soon as this process is no
 * more, however it ended. Elsewhere the children of a program are ended that it still has when it is ended.
 *
 * <p>Each program has a session of its own, so that the keys that stop the product in a terminal stop no design. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {
    private static final int POLITE_MILLISECONDS = 300;
    private static final long SWEEP_NANOS = 10_000_000_000L;
    private static final String SCRIPT = script();

    private final String name = "GIDN_TREE_"
            + HexFormat.of().toHexDigits(RandomGenerator.of("SecureRandom").nextLong());
    private final AtomicInteger started = new AtomicInteger();
    private final Optional<Path> setsid = onPath("setsid").filter(file -> Files.exists(Path.of("/proc/self/environ")));
    private final Set<Child> alive = ConcurrentHashMap.newKeySet();
    private final List<String> ended = new ArrayList<>();
    private long swept = System.nanoTime();
    /** Null before the first program, where there is none, and in the end. */
    private Process process;

    private boolean closed;

    private static String script() {
        try (InputStream stream = Supervisor.class.getResourceAsStream("supervisor.sh")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a program.
     *
     * @param folder in which it works
     * @param environment what is set beside what this process has
     * @param together whether what it writes to both streams is to be read as one
     * @throws InvalidInputException if it cannot be started any more
     */
    public Child start(Command command, Path folder, Map<String, String> environment, boolean together) {
        try {
            return started(command, folder, environment, together);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The program " + command.words().get(0) + " cannot be started in " + folder + ": " + e.getMessage()
                            + "; see that it and its folder are still there.",
                    e);
        }
    }

    private Child started(Command command, Path folder, Map<String, String> environment, boolean together)
            throws IOException {
        supervise();
        List<String> words = new ArrayList<>(command.words());
        setsid.ifPresent(file -> words.add(0, file.toString()));
        String value = started.incrementAndGet() + ";";
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(together);
        builder.environment().putAll(environment);
        builder.environment().put(name, value);
        Child child = new Child(builder.start(), name + "=" + value);
        alive.add(child);
        return child;
    }

    private synchronized void supervise() throws IOException {
        if (closed) {
            throw new IllegalStateException("the evaluator is closed");
        }
        if (process == null && setsid.isPresent()) {
            // From a variable, so that lists of processes show a short line.
            ProcessBuilder builder = new ProcessBuilder(
                            setsid.get().toString(),
                            "/bin/sh",
                            "-c",
                            "eval \"$GIDN_SCRIPT\"",
                            "gidn-supervisor",
                            name + "=")
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("GIDN_SCRIPT", SCRIPT);
            process = builder.start();
        }
        if (!ended.isEmpty() && System.nanoTime() - swept > SWEEP_NANOS) {
            sweep(List.of());
        }
    }

    /** Takes note that a program has ended by itself; what it has left behind is ended soon. */
    public synchronized void ended(Child child) {
        alive.remove(child);
        if (process != null) {
            ended.add(child.mark() + "@" + child.process().pid());
        }
    }

    /** Ends a program with all that it has started: it is asked to, and soon made to. */
    public void end(Child child) {
        Process program = child.process();
        List<ProcessHandle> descendants = program.descendants().toList();
        program.destroy();
        try {
            program.waitFor(POLITE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sweep(List.of(child.mark()));
        program.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        alive.remove(child);
    }

    /** Has all ended that carries certain marks, or those of programs that have ended. */
    private synchronized void sweep(List<String> marks) {
        if (process == null) {
            return;
        }
        ended.addAll(marks);
        try {
            process.getOutputStream().write((String.join(" ", ended) + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            if (process.getInputStream().read() < 0) {
                // Somebody has ended it; the next program gets another one.
                process = null;
            }
        } catch (IOException e) {
            process = null;
        }
        ended.clear();
        swept = System.nanoTime();
    }

    /** Ends all programs with all that they have started. */
    @Override
    public synchronized void close() {
        closed = true;
        sweep(List.of(name + "="));
        for (Child child : alive) {
            child.process().descendants().forEach(ProcessHandle::destroyForcibly);
            child.process().destroyForcibly();
        }
        alive.clear();
        if (process != null) {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // It has ended before.
            }
            process = null;
        }
    }
}
