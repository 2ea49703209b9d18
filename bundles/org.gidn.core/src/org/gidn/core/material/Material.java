// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.material;

import java.util.List;
import org.gidn.core.design.Level;

/**
 * A material in plane stress whose properties depend on one design variable, 0 to 1. Contributed through
 * {@code org.gidn.core.materials}. Thread-safe, without state.
 *
 * <p>Symmetric 3 × 3 matrices in Voigt notation (ε_xx, ε_yy, γ_xy) are given by six numbers in the order 11, 12, 22, 13,
 * 23, 33.
 *
 * @since 1.0
 */
public interface Material extends AutoCloseable {
    /** The number of independent entries of a symmetric 3 × 3 matrix. */
    int ENTRIES = 6;

    /**
     * The stiffness matrix D: stress is D times strain.
     *
     * @param variable design variable, 0 … 1
     * @param stiffness receives six entries, in units of stress
     */
    void stiffness(double variable, double[] stiffness);

    /** The derivative of {@link #stiffness} with respect to the design variable. */
    void stiffnessDerivative(double variable, double[] derivative);

    /**
     * The failure form F: the material fails when εᵀ F ε reaches 1.
     *
     * @param variable design variable, 0 … 1
     * @param failure receives six entries, dimensionless
     */
    void failure(double variable, double[] failure);

    /** The derivative of {@link #failure} with respect to the design variable. */
    void failureDerivative(double variable, double[] derivative);

    /**
     * The factor by which the stiffness scales if {@code stiffness(x) = scale(x) · stiffness(1)} for every x, which lets
     * solvers take a shorter way; NaN if the material does not scale so.
     */
    default double scale(double variable) {
        return Double.NaN;
    }

    /**
     * What the phases are called of which elements can be, and how they are drawn, at least two; number i of k is the
     * material at the variable i / (k − 1).
     */
    default List<Level> phases() {
        return List.of(new Level("0"), new Level("1"));
    }

    /** Gives back what the material holds; most hold nothing. */
    @Override
    default void close() {}
}
