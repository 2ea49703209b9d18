// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.BilinearElement;

/**
 * Solves many designs side by side, for the strain energy and the strains at the crack tip alone.
 *
 * <p>The stiffness matrices are factorised row by row within their envelope, A = L Lᵀ, and the load with them: with
 * y = L⁻¹ f the energy follows from yᵀ y, without any displacement. Rows are numbered so that the crack tip comes late;
 * the displacements there need only the last rows of the factor, so all earlier rows live in a ring just long enough for
 * the elimination. A few designs are solved one after the other, to the same bits: loops over them would not pay. Allocates
 * nothing per design. Not thread-safe; one for each thread.
 */
public final class BatchKernel {
    private static final int DOFS = BilinearElement.DOFS;

    private final BatchPlan plan;
    /** Scale or stiffness entries of each variable, {@code [source][lane]}. */
    private final double[][] sources;
    /** Rows of the factor, {@code [row][column − first][lane]}; rows before the needed ones share memory. */
    private final double[][][] rows;

    private final double[][] inverseDiagonal;
    /** y, later the displacements of the needed rows. */
    private final double[][] solution;

    private final SingleKernel single;

    /** Twice the strain energy. */
    private final double[] energy;

    private final double[] failure;
    /** The greatest diagonal entry of the stiffness matrix, and of the inverse of its factor's diagonal. */
    private final double[] stiffest;

    private final double[] weakest;
    /** The diagonal entry of the row at work, and the greatest ratio of one to that of the factor. */
    private final double[] diagonal;

    private final double[] shrinkage;
    private final double[] loss;
    private final double[] entries = new double[Material.ENTRIES];
    /** Design variable of each crack tip, {@code [tip][lane]}. */
    private final double[][] tipVariables;

    public BatchKernel(BatchPlan plan) {
        this.plan = plan;
        int lanes = plan.lanes;
        this.sources = new double[plan.variables * plan.sourcesPerVariable][lanes];
        this.inverseDiagonal = new double[plan.size][lanes];
        this.solution = new double[plan.size][lanes];
        this.single = new SingleKernel(plan, plan.firstNeeded);
        this.energy = new double[lanes];
        this.failure = new double[lanes];
        this.stiffest = new double[lanes];
        this.weakest = new double[lanes];
        this.diagonal = new double[lanes];
        this.shrinkage = new double[lanes];
        this.loss = new double[lanes];
        this.tipVariables = new double[plan.mesh.tips().length][lanes];
        this.rows = new double[plan.size][][];
        double[][][] ring = new double[Math.min(plan.bandwidth + 1, plan.firstNeeded)][plan.bandwidth + 1][lanes];
        for (int i = 0; i < plan.size; i++) {
            rows[i] = i < plan.firstNeeded ? ring[i % ring.length] : new double[i - plan.first[i] + 1][lanes];
        }
    }

    /** Puts a design into a lane. The values must lie in 0 … 1. */
    public void load(int lane, double[] design) {
        plan.load(design, sources, lane, entries);
        for (int t = 0; t < tipVariables.length; t++) {
            tipVariables[t][lane] = design[plan.mesh.variables()[plan.mesh.tips()[t]]];
        }
    }

