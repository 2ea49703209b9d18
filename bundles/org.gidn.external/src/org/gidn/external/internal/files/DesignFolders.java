// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders in which designs are evaluated: each has one of its own, whose name is a short sum of the design. Thread-safe. */
public final class DesignFolders {
    /** What is told of a design in a folder that is kept. */
    static final String REPORT = "gidn-design.txt";

    private static final int DIGITS = 12;

    private final Path folder;
    private final Set<Path> used = new HashSet<>();

    DesignFolders(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes an empty folder for a design. What is left of a former one is deleted.
     *
     * @param design the design's text
     * @throws IOException if it cannot be made
     */
    Path make(String design) throws IOException {
        Path place = reserve(folder.resolve(sum(design)));
        delete(place);
        return Files.createDirectories(place);
    }

    /** The same design may be evaluated twice at a time. */
    private synchronized Path reserve(Path wanted) {
        Path place = wanted;
        for (int copy = 2; !used.add(place); copy++) {
            place = wanted.resolveSibling(wanted.getFileName() + "-" + copy);
        }
        return place;
    }

    private static String sum(String design) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(design.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps a design's folder, and writes down what it was about. */
    void keep(Path place, List<String> report) throws IOException {
        try {
            Files.write(place.resolve(REPORT), report);
        } finally {
            release(place);
        }
    }

    /** Deletes a design's folder. */
    void discard(Path place) throws IOException {
        try {
            delete(place);
        } finally {
            release(place);
        }
    }

    private synchronized void release(Path place) {
        used.remove(place);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // What a program has left behind still deletes something itself.
            Files.deleteIfExists(place);
        }
    }

    /** Deletes the folder of folders if nothing is in it. */
    void close() {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Something is kept.
        } catch (IOException e) {
            System.getLogger(DesignFolders.class.getName()).log(System.Logger.Level.WARNING, "not deleted", e);
        }
    }
}
