// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.ProjectArchive;

/** Projects in one file. */
final class ArchiveReading implements Reading {
    private static final ProjectArchive.Limits LIMITS = new ProjectArchive.Limits(0.02, 100);

    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() throws IOException {
        byte[] archive = Files.readAllBytes(Written.project().resolve("crate.zip"));
        return List.of(archive, Zips.list(archive));
    }

    @Override
    public void read(byte[] input) throws IOException {
        Path archive = scratch.file("a.zip", Zips.archive(input));
        Path place = Files.createDirectory(scratch.folder().resolve("place"));
        boolean unpacked = false;
        try {
            Project project = ProjectArchive.unpack(archive, place.resolve("project"), LIMITS);
            unpacked = true;
            Promise.kept(Project.is(project.folder()), "no project");
        } catch (InvalidInputException e) {
            Promise.sentence(e.getMessage());
            throw e;
        } finally {
            int left;
            try (Stream<Path> all = Files.list(place)) {
                left = (int) all.count();
            }
            try (Stream<Path> all = Files.list(scratch.folder())) {
                Promise.equal(2L, all.count());
            }
            Scratch.delete(place);
            Promise.equal(unpacked ? 1 : 0, left);
        }
    }
}
