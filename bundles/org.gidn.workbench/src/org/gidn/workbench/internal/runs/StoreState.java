// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.gidn.experiments.Project;

/**
 * By what can be seen from outside that a project has stored something: its database and the log beside it, and whether a
 * program is at work there.
 */
record StoreState(long written, long size, long logWritten, long logSize, boolean held) {
    private static final String LOG = "-wal";

    /**
     * As it is now.
     *
     * @param atWork whether a run is known to be at work, so that its program may end without a word
     */
    static StoreState of(Project project, boolean atWork) {
        Path database = project.database();
        long[] file = look(database);
        long[] log = look(database.resolveSibling(database.getFileName() + LOG));
        return new StoreState(
                file[0], file[1], log[0], log[1], atWork && project.holder().isPresent());
    }

    /** The same where no run is at work, so that nobody asks who holds the project. */
    StoreState idle() {
        return new StoreState(written, size, logWritten, logSize, false);
    }

    /** When a file was written and how long it is; an empty one, which readers make too, counts as none. */
    private static long[] look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() == 0
                    ? new long[2]
                    : new long[] {attributes.lastModifiedTime().toMillis(), attributes.size()};
        } catch (IOException e) {
            return new long[2];
        }
    }
}
