// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.Messages;

/**
 * A copy of a database and its log in the temporary folder, for readers who may not write beside the original. It is made
 * again when the original has changed, and deleted when the program ends; that of a program that was killed, by the next one
 * that makes a copy.
 *
 * @param state sizes and times of the original
 * @param file the copy
 */
record PrivateCopy(List<Object> state, Path file) {
    private static final String PREFIX = "gidn-reads-";
    private static final int ATTEMPTS = 10;
    private static final Map<Path, PrivateCopy> COPIES = new HashMap<>();

    /**
     * The copy of a database as it stands.
     *
     * @throws IOException if it cannot be made
     */
    static synchronized Path of(ReadAccess original) throws IOException {
        PrivateCopy copy = COPIES.get(original.file());
        if (copy == null || !copy.state().equals(state(original))) {
            if (COPIES.isEmpty()) {
                deleteAbandoned();
                deleteAtTheEnd();
            } else if (copy != null) {
                copy.delete();
            }
            copy = make(original);
            COPIES.put(original.file(), copy);
        }
        return copy.file();
    }

    private static List<Object> state(ReadAccess original) throws IOException {
        return List.of(
                Files.size(original.file()),
                Files.getLastModifiedTime(original.file()),
                Files.size(original.log()),
                Files.getLastModifiedTime(original.log()));
    }

    /** Copies both files, again if they have changed meanwhile, for they must fit each other. */
    private static PrivateCopy make(ReadAccess original) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            List<Object> state = state(original);
            Path folder =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            ReadAccess copy = ReadAccess.to(folder.resolve(original.file().getFileName()));
            try {
                copy(original.file(), copy.file());
                copy(original.log(), copy.log());
            } catch (IOException e) {
                Folders.delete(folder);
                throw e;
            }
            if (state.equals(state(original))) {
                return new PrivateCopy(state, copy.file());
            }
            Folders.delete(folder);
        }
        throw new IOException(Messages.databaseChanges);
    }

    /** Copies the content alone: who may not write the original may write the copy. */
    private static void copy(Path from, Path to) throws IOException {
        try (InputStream stream = Files.newInputStream(from)) {
            Files.copy(stream, to);
        }
    }

    private static void deleteAbandoned() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> entries = Files.list(temporary)) {
            for (Path entry : entries.toList()) {
                String[] name = entry.getFileName().toString().split("-");
                boolean ours = entry.getFileName().toString().matches(PREFIX + "\\d{1,9}-.*");
                if (ours && ProcessHandle.of(Long.parseLong(name[2])).isEmpty()) {
                    Folders.delete(entry);
                }
            }
        }
    }

    private static void deleteAtTheEnd() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(PrivateCopy::deleteAll));
        } catch (IllegalStateException e) {
            // The program is ending already; the next one deletes what this one leaves.
        }
    }

    private static synchronized void deleteAll() {
        COPIES.values().forEach(PrivateCopy::delete);
    }

    private void delete() {
        try {
            Folders.delete(file.getParent());
        } catch (IOException e) {
            // Left to the next program that makes a copy.
        }
    }
}
