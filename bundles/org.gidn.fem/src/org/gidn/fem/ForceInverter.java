// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * The compliant force inverter, a mechanism of one piece (Bendsøe and Sigmund 2003, "Topology Optimization", section 5.1.5): the upper edge is the
 * symmetry axis, a unit force pushes its left end to the right against a spring, and its right end, held by another spring, is to move to
 * the left as far as possible. Its objective is that end's displacement to the right, the less the better.
 *
 * <p>Densities are numbered row by row from the symmetry axis, column 0 at the force. Those that the mechanics takes are means over
 * each element's neighbours (density filter).
 *
 * @since 1.0
 */
public final class ForceInverter extends DensityEvaluator {
    private static final List<Output> OUTPUTS =
            List.of(new Output("displacement", "", Goal.MINIMISE), new Output("volume", ""));

    private final int output;
    private final double[] outputForce;

    /**
     * @param rows number of elements of the half mechanism from the symmetry axis to the lower edge
     * @param columns number of elements from the force to the output
     * @param material how stiff an element of a density is
     * @param filterRadius radius of the density filter in elements; 1 or less for none
     * @param spring stiffness of the springs at either end, in units of the solid's modulus, above 0
     * @throws InvalidInputException if there are no elements, the radius is negative or the spring none
     */
    public ForceInverter(int rows, int columns, IsotropicMaterial material, double filterRadius, double spring) {
        super(mesh(rows, columns, spring), DesignLayout.PLAIN, material, filterRadius, false);
        output = 2 * columns;
        outputForce = new double[2 * (rows + 1) * (columns + 1)];
        outputForce[output] = 1;
    }

    private static DensityMesh mesh(int rows, int columns, double spring) {
        if (!(spring > 0) || Double.isInfinite(spring)) {
            throw new InvalidInputException("The springs' stiffness must be a number above 0, but is " + spring + ".");
        }
        DensityMesh mesh = new DensityMesh(rows, columns)
                .force(0, 0, 0, 1)
                .spring(0, 0, 0, spring)
                .spring(0, columns, 0, spring);
        for (int column = 0; column <= columns; column++) {
            mesh.hold(0, column, 1);
        }
        // The two nodes at the lower corner below the force.
        for (int line = Math.max(1, rows - 1); line <= rows; line++) {
            mesh.hold(line, 0, 0).hold(line, 0, 1);
        }
        return mesh;
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
    }

    @Override
    double objective(double[] densities, PlateSolution solution) {
        return solution.displacements()[output];
    }

    /** By the displacements that a unit force at the output makes. */
    @Override
    double[] byModulus(double[] densities, PlateSolution solution) {
        double[] moved = solution.displacements();
        double[] adjoint = displacements(densities, outputForce);
        double[] slope = new double[densities.length];
        Arrays.setAll(slope, quad -> -mutualWork(quad, moved, adjoint));
        return slope;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new ForceInverter(
                    settings.integer("rows"),
                    settings.integer("columns"),
                    material(settings),
                    settings.real("filterRadius"),
                    settings.real("spring"));
        }
    }
}
