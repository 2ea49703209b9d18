// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.StoreException;

/**
 * A file that is written as a whole or not at all: beside its place first, and moved there when it is complete. What is no
 * file but can be written, such as a device or a named pipe, gets the content straight.
 *
 * @since 1.0
 */
public final class WholeFile {
    /** What is being written now. */
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    private final Path file;

    private WholeFile(Path file) {
        this.file = file;
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * @param file where to write it
         */
        void write(Path file) throws IOException;
    }

    /** Deletes what has been written so far of files that are being written, for a process that ends at once. */
    public static void abandonAll() {
        UNFINISHED.forEach(unfinished -> unfinished.toFile().delete());
    }

    /**
     * Looks whether a file can be there, before it is known what it shall hold.
     *
     * @param file need not be there; replaced if it is
     * @throws InvalidInputException if it is a folder, or its folder is not there or cannot be written
     */
    public static WholeFile at(Path file) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new InvalidInputException(NLS.bind(Messages.fileIsFolder, file));
        }
        Path folder = absolute.getParent();
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(NLS.bind(Messages.fileNoFolder, file, folder));
        }
        if (!(Files.exists(absolute) && !Files.isRegularFile(absolute)) && !Files.isWritable(folder)) {
            throw new InvalidInputException(NLS.bind(Messages.folderReadOnly, folder));
        }
        return new WholeFile(absolute);
    }

    /**
     * Writes the file.
     *
     * @throws StoreException if it cannot be written to its end, e.g. because the disk is full; what was there before, if
     *     anything, is there still
     */
    public void write(Content content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                content.write(file);
                return;
            }
            // Where there is a link, the file that it leads to is replaced.
            Path place = Files.exists(file) ? file.toRealPath() : file;
            Path unfinished = place.resolveSibling("." + place.getFileName() + ".part");
            UNFINISHED.add(unfinished);
            try {
                // A link of that name could lead anywhere.
                Files.deleteIfExists(unfinished);
                content.write(unfinished);
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
                UNFINISHED.remove(unfinished);
            }
        } catch (IOException e) {
            throw new StoreException(NLS.bind(Messages.fileNotWritten, file, reason(e)), e);
        } catch (UncheckedIOException e) {
            throw new StoreException(NLS.bind(Messages.fileNotWritten, file, reason(e.getCause())), e);
        }
    }

    /** The system's words for what went wrong. */
    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
