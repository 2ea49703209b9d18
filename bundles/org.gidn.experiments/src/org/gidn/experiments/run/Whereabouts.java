// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.StoreException;

/**
 * Notices that the files of a run at work are not where they were: that the database was deleted or replaced, or the
 * project's folder moved, deleted or unmounted. What is open can be written all the same, whatever has become of its name.
 */
final class Whereabouts {
    private static final long EVERY_NANOS = 1_000_000_000L;
    /** Where Linux tells the present names of a program's open files. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final Project project;
    private final int run;
    private final Object folder;
    private final Object database;
    private long looked = System.nanoTime();

    /** The files of a run are where they are now. */
    Whereabouts(Project project, int run) {
        this.project = project;
        this.run = run;
        this.folder = identity(project.folder());
        this.database = identity(project.database());
    }

    /** What tells a file from another one of its name; null if there is none. */
    private static Object identity(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            // Windows has none, and moves and deletes no file that is open.
            return attributes.fileKey() == null ? file : attributes.fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Looks once a second, however often it is called.
     *
     * @throws LostException as {@link #check}
     */
    void checkNowAndThen() {
        long now = System.nanoTime();
        if (now - looked > EVERY_NANOS) {
            looked = now;
            check();
        }
    }

    /**
     * Looks whether all is where it was.
     *
     * @throws LostException if it is not
     */
    void check() {
        if (!Objects.equals(folder, identity(project.folder()))) {
            throw new LostException(folderLost(), null);
        }
        Path file = project.database();
        Object found = identity(file);
        if (found == null) {
            throw new LostException(NLS.bind(Messages.lostDatabase, file, run), file);
        }
        if (!found.equals(database)) {
            throw new LostException(
                    NLS.bind(Messages.lostToAnother, file, run), file.resolveSibling("results-run-" + run + ".sqlite"));
        }
        Path files = project.runFolder(run);
        if (!Files.isDirectory(files)) {
            throw new LostException(NLS.bind(Messages.lostFiles, files, run), null);
        }
    }

    private String folderLost() {
        return present()
                .map(place -> NLS.bind(Messages.lostToPlace, new Object[] {project.folder(), place.getParent(), run}))
                .orElseGet(() -> NLS.bind(Messages.lostFolder, project.folder(), run));
    }

    /** Where the database is now, as far as the system tells. */
    private Optional<Path> present() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return Optional.empty();
        }
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.filter(file -> Objects.equals(identity(file), database))
                    .map(Whereabouts::target)
                    .flatMap(Optional::stream)
                    .filter(file -> Objects.equals(identity(file), database))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What an error comes from, if it is that something was lost. */
    StoreException explained(StoreException error) {
        try {
            check();
            return error;
        } catch (LostException e) {
            if (e != error) {
                e.addSuppressed(error);
            }
            return e;
        }
    }
}
