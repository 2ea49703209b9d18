// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignText;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.run.Candidates;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.experiments.Project;
import org.gidn.experiments.ProjectArchive;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.text.Json;
import org.gidn.export.ExportFormat;
import org.gidn.export.RunExport;
import org.gidn.visualisation.report.Report;
import org.gidn.visualisation.tests.Runs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Exported files, read back. */
class ExportTest {
    @TempDir
    private static Path folder;

    private static RunExport gidn;
    private static RunExport random;

    @BeforeAll
    static void run() throws Exception {
        gidn = export(Runs.gidn(folder.resolve("gidn")));
        random = export(Runs.random(folder.resolve("random")));
    }

    private static RunExport export(Project project) {
        return new RunExport(project, 1, Runs.CATALOGUE);
    }

    private static Path write(RunExport run, String format) {
        Path file = folder.resolve("file-" + run.project().name() + "." + format);
        ExportFormat.of(format).export(run, file);
        return file;
    }

    @Test
    void csvHasARowForEveryEvaluation() throws Exception {
        RunResults results = gidn.results();
        Table table = Csv.read(write(gidn, "csv"));
        assertEquals(
                List.of("source", "iteration", "design", "predicted", "toughness", "count", "failure"),
                table.columns());
        RunResults.Values values = results.values(results.sets());
        assertEquals(values.size(), table.size());
        for (int i = 0; i < values.size(); i++) {
            List<String> row = table.rows().get(i).cells();
            assertEquals(DesignText.format(results.run().space(), results.designs(results.sets()), i), row.get(2));
            assertEquals(values.values()[i], Double.parseDouble(row.get(4)));
            assertEquals(Double.isNaN(values.predicted()[i]), row.get(3).isEmpty());
            assertEquals(values.counts()[i], Integer.parseInt(row.get(5)));
        }
    }

    @Test
    void hdf5HasTheArraysThatAPythonUserExpects() {
        RunResults results = gidn.results();
        RunResults.Values values = results.values(results.sets());
        try (HdfFile hdf = new HdfFile(write(gidn, "hdf5"))) {
            assertArrayEquals(
                    new int[] {values.size(), 32},
                    hdf.getDatasetByPath("designs").getDimensions());
            double[][] written = (double[][]) hdf.getDatasetByPath("values").getData();
            assertArrayEquals(
                    values.values(),
                    Arrays.stream(written).mapToDouble(row -> row[0]).toArray());
            assertArrayEquals(values.predicted(), (double[])
                    hdf.getDatasetByPath("predicted").getData());
            assertArrayEquals(
                    values.counts(), (int[]) hdf.getDatasetByPath("count").getData());
            byte[][] designs = (byte[][]) hdf.getDatasetByPath("designs").getData();
            for (int j = 0; j < 32; j++) {
                assertEquals(results.designs(results.sets()).value(5, j), designs[5][j]);
            }
            assertArrayEquals(new String[] {"sample", "inverse"}, (String[])
                    hdf.getAttribute("sources").getData());
            byte[] sources = (byte[]) hdf.getDatasetByPath("source").getData();
            assertEquals(0, sources[0]);
            assertEquals(1, sources[sources.length - 1]);
            int[] iterations = (int[]) hdf.getDatasetByPath("iteration").getData();
            assertEquals(1, iterations[iterations.length - 1]);
            assertEquals(3L, hdf.getAttribute("seed").getData());
            assertEquals(
                    120,
                    ((double[]) hdf.getDatasetByPath("metrics/training loss/value")
                                    .getData())
                            .length);
        }
    }

    @Test
    void continuousDesignsAreNumbersInHdf5() {
        try (HdfFile hdf = new HdfFile(write(random, "hdf5"))) {
            double[][] designs = (double[][]) hdf.getDatasetByPath("designs").getData();
            assertEquals(200, designs.length);
            assertEquals(2, designs[0].length);
        }
    }