    /**
     * Solves the designs of the first lanes.
     *
     * @param lanes how many
     */
    public void solve(int lanes) {
        if (lanes < BatchPlan.FEWEST_LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                energy[lane] = single.solve(sources, lane);
                for (int i = plan.firstNeeded; i < plan.size; i++) {
                    solution[i][lane] = single.solution()[i];
                }
                stiffest[lane] = single.stiffest();
                weakest[lane] = single.weakest();
                shrinkage[lane] = single.shrinkage();
            }
        } else {
            solveTogether(lanes);
        }
        for (int lane = 0; lane < lanes; lane++) {
            double greatest = 0;
            double uncancelled = 0;
            for (int t = 0; t < tipVariables.length; t++) {
                plan.material.failure(tipVariables[t][lane], entries);
                greatest = Math.max(greatest, failure(t, lane));
                uncancelled = Math.max(uncancelled, plan.digitLoss.uncancelled(entries, greatestMove(t, lane)));
            }
            failure[lane] = greatest;
            loss[lane] = DigitLoss.of(shrinkage[lane], greatest, uncancelled);
        }
    }

    /** The strain energy of the design of a lane that was solved; NaN where the model is singular. */
    public double energy(int lane) {
        return BandedCholesky.definite(stiffest[lane], weakest[lane]) ? energy[lane] / 2 : Double.NaN;
    }

    /** The failure measure of the crack tip that fails first. */
    public double failure(int lane) {
        return failure[lane];
    }

    /** The {@link DigitLoss} of the design of a lane that was solved. */
    public double loss(int lane) {
        return loss[lane];
    }

    private void solveTogether(int lanes) {
        Arrays.fill(stiffest, 0, lanes, 0);
        Arrays.fill(weakest, 0, lanes, 0);
        Arrays.fill(shrinkage, 0, lanes, 1);
        plan.load.apply(plan.size, sources, energy, lanes);
        for (int i = 0; i < plan.size; i++) {
            eliminate(i, lanes);
        }
        substituteBack(lanes);
    }

    /** Makes row i of the factor, its part of y and of the energy. */
    private void eliminate(int i, int lanes) {
        int first = plan.first[i];
        int length = i - first;
        double[][] row = rows[i];
        for (int k = 0; k <= length; k++) {
            plan.matrix.apply(plan.offset[i] + k, sources, row[k], lanes);
        }
        Lanes.set(diagonal, 1, row[length], lanes);
        Lanes.greatest(stiffest, diagonal, lanes);
        for (int j = first; j < i; j++) {
            int start = Math.max(first, plan.first[j]);
            Lanes.subtractDot(row[j - first], row, start - first, rows[j], start - plan.first[j], j - start, lanes);
            Lanes.scale(row[j - first], inverseDiagonal[j], lanes);
        }
        Lanes.subtractDot(row[length], row, 0, row, 0, length, lanes);
        Lanes.inverseRoot(inverseDiagonal[i], row[length], lanes);
        Lanes.greatest(weakest, inverseDiagonal[i], lanes);
        Lanes.greatest(shrinkage, diagonal, inverseDiagonal[i], lanes);
        plan.load.apply(i, sources, solution[i], lanes);
        Lanes.subtractDot(solution[i], row, 0, solution, first, length, lanes);
        Lanes.scale(solution[i], inverseDiagonal[i], lanes);
        Lanes.subtract(energy, solution[i], solution[i], lanes);
    }

    /** Turns y into displacements, from the last row to the first that is needed. */
    private void substituteBack(int lanes) {
        for (int i = plan.size - 1; i >= plan.firstNeeded; i--) {
            Lanes.scale(solution[i], inverseDiagonal[i], lanes);
            for (int k = Math.max(plan.first[i], plan.firstNeeded); k < i; k++) {
                Lanes.subtract(solution[k], rows[i][k - plan.first[i]], solution[i], lanes);
            }
        }
    }

    private double greatestMove(int tip, int lane) {
        double greatest = 0;
        for (int local = 0; local < DOFS; local++) {
            greatest = Math.max(greatest, Math.abs(moved(tip, local, lane)));
        }
        return greatest;
    }

    private double moved(int tip, int local, int lane) {
        int dof = plan.mesh.dof(plan.mesh.tips()[tip], local);
        int number = plan.numbers[dof];
        return number >= 0 ? solution[number][lane] : plan.mesh.prescribed()[dof];
    }

    /** εᵀ F ε at the centre of a crack-tip element, with F in {@code entries}. */
    private double failure(int tip, int lane) {
        double[][] centre = plan.centre;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int local = 0; local < DOFS; local++) {
            double moved = moved(tip, local, lane);
            xx += centre[0][local] * moved;
            yy += centre[1][local] * moved;
            xy += centre[2][local] * moved;
        }
        return entries[0] * xx * xx
                + entries[2] * yy * yy
                + entries[5] * xy * xy
                + 2 * (entries[1] * xx * yy + entries[3] * xx * xy + entries[4] * yy * xy);
    }
}
