// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;

/**
 * The half model of a symmetric plate with every length of its crack, from the one that it is made with to that which leaves one row whole.
 * Energies and forces are those of the half model. Thread-safe.
 */
final class GrowingCrack {
    private final CrackedPlate plate;
    private final Material material;
    private final CrackGrowth.Loading loading;
    private final CrackedPlate[] plates;
    private final PlateSolver[] solvers;
    /** Forces on the far edge that are 1 together; none where it is moved. */
    private final double[] loads;

    GrowingCrack(CrackedPlate plate, Material material, CrackGrowth.Loading loading) {
        this.plate = plate;
        this.material = material;
        this.loading = loading;
        int states = plate.rows() - plate.crackRows();
        plates = new CrackedPlate[states];
        solvers = new PlateSolver[states];
        for (int i = 0; i < states; i++) {
            plates[i] = plate.withCrack((plate.crackRows() + i) / (double) plate.rows());
            solvers[i] = new PlateSolver(supported(plates[i].mesh()), material);
        }
        loads = loads(plate.mesh());
    }

    /** The mesh of which no tip is asked for; under tension, its far edge is free. */
    private Mesh supported(Mesh mesh) {
        double[] prescribed = Arrays.stream(mesh.prescribed())
                .map(value -> value == 1 && loading == CrackGrowth.Loading.TENSION ? Double.NaN : value)
                .toArray();
        return new Mesh(mesh.nodes(), mesh.quads(), mesh.variables(), mesh.element(), new int[0], prescribed);
    }

    private double[] loads(Mesh mesh) {
        double[] forces = new double[mesh.dofs()];
        if (loading == CrackGrowth.Loading.TENSION) {
            int last = mesh.nodes().length - 1;
            int edges = plate.rows() * plate.refinement();
            for (int dof = 0; dof < forces.length; dof++) {
                double y = mesh.nodes()[dof / 2][1];
                boolean corner = y == 0 || y == mesh.nodes()[last][1];
                forces[dof] = mesh.prescribed()[dof] == 1 ? (corner ? 0.5 : 1) / edges : 0;
            }
        }
        return forces;
    }

    /** The plate with so many more rows parted. */
    CrackedPlate plate(int state) {
        return plates[state];
    }

    PlateSolver solver(int state) {
        return solvers[state];
    }

    /** What happens in a state where the far edge moves by 1, or under tension where the force on it is 1. */
    PlateSolution solve(int state, double[] variables) {
        return solvers[state].solve(variables, loads);
    }

    /** What to multiply a state's solution by, where the far edge has moved so far. */
    double scale(Growth growth, int state, double displacement) {
        return loading == CrackGrowth.Loading.GRIPS ? displacement : growth.stiffness()[state] * displacement;
    }

    /**
     * Lets the crack grow.
     *
     * @param variables the material's variable of each element
     * @return null if parting a row would release no energy
     */
    Growth grow(double[] variables) {
        int states = solvers.length;
        double[] stiffness = new double[states + 1];
        double[] mouth = new double[states + 1];
        double[] energy = new double[states];
        double volume = plate.elementWidth() * plate.elementHeight() * plate.thickness();
        for (int i = 0; i < states; i++) {
            PlateSolution solution = solve(i, variables);
            double twice = 2 * solution.energy();
            // Of a force of 1, the work is half the displacement, which is the mean over the edge.
            stiffness[i] = loading == CrackGrowth.Loading.GRIPS ? twice : 1 / twice;
            double atMouth = 2 * solution.displacements()[0];
            mouth[i] = loading == CrackGrowth.Loading.GRIPS ? atMouth : atMouth * stiffness[i];
            int beside = (plate.crackRows() + i) * plate.designColumns();
            energy[i] = volume * UniaxialFailure.of(material, variables[beside]).energy();
        }
        // The halves are apart by all that the edges have moved.
        mouth[states] = 2;
        return Growth.of(stiffness, mouth, energy);
    }
}
