// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.gidn.experiments.Project;
import org.gidn.experiments.text.Json;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;

/**
 * The whole project as a zipped RO-Crate 1.1 for archives: all of its files, and {@code ro-crate-metadata.json} that says
 * what they are, which runs made them, when, with which program.
 */
public final class RoCrateExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        Project project = run.project();
        Map<String, Path> files = files(project);
        Path folder = Files.createTempDirectory("gidn-crate");
        Path database = folder.resolve(project.database().getFileName());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            if (Files.exists(project.database())) {
                project.copyDatabase(database);
                files.put(project.database().getFileName().toString(), database);
            }
            zip.putNextEntry(new ZipEntry(CrateMetadata.FILE));
            zip.write(Json.writeIndented(CrateMetadata.of(project, files, links(project)))
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (Map.Entry<String, Path> entry : files.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        } finally {
            Files.deleteIfExists(database);
            Files.delete(folder);
        }
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /**
     * The files of the project by their names within it: those that lie there, and not what links lead to; without the database,
     * which may be at work, and without crates that were made of it.
     */
    private static Map<String, Path> files(Project project) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        String database = project.database().getFileName().toString();
        try (Stream<Path> all = Files.walk(project.folder())) {
            for (Path file : all.filter(RoCrateExporter::isOwn).sorted().toList()) {
                String name = name(project, file);
                String last = file.getFileName().toString();
                if (!last.startsWith(".") && !name.equals(CrateMetadata.FILE) && !name.startsWith(database)) {
                    files.put(name, file);
                }
            }
        }
        return files;
    }

    /** The names of the links in the project, of which none is followed. */
    private static List<String> links(Project project) throws IOException {
        try (Stream<Path> all = Files.walk(project.folder())) {
            return all.filter(file -> Files.isSymbolicLink(file) && !file.equals(project.folder()))
                    .map(file -> name(project, file))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Project project, Path file) {
        return project.folder().relativize(file).toString().replace('\\', '/');
    }

    private static boolean isOwn(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !isCrate(file);
    }

    private static boolean isCrate(Path file) {
        if (!file.toString().endsWith(".zip")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(CrateMetadata.FILE) != null;
        } catch (IOException e) {
            // A file like others, then.
            return false;
        }
    }
}
