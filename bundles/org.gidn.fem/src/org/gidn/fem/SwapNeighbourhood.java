// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.gidn.core.material.Material;
import org.gidn.fem.internal.TipFailure;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * All swaps of a soft with a stiff element of one design, by low-rank update of one factorisation (Sherman, Morrison and
 * Woodbury).
 *
 * <p>Between its two phases an element's stiffness changes by ΔK = ± V Vᵀ, with five columns for the bilinear rectangle.
 * With the compliances H = Vᵀ K⁻¹ V between the two elements of a swap, the deformations w = Vᵀ u before it and the
 * compliances h of the strains at the crack tip, the change of the energy is ½ wᵀ A⁻¹ w and that of a strain −hᵀ A⁻¹ w,
 * where A = H ± 1, plus for an element that gains stiffness V Vᵀ. So one elimination of the rows of both elements from
 * A with w and h beside it gives all.
 */
final class SwapNeighbourhood {
    private static final int DOFS = BilinearElement.DOFS;
    /** An update that may have lost more of its relative precision than this is not taken; most are a tenth as wrong. */
    private static final double PRECISION = 3e-10;

    private final PlateSolver solver;
    private final double homogeneous;
    private final Mesh mesh;
    /** V, {@code [mode][displacement]}. */
    private final double[][] modes;
    /** +1 if stiff minus soft is V Vᵀ, −1 if it is −V Vᵀ, 0 if the difference is of neither kind. */
    private final int sign;

    private final TipFailure failure;
    /** Finite element of each variable. */
    private final int[] quads;

    /** @param homogeneous energy at failure of a plate of the stiff material alone */
    SwapNeighbourhood(PlateSolver solver, double homogeneous) {
        this.solver = solver;
        this.homogeneous = homogeneous;
        this.mesh = solver.mesh();
        this.failure = new TipFailure(mesh, solver.material());
        double[] entries = new double[Material.ENTRIES];
        solver.material().stiffness(1, entries);
        double[] difference = solver.combine(entries);
        solver.material().stiffness(0, entries);
        double[] soft = solver.combine(entries);
        Arrays.setAll(difference, i -> difference[i] - soft[i]);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(DOFS, true, true);
        eigen.decompose(new DMatrixRMaj(DOFS, DOFS, true, difference));
        double greatest = 0;
        for (int i = 0; i < DOFS; i++) {
            greatest = Math.max(greatest, Math.abs(eigen.getEigenvalue(i).getReal()));
        }
        double[][] found = new double[DOFS][];
        int count = 0;
        int positive = 0;
        for (int i = 0; i < DOFS; i++) {
            double value = eigen.getEigenvalue(i).getReal();
            if (Math.abs(value) > 1e-12 * greatest) {
                double root = Math.sqrt(Math.abs(value));
                found[count++] = Arrays.stream(eigen.getEigenVector(i).getData())
                        .map(entry -> root * entry)
                        .toArray();
                positive += value > 0 ? 1 : 0;
            }
        }
        this.modes = Arrays.copyOf(found, count);
        this.sign = count == 0 ? 0 : positive == count ? 1 : positive == 0 ? -1 : 0;
        this.quads = new int[solver.variables()];
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            quads[mesh.variables()[quad]] = quad;
        }
    }

    /** Whether this way can be taken: one finite element a variable, and phases of which one is stiffer in every mode. */
    boolean applies() {
        return sign != 0 && mesh.quads().length == quads.length;
    }

    /**
     * Works out the toughness of each swap that an update gives precisely enough, and leaves the others as they are.
     *
     * @param design values 0 or 1
     * @param zeros the variables that are 0
     * @param ones the variables that are 1
     * @param values {@code [zero][one]}
     */
    void update(double[] design, int[] zeros, int[] ones, double[][] values) {
        // Solutions are needed for the elements of one kind only: the rarer.
        boolean zerosArePivots = zeros.length <= ones.length;
        int[] pivots = zerosArePivots ? zeros : ones;
        int[] others = zerosArePivots ? ones : zeros;
        if (pivots.length == 0) {
            return;
        }
        PlateSolution solution = solver.solve(design);
        double before = solution.energyAtFailure() / homogeneous;
        Compliances compliances = new Compliances(solver, solution, failure, modes);
        PairElimination elimination =
                new PairElimination(solver, compliances, quadsOf(pivots), zerosArePivots ? sign : -sign);
        for (int from = 0; from < others.length; from += elimination.others()) {
            int to = Math.min(from + elimination.others(), others.length);
            elimination.run(quadsOf(Arrays.copyOfRange(others, from, to)));
            for (int q = from; q < to; q++) {
                for (int p = 0; p < pivots.length; p++) {
                    int pair = (q - from) * pivots.length + p;
                    double value = elimination.energy(pair)
                            / failure(design, pivots[p], others[q], elimination.strains(), pair)
                            / homogeneous;
                    double lost = compliances.rounding * cancelled(before, value) / elimination.leastPivot(pair);
                    if (lost < PRECISION) {
                        values[zerosArePivots ? p : q][zerosArePivots ? q : p] = value;
                    }
                }
            }
        }
    }

    /**
     * By how much the relative error of a toughness, energy over the square of the tip's strain, grows because the energy is
     * a small difference from that before the swap, or the strain one from that before or from the plate's.
     */
    private static double cancelled(double before, double after) {
        return Math.max(Math.max(1, before / after), Math.sqrt(Math.max(after, after / before)));
    }

    private int[] quadsOf(int[] variables) {
        return Arrays.stream(variables).map(variable -> quads[variable]).toArray();
    }

    /** The failure measure of the crack tip after a swap. */
    private double failure(double[] design, int pivot, int other, double[][] strains, int lane) {
        double greatest = 0;
        for (int tip = 0; tip < mesh.tips().length; tip++) {
            int variable = mesh.variables()[mesh.tips()[tip]];
            boolean swapped = variable == pivot || variable == other;
            int phase = (int) (swapped ? 1 - design[variable] : design[variable]);
            greatest = Math.max(greatest, failure.of(tip, phase, strains, lane));
        }
        return greatest;
    }
}
