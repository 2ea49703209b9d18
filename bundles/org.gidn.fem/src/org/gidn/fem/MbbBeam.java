// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * The half MBB beam, the benchmark of topology optimisation, in the form of Andreassen et al. (2011), "Efficient topology
 * optimization in MATLAB using 88 lines of code": unit squares whose density is designed, a unit force at the top of the
 * symmetry axis, a roller at the bottom corner of the other end. Its compliance is the work of the force, its volume the mean of
 * the densities that the mechanics takes.
 *
 * <p>Densities are numbered row by row from the top, column 0 on the symmetry axis. Those that the mechanics takes are means
 * over each element's neighbours (density filter).
 *
 * @since 1.0
 */
public final class MbbBeam extends ComplianceEvaluator {
    /**
     * @param rows number of elements from top to bottom
     * @param columns number of elements of the half beam
     * @param material how stiff an element of a density is
     * @param filterRadius radius of the density filter in elements; 1 or less for none
     * @throws InvalidInputException if there are no elements, or the radius is negative
     */
    public MbbBeam(int rows, int columns, IsotropicMaterial material, double filterRadius) {
        this(rows, columns, material, filterRadius, false);
    }

    /**
     * @param rows number of elements from top to bottom
     * @param columns number of elements of the half beam
     * @param material how stiff an element of a density is
     * @param filterRadius radius of the density filter in elements; 1 or less for none
     * @param binary whether each element is either there or not, instead of having a density in between too
     * @throws InvalidInputException if there are no elements, or the radius is negative
     */
    public MbbBeam(int rows, int columns, IsotropicMaterial material, double filterRadius, boolean binary) {
        super(mesh(rows, columns), new DesignLayout(true, 0), material, filterRadius, binary);
    }

    private static DensityMesh mesh(int rows, int columns) {
        DensityMesh mesh = new DensityMesh(rows, columns).hold(rows, columns, 1).force(0, 0, 1, -1);
        for (int line = 0; line <= rows; line++) {
            mesh.hold(line, 0, 0);
        }
        return mesh;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new MbbBeam(
                    settings.integer("rows"),
                    settings.integer("columns"),
                    material(settings),
                    settings.real("filterRadius"),
                    settings.text("densities").equals("binary"));
        }
    }
}
