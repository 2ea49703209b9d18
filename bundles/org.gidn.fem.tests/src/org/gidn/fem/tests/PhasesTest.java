// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.Level;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.MultiPhaseMaterial;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.bench.DenseCholesky;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composites of more than two phases. */
class PhasesTest {
    private static final CrackedPlate PLATE = CrackedPlate.square(8, 0.25);
    private static final double H = 1e-6;

    private final CrackToughness three = new CrackToughness(PLATE, phases("soft middle stiff", 1, 3, 10));

    private static MultiPhaseMaterial phases(String names, double... moduli) {
        return new MultiPhaseMaterial(List.of(names.split(" ")), moduli, 1 / 3.0);
    }

    private static DesignBatch random(int variables, int levels, int count, long seed) {
        return DesignBatch.ofValues(
                variables,
                new SplittableRandom(seed)
                        .ints((long) count * variables, 0, levels)
                        .asDoubleStream()
                        .toArray());
    }

    @Test
    void theSpaceNamesThePhases() {
        assertEquals(
                List.of("soft", "middle", "stiff"),
                three.space().picture().orElseThrow().levels().stream()
                        .map(Level::name)
                        .toList());
        assertTrue(Composites.paper(8).space().binary());
        assertEquals(
                "soft",
                Composites.paper(8).space().blocks().get(0).levels().get(0).name());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60})
    @DisplayName("Three phases have the values of an assembly of moduli 0.1, 0.3 and 1 by a dense solver")
    void agreesWithADenseSolver(int count) {
        DenseCholesky dense = new DenseCholesky(PLATE.mesh(), new TwoPhaseMaterial(10, 1 / 3.0));
        double[] variables = {0, 2 / 9.0, 1};
        DesignBatch designs = random(32, 3, count, 1);
        Evaluations results = three.evaluate(designs, Cancellation.NONE);
        for (int i = 0; i < count; i++) {
            double[] design = Arrays.stream(designs.toArray(i))
                    .map(level -> variables[(int) level])
                    .toArray();
            double expected = dense.energyAtFailure(design) / three.homogeneousEnergy();
            assertEquals(expected, results.value(i, 0), 1e-10 * expected);
        }
    }

    @Test
    @DisplayName("A design of three phases of which two occur has the value of the binary one, bit for bit")
    void twoOfThreePhasesAreABinaryDesign() {
        CrackToughness two = Composites.paper(8);
        DesignBatch binary = Composites.random(two.space(), 200, 4);
        double[] levels = new double[binary.size() * 32];
        for (int i = 0; i < binary.size(); i++) {
            binary.copy(i, levels, 32 * i);
        }
        Arrays.setAll(levels, i -> 2 * levels[i]);
        assertEquals(two.homogeneousEnergy(), three.homogeneousEnergy());
        assertArrayEquals(
                two.evaluate(binary, Cancellation.NONE).values(0),
                three.evaluate(DesignBatch.ofValues(32, levels), Cancellation.NONE)
                        .values(0));
    }

    @Test
    @DisplayName("Two phases as a material of several are the binary composite, its gradient between them included")
    void twoPhasesAreTheBinaryComposite() {
        CrackToughness several = new CrackToughness(PLATE, phases("soft stiff", 1, 10));
        CrackToughness two = Composites.paper(8);
        assertEquals(two.space(), several.space());
        double[] design = new SplittableRandom(3).doubles(32).toArray();
        double[] expected = new double[32];
        double[] gradient = new double[32];
        assertEquals(two.gradient(design, expected), several.gradient(design, gradient), 1e-12);
        assertArrayEquals(expected, gradient, 1e-10);
        DesignBatch binary = Composites.random(two.space(), 50, 4);
        assertArrayEquals(
                two.evaluate(binary, Cancellation.NONE).values(0),
                several.evaluate(binary, Cancellation.NONE).values(0));
    }

    @RepeatedTest(20)
    void agreesWithTheReference(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        int levels = random.nextInt(3, 8);
        Material material = several(RandomCases.material(random), levels);
        CrackToughness evaluator = new CrackToughness(plate, material);
        PlateSolver reference = new PlateSolver(plate.mesh(), material);
        DesignBatch designs = random(plate.variables(), levels, repetition.getCurrentRepetition() % 2 == 0 ? 2 : 20, 1);
        Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
        for (int i = 0; i < designs.size(); i++) {
            double[] variables = Arrays.stream(designs.toArray(i))
                    .map(level -> level / (levels - 1))
                    .toArray();
            double expected = reference.solve(variables).energyAtFailure() / evaluator.homogeneousEnergy();
            assertEquals(expected, results.value(i, 0), 1e-10 * expected);
        }
    }

    /** Any material with more phases between its two. */
    private static Material several(Material material, int levels) {
        List<Level> names = IntStream.range(0, levels)
                .mapToObj(level -> new Level("level" + level))
                .toList();
        Material unscaled = RandomCases.unscaled(material);
        return new Material() {
            @Override
            public List<Level> phases() {
                return names;
            }

            @Override
            public void stiffness(double variable, double[] stiffness) {
                unscaled.stiffness(variable, stiffness);
            }

            @Override
            public void stiffnessDerivative(double variable, double[] derivative) {
                throw new AssertionError("phases have no derivative");
            }

            @Override
            public void failure(double variable, double[] failure) {
                unscaled.failure(variable, failure);
            }

            @Override
            public void failureDerivative(double variable, double[] derivative) {
                throw new AssertionError("phases have no derivative");
            }

            @Override
            public double scale(double variable) {
                return material.scale(variable);
            }
        };
    }

    @RepeatedTest(10)
    void gradientsAgreeWithCentralDifferences(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(100 + repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        int levels = random.nextInt(3, 6);
        CrackToughness evaluator = new CrackToughness(plate, several(RandomCases.material(random), levels));
        int inputs = plate.variables() * levels;
        double[] weights = random.doubles(inputs, 0.05, 0.95).toArray();
        double[] gradient = new double[inputs];
        evaluator.gradient(weights, gradient);
        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        double[] unused = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            double[] above = weights.clone();
            double[] below = weights.clone();
            above[i] += H;
            below[i] -= H;
            double difference = evaluator.gradient(above, unused) - evaluator.gradient(below, unused);
            assertEquals(difference / (2 * H), gradient[i], 1e-6 * greatest);
        }
    }

    @Test
    @DisplayName("At a design the relaxed value is that of the design, and gradients come with batches")
    void designsHaveGradients() {
        DesignBatch designs = random(32, 3, 5, 9);
        Relaxation relaxation = new Relaxation(three.space());
        Evaluations results = three.evaluateWithGradients(designs, Cancellation.NONE);
        for (int i = 0; i < designs.size(); i++) {
            double[] gradient = new double[96];
            double value = three.gradient(relaxation.encode(designs.toArray(i)), gradient);
            assertEquals(results.value(i, 0), value, 1e-12 * value);
            assertArrayEquals(gradient, results.gradient(i));
        }
    }

    @Test
    void fieldsTellThePhasesAndTheirCurves() {
        double[] design = random(32, 3, 1, 2).toArray(0);
        Fields fields = three.fields(design);
        Fields.Field said = fields.elementFields().stream()
                .filter(field -> field.name().equals("design variable"))
                .findFirst()
                .orElseThrow();
        double energy = 0;
        for (Fields.Field field : fields.elementFields()) {
            if (field.name().equals("strain energy density")) {
                energy = Arrays.stream(field.values()).mapToDouble(v -> v[0]).sum();
            }
        }
        for (int j = 0; j < 32; j++) {
            assertEquals(design[j], said.values()[j][0]);
        }
        assertEquals(
                Composites.value(three, DesignBatch.ofValues(32, design)), energy / three.homogeneousEnergy(), 1e-10);
        assertEquals(
                List.of("composite", "element of soft", "element of middle", "element of stiff"),
                fields.curves().stream().map(Fields.Curve::name).toList());
        // Equal toughness of each phase, at moduli 0.1, 0.3 and 1.
        for (Fields.Curve curve : fields.curves().subList(1, 4)) {
            assertEquals(0.5, curve.x()[1] * curve.y()[1] / 2, 1e-12);
        }
        assertEquals(0.3, fields.curves().get(2).y()[1] / fields.curves().get(2).x()[1], 1e-12);
    }

    @Test
    void oneBadDesignLosesNoOther() {
        double[] designs = new double[96];
        Arrays.fill(designs, 2);
        designs[32 + 5] = 1.5;
        Evaluations results = three.evaluate(DesignBatch.ofValues(32, designs), Cancellation.NONE);
        assertEquals(1, results.value(0, 0), 1e-12);
        assertEquals(1, results.value(2, 0), 1e-12);
        assertEquals("Variable 5 of the design is 1.5, but must be the number of a phase, 0 … 2.", results.failure(1));
    }

    @Test
    void refusesWhatNeedsTwoPhases() {
        refused("two phases", () -> three.swaps(new double[32]));
        Workers workers = new Workers(1, Cancellation.NONE);
        refused("binary elements", () -> three.enumerate(three.space(), 1, workers, Phase.SILENT));
        refused("96 in all", () -> three.gradient(new double[32], new double[96]));
        refused("96 derivatives", () -> three.gradient(new double[96], new double[32]));
        double[] inputs = new double[96];
        inputs[7] = 1.5;
        refused("Input 7", () -> three.gradient(inputs, new double[96]));
        refused("not positive definite", () -> three.gradient(new double[96], new double[96]));
    }

    @Test
    void refusesPhasesThatAreNone() {
        refused("as many names", () -> phases("soft stiff", 1, 3, 10));
        refused("2 to 36 moduli", () -> phases("stiff", 1));
        refused("above 0", () -> phases("soft stiff", 0, 1));
        refused("above 0", () -> phases("soft stiff", 1, Double.NaN));
        refused("two levels 'soft'", () -> new CrackToughness(PLATE, phases("soft soft", 1, 2)));
    }

    private static void refused(String expected, Executable call) {
        String message = assertThrows(InvalidInputException.class, call).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
