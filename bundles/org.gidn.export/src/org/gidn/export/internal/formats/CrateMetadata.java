// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.text.Count;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.InstalledVersion;
import org.gidn.experiments.project.RunRecord;
import org.gidn.export.internal.Messages;

/** What a project's RO-Crate says of its files and runs: JSON-LD as of https://w3id.org/ro/crate/1.1. */
final class CrateMetadata {
    /** What the report in a run\'s folder is called. */
    private static final String REPORT = "report.html";

    static final String FILE = "ro-crate-metadata.json";

    private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
    private static final String PROGRAM = "#gidn-workbench";
    private static final String LICENCE = "#licence";

    private final List<Object> graph = new ArrayList<>();

    private CrateMetadata() {}

    /**
     * The content of the metadata file.
     *
     * @param files where the files lie now, by their names in the crate
     * @param links what is left out
     */
    static Map<String, Object> of(Project project, Map<String, Path> files, List<String> links) throws IOException {
        CrateMetadata crate = new CrateMetadata();
        List<RunRecord> runs = project.runs();
        crate.add(FILE, "CreativeWork", "conformsTo", id(SPECIFICATION), "about", id("./"));
        crate.root(project, runs, files, links);
        crate.add(LICENCE, "CreativeWork", "name", Messages.crateLicence, "description", Messages.crateLicenceAdvice);
        runs.stream().map(CrateMetadata::version).distinct().forEach(crate::program);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            crate.add(
                    reference(file.getKey()),
                    "File",
                    "name",
                    file.getValue().getFileName().toString(),
                    "description",
                    description(file.getKey()),
                    "encodingFormat",
                    format(file.getKey()),
                    "contentSize",
                    Long.toString(Files.size(file.getValue())));
        }
        runs.forEach(run -> crate.action(run, project, files));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("@context", SPECIFICATION + "/context");
        metadata.put("@graph", crate.graph);
        return metadata;
    }

    private void root(Project project, List<RunRecord> runs, Map<String, Path> files, List<String> links) {
        String description = NLS.bind(Messages.crateProject, project.name(), Count.of(runs.size(), "run"));
        String title = runs.isEmpty() ? project.name() : runs.get(0).title();
        LocalDate date = runs.stream()
                .map(run -> run.finished() == null ? run.started() : run.finished())
                .max(Instant::compareTo)
                .orElseGet(Instant::now)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        add(
                "./",
                "Dataset",
                "name",
                title,
                "description",
                links.isEmpty()
                        ? description
                        : description + " " + NLS.bind(Messages.crateLinks, String.join(", ", links)),
                "datePublished",
                date.toString(),
                "license",
                id(LICENCE),
                "hasPart",
                files.keySet().stream().map(name -> id(reference(name))).toList(),
                "mentions",
                runs.stream().map(run -> id(name(run))).toList());
    }

    private void program(String version) {
        add(
                PROGRAM + "-" + version,
                "SoftwareApplication",
                "name",
                "GIDN Workbench",
                "description",
                Messages.crateProgram,
                "version",
                version);
    }

    /** The version of the program that made a run, as the run tells it. */
    private static String version(RunRecord run) {
        return String.valueOf(run.versions().getOrDefault("org.gidn.core", InstalledVersion.product()));
    }

    private void action(RunRecord run, Project project, Map<String, Path> files) {
        String folder = "runs/" + run.number() + "/";
        List<Object> results = new ArrayList<>();
        results.add(id(project.database().getFileName().toString()));
        files.keySet().stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> id(reference(name)))
                .forEach(results::add);
        add(
                name(run),
                "CreateAction",
                "name",
                NLS.bind(Messages.crateRun, new Object[] {run.title(), run.number(), run.seed()}),
                "description",
                NLS.bind(Messages.crateRunResult, new Object[] {
                    run.optimiser(),
                    Count.of(run.evaluations(), "evaluation"),
                    run.state().title()
                }),
                "startTime",
                text(run.started()),
                "endTime",
                text(run.finished()),
                "instrument",
                id(PROGRAM + "-" + version(run)),
                "object",
                id(Experiment.FILE),
                "result",
                results);
    }

    /** A file's name in the crate as a reference by RFC 3986; with a colon in it, it would be taken for an address. */
    private static String reference(String name) {
        try {
            return new URI(null, null, "/" + name, null)
                    .toASCIIString()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path can always be written as a reference", e);
        }
    }

    private static String name(RunRecord run) {
        return "#run-" + run.number();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Map<String, Object> id(String id) {
        return Map.of("@id", id);
    }

    /**
     * @param properties names and values in turns; those without a value are left out
     */
    private void add(String id, String type, Object... properties) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("@id", id);
        entity.put("@type", type);
        for (int i = 0; i < properties.length; i += 2) {
            if (properties[i + 1] != null) {
                entity.put((String) properties[i], properties[i + 1]);
            }
        }
        graph.add(entity);
    }

    private static String description(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (name.equals(Experiment.FILE)) {
            return Messages.crateExperiment;
        }
        if (name.endsWith(".sqlite")) {
            return Messages.crateDatabase;
        }
        return name.equals(REPORT) ? Messages.crateReport : Messages.crateFile;
    }

    private static String format(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "yaml" -> "application/yaml";
            case "sqlite" -> "application/vnd.sqlite3";
            case "html" -> "text/html";
            case "csv" -> "text/csv";
            case "zip" -> "application/zip";
            default -> "application/octet-stream";
        };
    }
}
