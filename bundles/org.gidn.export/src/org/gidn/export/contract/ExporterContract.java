// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.Contract;
import org.gidn.core.execution.Content;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;

/**
 * What every {@link Exporter} promises, seen on a run that the author gives.
 *
 * @since 1.0
 */
public final class ExporterContract extends Contract {
    private final Exporter exporter;
    private final RunExport run;
    private final Path file;

    /**
     * @param run one that has what the format needs, or has not
     * @param file where to, with the format's ending; in a folder of its own
     */
    public ExporterContract(Exporter exporter, RunExport run, Path file) {
        this.exporter = exporter;
        this.run = run;
        this.file = file;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("It writes the file, or says in a sentence what the run lacks.", this::written),
                new Promise("A file that is there is replaced.", this::replaced),
                new Promise("Nothing else is written, and the project stays as it is.", this::nothingElse));
    }

    /** Whether the file was written; not if the run lacks what is needed. */
    private boolean export() throws IOException {
        try {
            exporter.export(run, file);
            require(Files.size(file) > 0, "an empty file");
            return true;
        } catch (InvalidInputException e) {
            require(e.getMessage().endsWith("."), "the sentence '" + e.getMessage() + "'");
            return false;
        }
    }

    private void written() throws IOException {
        Files.deleteIfExists(file);
        boolean written = export();
        require(written == Files.exists(file), written ? "no file" : "a file beside what is lacking");
    }

    private void replaced() throws IOException {
        Files.writeString(file, "what was there");
        if (export()) {
            require(
                    !new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("what was there"),
                    "what was there before");
        }
    }

    private void nothingElse() throws IOException {
        TreeMap<Path, String> before = contents(run.project().folder());
        export();
        require(before.equals(contents(run.project().folder())), "another content of the project");
        try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
            require(beside.allMatch(each -> each.getFileName().equals(file.getFileName())), "files beside it");
        }
    }

    private static TreeMap<Path, String> contents(Path folder) throws IOException {
        TreeMap<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            // What the database keeps beside itself while it is read comes and goes.
            files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().matches(".*(-wal|-shm)"))
                    .forEach(each -> contents.put(each, Content.of(each).sum()));
        }
        return contents;
    }
}
