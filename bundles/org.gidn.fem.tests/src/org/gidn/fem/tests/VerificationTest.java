// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.gidn.core.design.DesignBatch;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolution;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every finite element code must pass. */
class VerificationTest {
    private static final double NU = 0.3;

    /** A rectangle of n × n elements of the stiff phase, all of whose edge nodes are moved as given. */
    private static Mesh framed(int n, double width, double height, ToDoubleBiFunction<double[], Integer> moved) {
        Mesh mesh = new CrackedPlate(n, 2 * n, true, 0, width / n, height / n, 1, 1).mesh();
        double[] prescribed = new double[mesh.dofs()];
        for (int dof = 0; dof < prescribed.length; dof++) {
            double[] at = mesh.nodes()[dof / 2];
            boolean edge =
                    at[0] == 0 || at[1] == 0 || Math.abs(at[0] - width) < 1e-9 || Math.abs(at[1] - height) < 1e-9;
            prescribed[dof] = edge ? moved.applyAsDouble(at, dof % 2) : Double.NaN;
        }
        return new Mesh(mesh.nodes(), mesh.quads(), mesh.variables(), mesh.element(), mesh.tips(), prescribed);
    }

    private static double[] stiff(int variables) {
        double[] design = new double[variables];
        Arrays.fill(design, 1);
        return design;
    }

