// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.VtuWriter;
import org.gidn.fem.CrackToughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FieldsTest {
    private final CrackToughness paper = Composites.paper(8);
    private final double[] best =
            IntStream.range(0, 32).mapToDouble(j -> 1 - (0x16760 >> j & 1)).toArray();
    private final Fields fields = paper.fields(best);

    private double[][] values(String name) {
        return fields.elementFields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static double area(Fields.Curve curve) {
        return curve.x()[1] * curve.y()[1] / 2;
    }

    @Test
    void theTipIsAtFailureAndTheEnergyIsTheToughness() {
        assertEquals(1, values("failure measure")[2 * 4][0], 1e-12);
        double energy = Arrays.stream(values("strain energy density"))
                .mapToDouble(v -> v[0])
                .sum();
        double toughness = Composites.value(paper, DesignBatch.ofValues(32, best));
        assertEquals(toughness, energy / paper.homogeneousEnergy(), 1e-10);
        for (int j = 0; j < 32; j++) {
            assertEquals(best[j], values("design variable")[j][0]);
            assertEquals(fields.variables()[j], j);
        }
    }

    @Test
    void stressFollowsFromStrain() {
        double[][] strain = values("strain");
        double[][] stress = values("stress");
        for (int j = 0; j < 32; j++) {
            double modulus = best[j] == 1 ? 1 : 0.1;
            assertEquals(modulus * (strain[j][0] + strain[j][1] / 3) / (1 - 1 / 9.0), stress[j][0], 1e-12);
            assertEquals(modulus / (2 + 2 / 3.0) * strain[j][2], stress[j][2], 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everyElementIsEquallyTough(int curve) {
        assertEquals(0.5, area(fields.curves().get(curve)), 1e-12);
    }

    @Test
    void theCompositesCurveEnclosesItsToughness() {
        double[] stiff = new double[32];
        Arrays.fill(stiff, 1);
        double ratio =
                area(fields.curves().get(0)) / area(paper.fields(stiff).curves().get(0));
        assertEquals(Composites.value(paper, DesignBatch.ofValues(32, best)), ratio, 1e-10);
    }

    @Test
    void theVtuFileHoldsEverything() throws Exception {
        StringWriter text = new StringWriter();
        VtuWriter.write(fields, text);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.toString())));
        Element piece = (Element) document.getElementsByTagName("Piece").item(0);
        assertEquals("45", piece.getAttribute("NumberOfPoints"));
        assertEquals("32", piece.getAttribute("NumberOfCells"));
        NodeList arrays = document.getElementsByTagName("DataArray");
        int[] expected = {3 * 45, 4 * 32, 32, 32, 3 * 45, 3 * 32, 3 * 32, 32, 32, 32};
        assertEquals(expected.length, arrays.getLength());
        for (int i = 0; i < expected.length; i++) {
            Element array = (Element) arrays.item(i);
            assertEquals(expected[i], array.getTextContent().strip().split("\\s+").length, array.getAttribute("Name"));
        }
        assertTrue(text.toString().contains("Name=\"stress\" format=\"ascii\" NumberOfComponents=\"3\""));
    }
}