    @Test
    void blocksAreToldInHdf5AndTheBestDesignInTheReport() {
        Project project = Runs.vessel(folder.resolve("vessel"));
        try (HdfFile hdf = new HdfFile(write(export(project), "hdf5"))) {
            Node length = hdf.getByPath("blocks/length");
            assertEquals("continuous", length.getAttribute("kind").getData());
            assertEquals(2, length.getAttribute("first").getData());
            assertEquals(2, length.getAttribute("variables").getData());
            assertEquals("in", length.getAttribute("unit").getData());
        }
        try (HdfFile hdf = new HdfFile(write(gidn, "hdf5"))) {
            Node cells = ((Group) hdf.getByPath("blocks"))
                    .getChildren()
                    .values()
                    .iterator()
                    .next();
            assertArrayEquals(new String[] {"soft", "stiff"}, (String[])
                    cells.getAttribute("levels").getData());
            assertEquals(8, cells.getAttribute("rows").getData());
        }
        double[] best = project.results(1).best(1).get(0).designs().toArray(0);
        String page = Report.html(project, 1);
        assertTrue(page.contains("<dt>thickness1</dt>\n<dd>" + (int) best[0] + " in/16</dd>"), page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    test-nothing | gave a wrong answer to 'export': file
                    test-failing | failed with an error of its own, java.lang.AssertionError: no words for it, in
                    test-other   | cannot be used: it makes no Exporter.
                    """)
    void aFaultyExporterIsNamedAndLeavesNoFile(String format, String told) throws Exception {
        String fault =
                assertThrows(PluginException.class, () -> write(gidn, format)).getMessage();
        assertTrue(fault.startsWith("The exporter '" + format + "' of bundle org.gidn.export.tests "), fault);
        assertTrue(fault.contains(told), fault);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().contains(".part")));
        }
    }

    @Test
    void vtuHasTheMeshAndTheFieldsOfTheBestDesign() throws Exception {
        Element piece = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(write(gidn, "vtu").toFile())
                .getElementsByTagName("Piece")
                .item(0);
        assertEquals("32", piece.getAttribute("NumberOfCells"));
        assertTrue(
                piece.getElementsByTagName("CellData").item(0).getTextContent().length() > 100);
    }

    @Test
    void onnxHoldsTheLastTrainedNetwork() throws Exception {
        byte[] model = Files.readAllBytes(write(gidn, "onnx"));
        String text = new String(model, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("designs") && text.contains("values"), "names its input and output");
        assertTrue(model.length > 4 * (32 * 16 + 16 * 16 + 16), "holds the weights");
    }

    @Test
    void theLastPredictorOfARunSaysAgainWhatItSaidThen() {
        RunResults results = gidn.results();
        List<CandidateSet> last = results.sets(Candidates.INVERSE).stream()
                .filter(set -> set.iteration() == 1)
                .toList();
        double[] said = results.values(last).predicted();
        try (Predictor predictor = gidn.predictor().orElseThrow()) {
            double[] says = predictor
                    .predict(results.designs(last), new Workers(1, Cancellation.NONE))
                    .mean(0);
            assertArrayEquals(said, says, 1e-4);
        }
        assertTrue(random.predictor().isEmpty());
    }

    @Test
    void aCrateHoldsTheWholeProjectAndSaysWhatIsInIt() throws Exception {
        Path file = write(gidn, "ro-crate");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, Object> metadata = Json.readObject(new String(
                    zip.getInputStream(zip.getEntry("ro-crate-metadata.json")).readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("https://w3id.org/ro/crate/1.1/context", metadata.get("@context"));
            Map<String, Map<?, ?>> byId = ((List<?>) metadata.get("@graph"))
                    .stream()
                            .map(entity -> (Map<?, ?>) entity)
                            .collect(Collectors.toMap(entity -> (String) entity.get("@id"), entity -> entity));
            Map<?, ?> root = byId.get("./");
            for (String required : List.of("name", "description", "datePublished", "license")) {
                assertTrue(root.get(required) != null, required);
            }
            List<String> parts = ((List<?>) root.get("hasPart"))
                    .stream()
                            .map(part -> (String) ((Map<?, ?>) part).get("@id"))
                            .toList();
            assertTrue(parts.containsAll(
                    List.of("experiment.yaml", "results.sqlite", "published.csv", "runs/1/predictor-1.zip")));
            for (String part : parts) {
                assertEquals(
                        Long.toString(zip.getEntry(part).getSize()),
                        byId.get(part).get("contentSize"),
                        part);
            }
            assertEquals(parts.size() + 1, zip.size());
            assertEquals("CreateAction", byId.get("#run-1").get("@type"));
            Path copy = folder.resolve("copy");
            Files.createDirectories(copy);
            for (String name : List.of("experiment.yaml", "results.sqlite")) {
                Files.copy(zip.getInputStream(zip.getEntry(name)), copy.resolve(name));
            }
            assertEquals(gidn.results().run(), Project.open(copy).run(1));
        }
    }

    @Test
    void aCrateIsMadeOfAProjectWithoutRunsToo() {
        Project fresh = Project.create(folder.resolve("fresh"), gidn.project());
        Path file = write(new RunExport(fresh, 0, Runs.CATALOGUE), "ro-crate");
        Project unpacked = ProjectArchive.unpack(file, folder.resolve("unpacked"), ProjectArchive.Limits.ofProcess());
        assertEquals(List.of(), unpacked.runs());
    }

    @Test
    void aCrateHoldsWhatLiesInTheProjectByReferencesOfTheWeb() throws Exception {
        Project project = Project.create(folder.resolve("named"), gidn.project());
        Path secret = Files.writeString(folder.resolve("secret.txt"), "not of the project");
        Files.createSymbolicLink(project.folder().resolve("link.txt"), secret);
        Files.createSymbolicLink(project.folder().resolve("folder"), folder);
        for (String name : List.of("50 % of x.csv", "für später.txt", "a#b?c.txt", "a:1.txt")) {
            Files.writeString(project.folder().resolve(name), name);
        }
        RunExport export = new RunExport(project, 0, Runs.CATALOGUE);
        Path inside = project.folder().resolve("crate.zip");
        ExportFormat.of("ro-crate").export(export, inside);
        ExportFormat.of("ro-crate").export(export, inside);
        try (ZipFile zip = new ZipFile(inside.toFile())) {
            assertEquals(
                    Set.of(
                            "ro-crate-metadata.json",
                            "experiment.yaml",
                            "published.csv",
                            "50 % of x.csv",
                            "für später.txt",
                            "a#b?c.txt",
                            "a:1.txt"),
                    zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
            String metadata = new String(
                    zip.getInputStream(zip.getEntry("ro-crate-metadata.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(metadata.contains("Links are left out: folder, link.txt."), metadata);
            for (String reference :
                    List.of("50%20%25%20of%20x.csv", "f%C3%BCr%20sp%C3%A4ter.txt", "a%23b%3Fc.txt", "a%3A1.txt")) {
                assertEquals(
                        3, metadata.split("\"" + reference + "\"", -1).length, "a part and an entity: " + reference);
            }
        }
    }

    @Test
    void aProjectThatWasACrateBecomesOneAgain() throws Exception {
        Path first = write(gidn, "ro-crate");
        Project again = ProjectArchive.unpack(first, folder.resolve("again"), ProjectArchive.Limits.ofProcess());
        Path second = write(new RunExport(again, 1, Runs.CATALOGUE), "ro-crate");
        try (ZipFile one = new ZipFile(first.toFile());
                ZipFile two = new ZipFile(second.toFile())) {
            assertEquals(
                    one.stream().map(ZipEntry::getName).collect(Collectors.toSet()),
                    two.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
        }
    }

    @Test
    void whatARunDoesNotHaveIsSaidInOneSentence() {
        refused("vtu", "computes no fields");
        refused("pvd", "in one state only");
        refused("onnx", "has trained no predictor");
        refused("hdf6", "hdf5");
    }

    private static void refused(String format, String part) {
        String message = assertThrows(InvalidInputException.class, () -> write(random, format))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(Files.notExists(folder.resolve("file-random." + format)), "no half-written file");
    }
}