    @Test
    void patchTest() {
        double[][] strain = {{0.3, -0.7}, {0.2, 0.5}};
        ToDoubleBiFunction<double[], Integer> linear =
                (at, k) -> strain[k][0] * at[0] + strain[k][1] * at[1] + 0.1 * (k + 1);
        Mesh mesh = framed(4, 1.3, 0.8, linear);
        PlateSolution solution = new PlateSolver(mesh, new TwoPhaseMaterial(10, NU)).solve(stiff(16));
        double[] moved = solution.displacements();
        for (int dof = 0; dof < mesh.dofs(); dof++) {
            assertEquals(linear.applyAsDouble(mesh.nodes()[dof / 2], dof % 2), moved[dof], 1e-14);
        }
        double d = 1 / (1 - NU * NU);
        double[] stress = {
            d * (0.3 + NU * 0.5), d * (0.5 + NU * 0.3), d * (1 - NU) / 2 * (0.2 - 0.7),
        };
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            assertArrayEquals(new double[] {0.3, 0.5, -0.5}, solution.strain(quad), 1e-13);
            assertArrayEquals(stress, solution.stress(quad), 1e-13);
        }
    }

    @Test
    void manufacturedSolutionConvergesWithOrderTwo() {
        double previous = errorOfManufacturedSolution(4);
        for (int n = 8; n <= 32; n *= 2) {
            double error = errorOfManufacturedSolution(n);
            assertEquals(2, Math.log(previous / error) / Math.log(2), 0.1);
            previous = error;
        }
    }

    /**
     * u = (sin kx sin ky, cos kx cos ky) on the unit square is held by the force c k² (1 − ν) u, c = E / (1 − ν²).
     *
     * @return root mean square of the error at the inner nodes
     */
    private static double errorOfManufacturedSolution(int n) {
        double k = 2;
        ToDoubleBiFunction<double[], Integer> exact = (at, c) ->
                c == 0 ? Math.sin(k * at[0]) * Math.sin(k * at[1]) : Math.cos(k * at[0]) * Math.cos(k * at[1]);
        Mesh mesh = framed(n, 1, 1, exact);
        double[] loads = new double[mesh.dofs()];
        double gauss = Math.sqrt(0.6);
        for (int[] quad : mesh.quads()) {
            for (double xi : new double[] {-gauss, 0, gauss}) {
                for (double eta : new double[] {-gauss, 0, gauss}) {
                    double weight = (xi == 0 ? 8 : 5) * (eta == 0 ? 8 : 5) / 81.0 / (4.0 * n * n);
                    double[] corner = mesh.nodes()[quad[0]];
                    double[] at = {corner[0] + (1 + xi) / (2 * n), corner[1] + (1 + eta) / (2 * n)};
                    double[] shape = {
                        (1 - xi) * (1 - eta) / 4,
                        (1 + xi) * (1 - eta) / 4,
                        (1 + xi) * (1 + eta) / 4,
                        (1 - xi) * (1 + eta) / 4
                    };
                    for (int i = 0; i < 8; i++) {
                        double force = k * k / (1 + NU) * exact.applyAsDouble(at, i % 2);
                        loads[2 * quad[i / 2] + i % 2] += weight * shape[i / 2] * force;
                    }
                }
            }
        }
        PlateSolver solver = new PlateSolver(mesh, new TwoPhaseMaterial(10, NU));
        double[] moved = solver.solve(stiff(n * n), loads).displacements();
        double sum = 0;
        for (int dof = 0; dof < moved.length; dof++) {
            double error = moved[dof] - exact.applyAsDouble(mesh.nodes()[dof / 2], dof % 2);
            sum += error * error;
        }
        return Math.sqrt(sum / (2.0 * (n - 1) * (n - 1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reactionsBalance(boolean symmetric) {
        CrackedPlate plate = CrackedPlate.square(8, 0.25).withSymmetry(symmetric);
        Mesh mesh = plate.mesh();
        PlateSolver solver = new PlateSolver(mesh, new TwoPhaseMaterial(10, NU));
        SplittableRandom random = new SplittableRandom(4);
        PlateSolution solution = solver.solve(random.doubles(plate.variables()).toArray());
        double[] forces = solution.forces();
        double[] moved = solution.displacements();
        double[] sums = new double[3];
        double work = 0;
        for (int dof = 0; dof < forces.length; dof++) {
            double[] at = mesh.nodes()[dof / 2];
            sums[dof % 2] += forces[dof];
            sums[2] += forces[dof] * (dof % 2 == 0 ? -at[1] : at[0]);
            work += forces[dof] * moved[dof] / 2;
            if (Double.isNaN(mesh.prescribed()[dof])) {
                assertEquals(0, forces[dof], 1e-13);
            }
        }
        assertArrayEquals(new double[3], sums, 1e-12);
        assertEquals(solution.energy(), work, 1e-12 * work);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void wholePlateOfMirroredDesignAgreesWithHalf(int size) {
        CrackToughness half = Composites.paper(size);
        CrackToughness whole = new CrackToughness(
                CrackedPlate.square(size, 0.25).withSymmetry(false), new TwoPhaseMaterial(10, 1 / 3.0));
        int columns = size / 2;
        DesignBatch designs = Composites.random(half.space(), 20, size);
        for (int i = 0; i < designs.size(); i++) {
            double[] mirrored = new double[size * size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < columns; column++) {
                    double value = designs.value(i, row * columns + column);
                    mirrored[row * size + columns + column] = value;
                    mirrored[row * size + columns - 1 - column] = value;
                }
            }
            double expected = Composites.value(half, designs.slice(i, i + 1));
            double actual = Composites.value(whole, DesignBatch.ofValues(size * size, mirrored));
            assertEquals(expected, actual, 1e-12 * expected);
        }
    }

    @Test
    void mirroredPlatesAreEquallyTough() {
        CrackToughness whole =
                new CrackToughness(CrackedPlate.square(8, 0.25).withSymmetry(false), new TwoPhaseMaterial(10, 1 / 3.0));
        DesignBatch designs = Composites.random(whole.space(), 20, 5);
        for (int i = 0; i < designs.size(); i++) {
            double[] mirrored = new double[64];
            for (int j = 0; j < 64; j++) {
                mirrored[j / 8 * 8 + 7 - j % 8] = designs.value(i, j);
            }
            double expected = Composites.value(whole, designs.slice(i, i + 1));
            assertEquals(expected, Composites.value(whole, DesignBatch.ofValues(64, mirrored)), 1e-12 * expected);
        }
    }

    /** The error at the soft elements' corners falls about linearly with the element's side. */
    @Test
    void refinedMeshesConverge() {
        CrackedPlate plate = CrackedPlate.square(8, 0.25);
        DesignBatch design = DesignBatch.ofBits(32, new long[] {~0x00016760L & 0xFFFFFFFFL});
        double[] values = new double[5];
        Arrays.setAll(
                values,
                k -> Composites.value(
                        new CrackToughness(plate.refined(2 * k + 1), new TwoPhaseMaterial(10, 1 / 3.0)), design));
        for (int k = 2; k < values.length; k++) {
            double before = Math.abs(values[k - 1] - values[k - 2]);
            double now = Math.abs(values[k] - values[k - 1]);
            assertTrue(now < 0.7 * before, () -> "no convergence: " + Arrays.toString(values));
        }
        assertTrue(Math.abs(values[4] / values[3] - 1) < 0.05, () -> "not converged: " + Arrays.toString(values));
    }
}
