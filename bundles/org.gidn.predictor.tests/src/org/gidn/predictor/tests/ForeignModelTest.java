// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gidn.core.InvalidInputException;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model file may come from anybody: it is data, and nothing in it is run, believed or unpacked without bounds. */
class ForeignModelTest {
    private static final String WEIGHTS = "coefficients.bin";
    private static final String DESCRIPTION = "configuration.json";

    @TempDir
    private Path folder;

    /** The entries of a model of so many members. */
    private Map<String, byte[]> model(int members) throws IOException {
        Path file = folder.resolve("good.zip");
        MlpSettings settings =
                new MlpSettings(1, 4, 0, 0.003, "constant", 0, 10, 5, 0, "none", "plusMinusOne", members, "tiled");
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(Examples.binary(3, 3, 50, 1), Examples.training(1));
            predictor.save(file);
        }
        return unzipped(Files.readAllBytes(file));
    }

    private static Map<String, byte[]> unzipped(byte[] content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private void assertRefused(Map<String, byte[]> entries, String reason) throws IOException {
        Path file = Files.write(folder.resolve("foreign.zip"), zipped(entries));
        try (MlpPredictor predictor = new MlpPredictor(MlpSettings.DEFAULTS)) {
            String message = assertThrows(InvalidInputException.class, () -> predictor.restore(file))
                    .getMessage();
            assertEquals(
                    "The file " + file + " is no model of this program: " + reason + "; train the predictor again.",
                    message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin", "updaterState.bin", "noParams.marker", "../out.txt"})
    void entriesThatThisProgramDoesNotWriteAreNotRead(String name) throws IOException {
        Map<String, byte[]> entries = model(1);
        entries.put(name, new byte[10]);
        assertRefused(entries, "it has an entry that no model of this program has");
    }

    @Test
    void norAreThoseOfItsMembers() throws IOException {
        Map<String, byte[]> entries = model(2);
        Map<String, byte[]> member = unzipped(entries.get("member-2.zip"));
        member.put("preprocessor.bin", new byte[10]);
        entries.put("member-2.zip", zipped(member));
        assertRefused(entries, "it has an entry that no model of this program has");
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION, WEIGHTS})
    void asMuchAsASmallFileCanHoldIsUnpackedAndNoMore(String name) throws IOException {
        Map<String, byte[]> entries = model(1);
        entries.put(name, new byte[1 << 25]);
        assertRefused(entries, "what it unpacks to is too large for a model of its size");
    }

    @Test
    void whatIsPackedTwiceIsNotUnpackedTwiceAsFar() throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(member)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry(DESCRIPTION));
            zip.write(new byte[1 << 19]);
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry(WEIGHTS));
            zip.write(new byte[1 << 25]);
        }
        Map<String, byte[]> entries = model(2);
        entries.put("member-1.zip", member.toByteArray());
        assertRefused(entries, "what it unpacks to is too large for a model of its size");
    }

    @Test
    void weightsAreCountedAndNotBelieved() throws IOException {
        Map<String, byte[]> entries = model(1);
        byte[] weights = entries.get(WEIGHTS);
        // The count stands before the type and the values.
        int type = new String(weights, StandardCharsets.ISO_8859_1).indexOf("\u0000\u0005FLOAT");
        weights[type - 5] = 0x7f;
        assertRefused(entries, "its weights are not as many as it says");
    }

    @Test
    void aNetworkOfOtherSizeThanItsWeightsIsRefused() throws IOException {
        Map<String, byte[]> entries = model(1);
        String description = new String(entries.get(DESCRIPTION), StandardCharsets.UTF_8);
        entries.put(
                DESCRIPTION,
                description.replaceFirst("\"nin\" : 9", "\"nin\" : 2000000000").getBytes(StandardCharsets.UTF_8));
        assertRefused(entries, "it has 45 weights, but its layers have 8000000009");
    }

    @ParameterizedTest
    @CsvSource({"0,0.0", "-1,-1.0"})
    void anOutputHasAUnitAboveNothing(String written, String read) throws IOException {
        Map<String, byte[]> entries = model(1);
        String scaling = new String(entries.get("gidn-scaling.properties"), StandardCharsets.UTF_8);
        entries.put(
                "gidn-scaling.properties",
                scaling.replaceFirst("unit=.*", "unit=" + written).getBytes(StandardCharsets.UTF_8));
        assertRefused(
                entries,
                "its values count from " + origin(scaling) + " in units of " + read
                        + ", where both must be finite and the unit above 0");
    }

    private static String origin(String scaling) {
        return scaling.lines()
                .filter(line -> line.startsWith("origin="))
                .findFirst()
                .orElseThrow()
                .substring("origin=".length());
    }

    @Test
    void aDescriptionNamesPartsOfNetworksOnly() throws IOException {
        Map<String, byte[]> entries = model(1);
        String description = new String(entries.get(DESCRIPTION), StandardCharsets.UTF_8);
        String other = description.replace("org.nd4j.linalg.learning.config.Adam", "javax.swing.JFrame");
        entries.put(DESCRIPTION, other.getBytes(StandardCharsets.UTF_8));
        assertRefused(entries, "its description names what is no part of a network");
        String hidden = description.replace("@class", "\\u0040class");
        entries.put(DESCRIPTION, hidden.getBytes(StandardCharsets.UTF_8));
        assertRefused(entries, "its description is none of a network");
    }
}
