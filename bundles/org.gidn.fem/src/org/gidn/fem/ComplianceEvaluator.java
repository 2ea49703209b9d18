// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;

/** A benchmark whose objective is the compliance, the work of the forces. */
abstract class ComplianceEvaluator extends DensityEvaluator {
    private static final List<Output> OUTPUTS =
            List.of(new Output("compliance", "", Goal.MINIMISE), new Output("volume", ""));

    ComplianceEvaluator(
            DensityMesh geometry,
            DesignLayout layout,
            IsotropicMaterial material,
            double filterRadius,
            boolean binary) {
        super(geometry, layout, material, filterRadius, binary);
    }

    @Override
    public final List<Output> outputs() {
        return OUTPUTS;
    }

    @Override
    final double objective(double[] densities, PlateSolution solution) {
        return 2 * solution.energy();
    }

    /** The displacements are their own adjoint: under a constant force the compliance falls by uᵀ K′ u. */
    @Override
    final double[] byModulus(double[] densities, PlateSolution solution) {
        double[] moved = solution.displacements();
        double[] slope = new double[densities.length];
        Arrays.setAll(slope, quad -> -mutualWork(quad, moved, moved));
        return slope;
    }
}
