// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.VtuSeries;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackGrowth;
import org.gidn.fem.CrackGrowth.Loading;
import org.gidn.fem.CrackGrowth.Objective;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CrackGrowthTest {
    private static final TwoPhaseMaterial TEN = new TwoPhaseMaterial(10, 1 / 3.0);
    private static final CrackedPlate PAPER = CrackedPlate.square(8, 0.25);

    private final double[] best =
            IntStream.range(0, 32).mapToDouble(j -> 1 - (0x16760 >> j & 1)).toArray();

    private static CrackGrowth growth(CrackedPlate plate) {
        return new CrackGrowth(plate, TEN, Loading.GRIPS, Objective.WORK_OF_FRACTURE);
    }

    private static double[] measured(CrackGrowth growth, double[] design) {
        Evaluations found = growth.evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE);
        return found.measured(0);
    }

    private static double[] stiff(int variables) {
        double[] stiff = new double[variables];
        Arrays.fill(stiff, 1);
        return stiff;
    }

    /**
     * Tada, Paris and Irwin's stress intensity factor of an edge crack under tension, good to 0.5 %, in a plate twice as long as wide. While
     * the first row parts, the crack's tip is in its middle and the load halfway between those before and after.
     */
    @ParameterizedTest
    @CsvSource({"12, 5, 3", "12, 5, 4"})
    void energyReleaseIsThatOfTheHandbook(int rows, int refinement, int crack) {
        CrackedPlate plate = new CrackedPlate(rows, 2 * rows, true, crack / (double) rows, 1, 1, 1, refinement);
        CrackGrowth growth = new CrackGrowth(plate, TEN, Loading.TENSION, Objective.WORK_OF_FRACTURE);
        Fields.Curve curve = growth.fields(stiff(plate.variables())).curves().get(0);
        double stress = (curve.y()[1] + curve.y()[2]) / 2;
        double length = crack + 0.5;
        double q = Math.PI / 2 * length / rows;
        double form = Math.sqrt(Math.tan(q) / q)
                * (0.752 + 2.02 * length / rows + 0.37 * Math.pow(1 - Math.sin(q), 3))
                / Math.cos(q);
        // In units of the modulus and the strain at failure; parting a unit of length takes ½ E ε² for both elements
        // beside it.
        double released = stress * stress * Math.PI * length * form * form;
        assertEquals(1, released, 0.03);
    }

    /** The same from single solutions, written out. */
    @Test
    void workAndLoadsAreThoseOfTheRowsOneByOne() {
        double[] ratios = new double[3];
        double[][] both = {byRows(best), byRows(stiff(32))};
        Arrays.setAll(ratios, i -> both[0][i] / both[1][i]);
        assertArrayClose(ratios, Arrays.copyOf(measured(growth(PAPER), best), 3));
    }

    private static double[] byRows(double[] design) {
        double[] energy = new double[7];
        for (int row = 2; row < 8; row++) {
            CrackedPlate plate = CrackedPlate.square(8, row / 8.0);
            energy[row - 2] = new PlateSolver(plate.mesh(), TEN).solve(design).energy();
        }
        double work = 0;
        double peak = 0;
        double first = 0;
        double moved = 0;
        for (int i = 0; i < 6; i++) {
            double needed = Math.sqrt(0.5 / (energy[i] - energy[i + 1]));
            if (needed > moved) {
                work += energy[i] * (needed * needed - moved * moved);
                moved = needed;
            }
            peak = Math.max(peak, 2 * energy[i] * moved);
            first = i == 0 ? peak : first;
        }
        return new double[] {work, peak, first};
    }

    private static void assertArrayClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-9 * expected[i]);
        }
    }

    @Test
    void theStiffPlateIsTheUnit() {
        assertArrayClose(new double[] {1, 1, 1, 1, 1}, measured(growth(PAPER), stiff(32)));
    }

    @Test
    void itTellsToughnessToo() {
        double[] found = measured(growth(PAPER), best);
        assertEquals(69.416, found[4], 1e-3);
        CrackGrowth byLoad = new CrackGrowth(PAPER, TEN, Loading.GRIPS, Objective.PEAK_LOAD);
        double[] other = measured(byLoad, best);
        assertEquals("peak load", byLoad.outputs().get(0).name());
        assertArrayClose(new double[] {found[1], found[0], found[2], found[3], found[4]}, other);
    }

    @Test
    void stepsLeadFromNoLoadToTheLastRow() {
        List<FieldStep> steps = growth(PAPER).steps(best);
        int rows = 2;
        for (FieldStep step : steps) {
            assertTrue(step.layout().mirrored());
            assertTrue(step.layout().slitRows() == rows || step.layout().slitRows() == rows + 1);
            rows = step.layout().slitRows();
        }
        assertEquals(7, rows);
        assertEquals(0, moved(steps.get(0).fields()));
        assertTrue(moved(steps.get(1).fields()) > 0);
    }

    @Test
    void theWorkOfFractureIsTheAreaBelowTheCurve() {
        double ratio = area(best) / area(stiff(32));
        assertEquals(measured(growth(PAPER), best)[0], ratio, 1e-9 * ratio);
    }

    private static double area(double[] design) {
        List<Fields.Curve> curves = growth(PAPER).fields(design).curves();
        Fields.Curve apart = curves.get(1);
        double area = 0;
        for (int i = 1; i < apart.x().length; i++) {
            assertTrue(apart.x()[i] >= apart.x()[i - 1]);
            assertEquals(apart.y()[i], curves.get(0).y()[i]);
            area += (apart.x()[i] - apart.x()[i - 1]) * (apart.y()[i] + apart.y()[i - 1]) / 2;
        }
        assertEquals(0, apart.y()[apart.y().length - 1]);
        return area;
    }

    @Test
    void theSeriesNamesAFileOfEachStep() throws Exception {
        List<FieldStep> steps = growth(PAPER).steps(best);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        VtuSeries.write(steps, archive);
        Map<String, Document> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayInputStream content = new ByteArrayInputStream(zip.readAllBytes());
                files.put(
                        entry.getName(),
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(content));
            }
        }
        NodeList named = files.remove("steps.pvd").getElementsByTagName("DataSet");
        assertEquals(steps.size(), named.getLength());
        for (int i = 0; i < named.getLength(); i++) {
            Element step = (Element) named.item(i);
            assertEquals(String.valueOf(i), step.getAttribute("timestep"));
            Document file = files.remove(step.getAttribute("file"));
            assertEquals(1, file.getElementsByTagName("PointData").getLength());
        }
        assertTrue(files.isEmpty());
    }

    private static double moved(Fields fields) {
        return Arrays.stream(fields.nodeFields().get(0).values())
                .mapToDouble(node -> Math.hypot(node[0], node[1]))
                .max()
                .orElseThrow();
    }

    @Test
    void itKeepsWhatEvaluatorsPromise() {
        new EvaluatorContract(() -> growth(CrackedPlate.square(4, 0.25))).check();
    }

    @Test
    void anUnsymmetricPlateIsRefused() {
        CrackedPlate plate = PAPER.withSymmetry(false);
        String told =
                assertThrows(InvalidInputException.class, () -> growth(plate)).getMessage();
        assertTrue(told.contains("let it be symmetric"), told);
    }
}
