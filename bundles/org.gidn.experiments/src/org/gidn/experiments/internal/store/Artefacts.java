// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.Table.Row;

/**
 * The files of a run. One is written beside its place, then recorded, then moved there; so a program that ends in between leaves
 * the new file under its passing name.
 *
 * @param folder the run's folder; need not be there
 */
public record Artefacts(Path folder) {
    /** What is recorded of a file. */
    public record Digest(long size, String sha256) {
        public static Digest of(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file);
                    DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
                long size = digested.transferTo(OutputStream.nullOutputStream());
                return new Digest(
                        size,
                        HexFormat.of().formatHex(digested.getMessageDigest().digest()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        static Digest of(Row recorded) {
            return new Digest(recorded.integer("size"), recorded.text("sha256"));
        }
    }

    /** What has become of a file. */
    enum State {
        WHOLE,
        /** Its new content is there under its passing name. */
        UNMOVED,
        GONE,
        DAMAGED
    }

    /** Where a file of this name goes. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Where a file of this name is written. */
    public Path part(String name) {
        return folder.resolve("." + name + ".part");
    }

    /** The file name of what is recorded. */
    static String name(Row recorded) {
        return ArtefactNames.read(recorded.text("name")).name();
    }

    State state(Row recorded) {
        String name = name(recorded);
        Digest digest = Digest.of(recorded);
        try {
            if (is(file(name), digest)) {
                return State.WHOLE;
            }
            if (is(part(name), digest)) {
                return State.UNMOVED;
            }
            return Files.exists(file(name)) ? State.DAMAGED : State.GONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file is as it was recorded. What is none, such as a pipe or a device, may never come to an end. */
    private static boolean is(Path file, Digest recorded) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == recorded.size() && recorded.equals(Digest.of(file));
    }

    /** A recorded file for the run that goes on; nothing if it is not as it was recorded, so that it is made again. */
    Optional<Path> settled(Row recorded) {
        String name = name(recorded);
        State state = state(recorded);
        if (state == State.UNMOVED) {
            try {
                return Optional.of(move(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state == State.WHOLE ? Optional.of(file(name)) : Optional.empty();
    }

    /** Moves a file that was written to its place. */
    public Path move(String name) throws IOException {
        return Files.move(part(name), file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The files in the folder, by name, those that are recorded as they were recorded.
     *
     * @throws InvalidInputException if one is not
     */
    List<Path> whole(List<Row> recorded) {
        for (Row row : recorded) {
            if (state(row) == State.DAMAGED) {
                throw new InvalidInputException(NLS.bind(Messages.artefactDamaged, file(name(row))));
            }
        }
        return all();
    }

    /** The files in the folder, by name. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
