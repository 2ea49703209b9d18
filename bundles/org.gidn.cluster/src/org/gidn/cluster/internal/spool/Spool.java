// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The folder through which a driver and its workers talk. A file appears whole, since it is written beside its place and renamed, and
 * who renames a chunk has it. Nothing follows from a file that is not there: the folder's server may show it late.
 */
public final class Spool {
    /** Stands between a chunk and the worker that has taken it. */
    public static final String AT = "@";

    /** At the end of the name of a chunk that is only for a worker which has nearly all its time before it. */
    public static final String WHOLE = "-whole";

    private static final int TRIES = 20;
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Path root;
    private final String me;

    /**
     * @param root the folder
     * @param me a name that no other process has
     */
    public Spool(Path root, String me) {
        this.root = root;
        this.me = me;
    }

    public Path root() {
        return root;
    }

    /** Chunks that nobody has taken yet. */
    public Path todo() {
        return root.resolve("todo");
    }

    /** Chunks with the workers that have them. */
    public Path taken() {
        return root.resolve("taken");
    }

    /** Answers. */
    public Path done() {
        return root.resolve("done");
    }

    /** A file a worker, by which it shows that it lives. */
    public Path workers() {
        return root.resolve("workers");
    }

    /** What workers print. */
    public Path log() {
        return root.resolve("log");
    }

    /** What the driver renews, so that workers know that they are wanted. */
    public Path lease() {
        return root.resolve("lease");
    }

    /** There where workers are to end at once. */
    public Path stop() {
        return root.resolve("stop");
    }

    public Path recipe() {
        return root.resolve("recipe.json");
    }

    /** Designs whose values are known, by which a worker shows that it gives the same bits. */
    public Path canaries() {
        return root.resolve("canaries");
    }

    /** What the driver tells of its work. */
    public Path status() {
        return root.resolve("status");
    }

    /** The jobs that the driver has started. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** The files that the evaluator needs, under their whole names. */
    public Path files() {
        return root.resolve("files");
    }

    /** The jars. */
    public Path code() {
        return root.resolve("code");
    }

    private Path temporary() {
        return root.resolve("tmp");
    }

    /** Makes the folders. */
    public void create() throws IOException {
        for (Path folder : List.of(todo(), taken(), done(), workers(), log(), temporary())) {
            Files.createDirectories(folder);
        }
    }

    /** Writes a file that appears whole or not at all. */
    public void put(Path file, byte[] bytes) throws IOException {
        Path written = temporary().resolve(me + "-" + NUMBER.incrementAndGet());
        try {
            Files.write(written, bytes);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(written);
            throw e;
        }
    }

    /** The content of a file; nothing if it is not there, now or any more. */
    public static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The fields of a file; nothing if it is not there, or not whole. */
    public static Optional<Fields> fields(Path file) throws IOException {
        return read(file).map(Fields::of);
    }

    /** The names of the files in a folder, sorted; none if it is not there. */
    public static List<String> list(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(file -> names.add(file.getFileName().toString()));
        } catch (NoSuchFileException e) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    /** Renames a file; false if it is not there, since another was quicker. */
    public static boolean move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes a file if it can be. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Spool.class.getName()).log(System.Logger.Level.DEBUG, "not deleted", e);
        }
    }

    /** Deletes a folder with all that is in it, though others may still be about to write into it. */
    public static void deleteAll(Path folder) {
        try {
            for (int i = 0; i < TRIES && Files.exists(folder); i++) {
                Thread.sleep(i * TRIES);
                deleteOnce(folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteOnce(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Spool::delete);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Spool.class.getName()).log(System.Logger.Level.DEBUG, "not deleted", e);
        }
    }
}
