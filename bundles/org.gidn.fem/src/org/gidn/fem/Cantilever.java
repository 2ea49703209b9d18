// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * The cantilever, a benchmark of topology optimisation (Sigmund 2001, "A 99 line topology optimization code written in Matlab", section 5.1):
 * unit squares whose density is designed, held at the left edge, with a unit force downwards at the bottom of the right one. Its
 * compliance is the work of the force, its volume the mean of the densities that the mechanics takes.
 *
 * <p>Densities are numbered row by row from the top, column 0 at the wall. Those that the mechanics takes are means over each
 * element's neighbours (density filter).
 *
 * @since 1.0
 */
public final class Cantilever extends ComplianceEvaluator {
    /**
     * @param rows number of elements from top to bottom
     * @param columns number of elements from the wall to the force
     * @param material how stiff an element of a density is
     * @param filterRadius radius of the density filter in elements; 1 or less for none
     * @param binary whether each element is either there or not, instead of having a density in between too
     * @throws InvalidInputException if there are no elements, or the radius is negative
     */
    public Cantilever(int rows, int columns, IsotropicMaterial material, double filterRadius, boolean binary) {
        super(mesh(rows, columns), DesignLayout.PLAIN, material, filterRadius, binary);
    }

    private static DensityMesh mesh(int rows, int columns) {
        DensityMesh mesh = new DensityMesh(rows, columns).force(rows, columns, 1, -1);
        for (int line = 0; line <= rows; line++) {
            mesh.hold(line, 0, 0).hold(line, 0, 1);
        }
        return mesh;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new Cantilever(
                    settings.integer("rows"),
                    settings.integer("columns"),
                    material(settings),
                    settings.real("filterRadius"),
                    settings.text("densities").equals("binary"));
        }
    }
}
