// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.external.internal.declared.Variable;

/** A folder, or a file alone, that is copied for each design, with the places in its texts filled in. Read once. */
final class TemplateFolder {
    /** Larger files are copied from the disk each time, and have no places. */
    private static final long LARGE = 8 << 20;

    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A file or folder.
     *
     * @param content what the file holds; null for a folder, and for one that is large
     * @param template what is filled in; null where nothing is
     */
    private record Entry(Path name, boolean directory, boolean executable, byte[] content, Template template) {}

    /**
     * Reads a folder or a file.
     *
     * @param place where it is
     * @param results files that the program is to write, and so must not be there before
     * @throws InvalidInputException if it is not there, cannot be read, or a text has a place that cannot be filled in
     */
    TemplateFolder(Path place, List<Variable> variables, List<String> results) {
        boolean alone = Files.isRegularFile(place);
        folder = alone ? place.getParent() : place;
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException("There is no folder " + folder
                    + "; put the files there that the program reads, or name their folder by the setting 'template'.");
        }
        try (Stream<Path> files = alone ? Stream.of(place) : Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.sorted().toList()) {
                if (!file.equals(folder)) {
                    entries.add(entry(file, variables));
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException("Folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
        for (String result : results) {
            if (entries.stream()
                    .anyMatch(entry -> entry.name().equals(Path.of(result).normalize()))) {
                throw new InvalidInputException(
                        "File " + folder.resolve(result) + " is one from which an output is taken;"
                                + " delete it in the template, or it would be taken for the result of every design at which the"
                                + " program writes none.");
            }
        }
        if (entries.stream().noneMatch(entry -> entry.template() != null)) {
            throw new InvalidInputException(
                    (alone ? "The file " + place + " has no" : "No file in " + folder + " has a")
                            + " place such as ${"
                            + variables.get(0).block().name()
                            + "}, so that all designs would be the same; write one where a variable"
                            + " is to stand.");
        }
    }

    private Entry entry(Path file, List<Variable> variables) throws IOException {
        Path name = folder.relativize(file);
        if (Files.isDirectory(file)) {
            return new Entry(name, true, false, null, null);
        }
        boolean executable = Files.isExecutable(file);
        if (Files.size(file) > LARGE) {
            return new Entry(name, false, executable, null, null);
        }
        byte[] content = Files.readAllBytes(file);
        String text = text(content);
        Template template = text != null && Template.is(text) ? Template.parse(text, file.toString(), variables) : null;
        return new Entry(name, false, executable, content, template);
    }

    /** The text that some bytes are; null if they are none. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * Writes the files for a design.
     *
     * @param target an empty folder
     * @throws IOException if they cannot be written
     * @throws InvalidInputException if a place cannot be filled in for this design; names file and line
     */
    void fill(double[] design, Path target) throws IOException {
        for (Entry entry : entries) {
            Path file = target.resolve(entry.name());
            if (entry.directory()) {
                Files.createDirectories(file);
            } else if (entry.content() == null) {
                Files.copy(folder.resolve(entry.name()), file, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                byte[] content = entry.template() == null
                        ? entry.content()
                        : entry.template().fill(design).getBytes(StandardCharsets.UTF_8);
                Files.write(file, content, StandardOpenOption.CREATE_NEW);
                if (entry.executable()) {
                    file.toFile().setExecutable(true);
                }
            }
        }
    }
}
