// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Spoils files as disks, memories and copies do. */
final class Damage {
    private static final int PAGE = 4096;

    private Damage() {}

    /** Flips one bit of one of the project's files, of the larger ones more often; returns what was done. */
    static String flip(Path project, RandomGenerator random) throws IOException {
        List<Path> files = files(project);
        long sum = 0;
        for (Path file : files) {
            sum += Files.size(file);
        }
        long at = random.nextLong(sum);
        for (Path file : files) {
            if (at < Files.size(file)) {
                int bit = random.nextInt(8);
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.seek(at);
                    int old = bytes.read();
                    bytes.seek(at);
                    bytes.write(old ^ 1 << bit);
                }
                return "bit " + bit + " of byte " + at + " of " + file.getFileName();
            }
            at -= Files.size(file);
        }
        throw new IllegalStateException();
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> all = Files.walk(project)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("experiment.yaml") && !file.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    /** Spoils one page of the database, or cuts the file off in it; returns what was done. */
    static String page(Path database, RandomGenerator random) throws IOException {
        int page = random.nextInt((int) (Files.size(database) / PAGE));
        byte[] bytes = new byte[PAGE];
        switch (random.nextInt(4)) {
            case 0 -> overwrite(database, page, bytes);
            case 1 -> {
                random.nextBytes(bytes);
                overwrite(database, page, bytes);
            }
            case 2 -> {
                int other = random.nextInt((int) (Files.size(database) / PAGE));
                try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "r")) {
                    file.seek((long) PAGE * other);
                    file.readFully(bytes);
                }
                overwrite(database, page, bytes);
                return "page " + (other + 1) + " in the place of page " + (page + 1);
            }
            default -> {
                long size = (long) PAGE * page + random.nextInt(PAGE);
                try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
                    file.setLength(size);
                }
                return "cut off after " + size + " bytes";
            }
        }
        return (bytes[0] == 0 && bytes[1] == 0 ? "zeros" : "noise") + " in page " + (page + 1);
    }

    /** Overwrites a page, counted from 0. */
    static void overwrite(Path database, int page, byte... bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek((long) PAGE * page);
            file.write(bytes);
        }
    }

    /** Overwrites a page, counted from 1, with zeros. */
    static void zero(Path database, int page) throws IOException {
        overwrite(database, page - 1, new byte[PAGE]);
    }
}
