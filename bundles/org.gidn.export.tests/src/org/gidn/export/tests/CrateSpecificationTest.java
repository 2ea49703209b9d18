// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gidn.experiments.Project;
import org.gidn.experiments.text.Json;
import org.gidn.export.ExportFormat;
import org.gidn.export.RunExport;
import org.gidn.visualisation.tests.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported crate against what https://w3id.org/ro/crate/1.1 asks for with MUST, and for what we can know with SHOULD. */
class CrateSpecificationTest {
    private static final String METADATA = "ro-crate-metadata.json";
    private static final Set<String> TYPES =
            Set.of("CreativeWork", "Dataset", "File", "SoftwareApplication", "CreateAction");

    @TempDir
    private static Path folder;

    private final Map<String, Map<?, ?>> entities = new LinkedHashMap<>();
    private final Set<String> files = new TreeSet<>();

    private void read(Project project, int run) throws Exception {
        Path crate = folder.resolve(project.name() + ".zip");
        ExportFormat.of("ro-crate").export(new RunExport(project, run, Runs.CATALOGUE), crate);
        try (ZipFile zip = new ZipFile(crate.toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(files::add);
            assertTrue(files.remove(METADATA), "the metadata file lies in the root");
            Map<String, Object> metadata = Json.readObject(
                    new String(zip.getInputStream(zip.getEntry(METADATA)).readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(Set.of("@context", "@graph"), metadata.keySet());
            assertEquals("https://w3id.org/ro/crate/1.1/context", metadata.get("@context"));
            for (Object entity : (List<?>) metadata.get("@graph")) {
                Map<?, ?> properties = (Map<?, ?>) entity;
                String id = (String) properties.get("@id");
                assertTrue(TYPES.contains(properties.get("@type")), id);
                assertEquals(null, entities.put(id, properties), "only one entity is " + id);
            }
        }
    }

    private static String id(Object reference) {
        Map<?, ?> map = (Map<?, ?>) reference;
        assertEquals(Set.of("@id"), map.keySet(), "nothing is nested");
        return (String) map.get("@id");
    }

    /** All entities that the properties of one name. */
    private static List<String> references(Map<?, ?> entity) {
        List<String> references = new ArrayList<>();
        for (Object value : entity.values()) {
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                if (each instanceof Map<?, ?>) {
                    references.add(id(each));
                } else {
                    assertTrue(each instanceof String, () -> "no value of JSON-LD: " + each);
                }
            }
        }
        return references;
    }

    private Map<?, ?> withTexts(String id, String type, String... properties) {
        Map<?, ?> entity = entities.get(id);
        assertEquals(type, entity.get("@type"), id);
        for (String property : properties) {
            assertFalse(((String) entity.get(property)).isBlank(), id + " has no " + property);
        }
        return entity;
    }

    private void checkAll() {
        Map<?, ?> descriptor = withTexts(METADATA, "CreativeWork");
        assertEquals("./", id(descriptor.get("about")));
        assertEquals("https://w3id.org/ro/crate/1.1", id(descriptor.get("conformsTo")));

        Map<?, ?> root = withTexts("./", "Dataset", "name", "description");
        LocalDate.parse((String) root.get("datePublished"));
        withTexts(id(root.get("license")), "CreativeWork", "name", "description");

        List<String> parts = ((List<?>) root.get("hasPart"))
                .stream().map(CrateSpecificationTest::id).toList();
        Set<String> named = new TreeSet<>();
        for (String part : parts) {
            withTexts(part, "File", "name", "description", "encodingFormat");
            assertTrue(((String) entities.get(part).get("encodingFormat")).matches("[a-z]+/[-+.a-z0-9]+"), part);
            URI reference = URI.create(part);
            assertFalse(reference.isAbsolute() || part.startsWith("/") || reference.getFragment() != null, part);
            assertTrue(part.matches("[!$&-;=@-Z_a-z~%]+"), "only what RFC 3986 allows in a path: " + part);
            named.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        assertEquals(files, named, "every file is a part, and every part a file");
        assertEquals(parts.size(), named.size());

        for (Map<?, ?> entity : entities.values()) {
            for (String reference : references(entity)) {
                assertTrue(
                        entities.containsKey(reference) || reference.startsWith("https://w3id.org/"),
                        () -> entity.get("@id") + " names " + reference + ", which is no entity");
            }
        }
    }

    @Test
    void aCrateOfRunsKeepsTheSpecification() throws Exception {
        Project project = Runs.gidn(folder.resolve("Größe of a & <b> \"c\""));
        for (String name : List.of(
                "50 % of x.csv", "für später.txt", "a#b?c.txt", "a:1.txt", "1+1=2.txt", "[x].yaml", "no suffix")) {
            Files.writeString(project.folder().resolve(name), name);
        }
        read(project, 1);
        checkAll();
        Map<?, ?> run = withTexts("#run-1", "CreateAction", "name", "description");
        assertTrue(Instant.parse((String) run.get("startTime")).isBefore(Instant.parse((String) run.get("endTime"))));
        withTexts(id(run.get("instrument")), "SoftwareApplication", "name", "version");
        assertEquals("experiment.yaml", id(run.get("object")));
        assertEquals(
                List.of("#run-1"),
                ((List<?>) entities.get("./").get("mentions"))
                        .stream().map(CrateSpecificationTest::id).toList());
        assertTrue(references(run).contains("runs/1/predictor-1.zip"));
    }

    @Test
    void aCrateWithoutRunsKeepsTheSpecification() throws Exception {
        read(Project.create(folder.resolve("fresh"), "format: 1\n"), 0);
        checkAll();
        assertEquals(Set.of("experiment.yaml"), files);
    }
}
