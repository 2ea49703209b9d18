// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two folders that show each other's changes late, as two machines see a folder whose server is slow: what is written or deleted in one
 * is so in the other after a while.
 */
final class LateCopies implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(50);

    private final Path one;
    private final Path other;
    private final Duration delay;
    private final Map<String, Long> agreed = new HashMap<>();
    private final Map<String, Long> noticed = new HashMap<>();
    private final Thread thread = new Thread(this::run, "late-copies");
    private volatile boolean closed;

    LateCopies(Path one, Path other, Duration delay) {
        this.one = one;
        this.other = other;
        this.delay = delay;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                Thread.sleep(TICK.toMillis());
                try {
                    Map<String, Long> here = files(one);
                    Map<String, Long> there = files(other);
                    change(one, here, other, there);
                    change(other, there, one, here);
                } catch (IOException | java.io.UncheckedIOException e) {
                    // Something went while it was looked at; the next look tells.
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Long> files(Path root) throws IOException {
        Map<String, Long> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = root.relativize(file).toString();
                // What is only being written is nobody's business yet.
                if (!name.contains("tmp/") && !name.contains("tmp-copy")) {
                    files.put(
                            name,
                            Files.isDirectory(file)
                                    ? 0
                                    : Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.NANOSECONDS));
                }
            }
        }
        return files;
    }

    /** Has one folder's changes made in the other when their time has come. */
    private void change(Path from, Map<String, Long> here, Path to, Map<String, Long> there) throws IOException {
        for (Map.Entry<String, Long> file : here.entrySet()) {
            if (!file.getValue().equals(agreed.get(file.getKey())) && due("+" + from + file.getKey())) {
                copy(from.resolve(file.getKey()), to.resolve(file.getKey()));
                agreed.put(file.getKey(), file.getValue());
                there.put(file.getKey(), file.getValue());
            }
        }
        for (String name : there.keySet().toArray(String[]::new)) {
            if (!here.containsKey(name) && agreed.containsKey(name) && due("-" + from + name + agreed.get(name))) {
                agreed.remove(name);
                Files.deleteIfExists(to.resolve(name));
                there.remove(name);
            }
        }
    }

    /** Whether a change was noticed long ago. What changes all the time is seen as it is then, now and then, as by a cache that is renewed. */
    private boolean due(String change) {
        boolean due = System.nanoTime() - noticed.computeIfAbsent(change, c -> System.nanoTime()) > delay.toNanos();
        if (due) {
            noticed.remove(change);
        }
        return due;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        Path written = to.resolveSibling("tmp-copy");
        try {
            Files.copy(from, written, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(written, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
