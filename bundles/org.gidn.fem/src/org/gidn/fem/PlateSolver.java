// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.fem.internal.BandedCholesky;
import org.gidn.fem.internal.DigitLoss;
import org.gidn.fem.internal.Equations;
import org.gidn.fem.internal.PreciseForces;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * Solves one mesh for one design at a time, with the whole displacement field, and with a step of refinement where too many
 * digits would be lost. The plain reference that all faster ways are compared with. Thread-safe.
 *
 * @since 1.0
 */
public final class PlateSolver {
    /**
     * For 800,000 random designs of 40,000 random plates and materials, two ways of solving differed by less than 6e-12 where
     * the loss of digits times the slenderness was below this. The designs of the paper are below a tenth of it.
     */
    private static final double MOST_LOSS = 3e4;

    private final Mesh mesh;
    private final Material material;
    private final double[] springs;
    private final Equations equations;
    private final DigitLoss digitLoss;
    private final int variables;
    private final double[][] unit;
    private final double[][] centre;
    /** 0 as long as nobody has asked for it. */
    private volatile double slenderness;

    public PlateSolver(Mesh mesh, Material material) {
        this(mesh, material, new double[mesh.dofs()]);
    }

    /**
     * @param springs stiffness of the spring that holds each degree of freedom; 0 for none
     */
    PlateSolver(Mesh mesh, Material material, double[] springs) {
        this.springs = springs;
        this.mesh = mesh;
        this.material = material;
        this.equations = Equations.of(mesh);
        this.digitLoss = new DigitLoss(mesh);
        int most = 0;
        for (int variable : mesh.variables()) {
            most = Math.max(most, variable + 1);
        }
        this.variables = most;
        this.unit = mesh.element().unitStiffness();
        this.centre = mesh.element().strainDisplacement(0, 0);
    }

    public Mesh mesh() {
        return mesh;
    }

    /** The number of design variables. */
    public int variables() {
        return variables;
    }

    /**
     * Checks a design.
     *
     * @throws InvalidInputException if it has another size, or a variable is not a number from 0 to 1
     */
    public void check(double[] design) {
        if (design.length != variables) {
            throw new InvalidInputException(
                    "The design has " + design.length + " variables, but the plate has " + variables + " elements.");
        }
        for (int j = 0; j < design.length; j++) {
            if (!(design[j] >= 0 && design[j] <= 1)) {
                throw new InvalidInputException(
                        "Variable " + j + " of the design is " + design[j] + ", but must lie in 0 … 1.");
            }
        }
    }

    /**
     * Solves for the displacements.
     *
     * @param design one value a variable, 0 … 1
     * @throws InvalidInputException if the design has another size or a value out of range, or the model is singular
     */
    public PlateSolution solve(double[] design) {
        return solve(design, new double[mesh.dofs()]);
    }

    /**
     * Solves for the displacements under nodal forces as well.
     *
     * @param design one value a variable, 0 … 1
     * @param loads force on each degree of freedom; those where the displacement is prescribed do nothing
     * @throws InvalidInputException if the design has another size or a value out of range, or the model is singular
     */
    public PlateSolution solve(double[] design, double[] loads) {
        check(design);
        double[][] elements = elementStiffness(design);
        double[] rightSide = new double[equations.size()];
        int[] numbers = equations.numbers();
        for (int dof = 0; dof < numbers.length; dof++) {
            if (numbers[dof] >= 0) {
                rightSide[numbers[dof]] = loads[dof];
            }
        }
        BandedCholesky factor = factorise(elements, rightSide);
        factor.solve(rightSide);
        double[] displacements = spread(rightSide, mesh.prescribed());
        PlateSolution solution = new PlateSolution(this, design.clone(), elements, factor, displacements);
        // What is asked of a mesh without a tip is no small difference of large displacements.
        return mesh.tips().length > 0 && refines(loss(solution))
                ? new PlateSolution(this, design.clone(), elements, factor, refine(design, loads, solution))
                : solution;
    }

    /**
     * Whether a solution that loses so many digits is refined here, and should be where it is found otherwise.
     *
     * @param loss the {@link DigitLoss}
     */
    boolean refines(double loss) {
        return loss > MOST_LOSS / slenderness();
    }

    private double loss(PlateSolution solution) {
        int tip = solution.criticalTip();
        double[] displacements = solution.displacements();
        double moved = 0;
        for (int local = 0; local < BilinearElement.DOFS; local++) {
            moved = Math.max(moved, Math.abs(displacements[mesh.dof(tip, local)]));
        }
        double[] form = new double[Material.ENTRIES];
        material.failure(solution.variable(tip), form);
        return DigitLoss.of(solution.factor().shrinkage(), solution.failure(tip), digitLoss.uncancelled(form, moved));
    }

    /** The condition of the plate of the stiff material for each of its equations: about 2 for squares of any mesh. */
    private double slenderness() {
        if (slenderness == 0) {
            double[] stiff = new double[variables];
            Arrays.fill(stiff, 1);
            BandedCholesky factor = factorise(elementStiffness(stiff), new double[equations.size()]);
            slenderness = factor.condition() / equations.size();
        }
        return slenderness;
    }

    /** A step of iterative refinement, with the forces that are not in balance calculated precisely. */
    private double[] refine(double[] design, double[] loads, PlateSolution solution) {
        double[] displacements = solution.displacements();
        PreciseForces forces = new PreciseForces(mesh);
        double[] entries = new double[Material.ENTRIES];
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            double variable = design[mesh.variables()[quad]];
            // In a binary design most have the phase of the one before.
            if (quad == 0 || variable != design[mesh.variables()[quad - 1]]) {
                material.stiffness(variable, entries);
                forces.setMaterial(entries);
            }
            forces.add(quad, displacements);
        }
        double[] missing = new double[mesh.dofs()];
        Arrays.setAll(missing, dof -> forces.missing(dof, loads[dof]));
        double[] correction = gather(missing);
        solution.factor().solve(correction);
        double[] corrections = spread(correction, new double[mesh.dofs()]);
        Arrays.setAll(displacements, dof -> displacements[dof] + corrections[dof]);
        return displacements;
    }

    /** Factorises the stiffness matrix, and takes what prescribed displacements need off the right side. */
    private BandedCholesky factorise(double[][] elements, double[] rightSide) {
        BandedCholesky factor = new BandedCholesky(equations.size(), equations.bandwidth());
        for (int quad = 0; quad < elements.length; quad++) {
            assemble(quad, elements[quad], factor, rightSide);
        }
        int[] numbers = equations.numbers();
        for (int dof = 0; dof < numbers.length; dof++) {
            if (numbers[dof] >= 0 && springs[dof] > 0) {
                factor.add(numbers[dof], numbers[dof], springs[dof]);
            }
        }
        factor.factorise();
        return factor;
    }

    private void assemble(int quad, double[] stiffness, BandedCholesky matrix, double[] rightSide) {
        int[] numbers = equations.numbers();
        for (int i = 0; i < BilinearElement.DOFS; i++) {
            int row = numbers[mesh.dof(quad, i)];
            if (row < 0) {
                continue;
            }
            for (int j = 0; j < BilinearElement.DOFS; j++) {
                int dof = mesh.dof(quad, j);
                double entry = stiffness[BilinearElement.DOFS * i + j];
                if (numbers[dof] < 0) {
                    rightSide[row] -= entry * mesh.prescribed()[dof];
                } else if (row <= numbers[dof]) {
                    matrix.add(row, numbers[dof], entry);
                }
            }
        }
    }

    /** Displacements of all degrees of freedom from the solution of the equations and the prescribed ones. */
    double[] spread(double[] solution, double[] prescribed) {
        double[] all = new double[mesh.dofs()];
        for (int dof = 0; dof < all.length; dof++) {
            int equation = equations.numbers()[dof];
            all[dof] = equation >= 0 ? solution[equation] : prescribed[dof];
        }
        return all;
    }

    /** The entries of a vector over all degrees of freedom that belong to equations. */
    double[] gather(double[] all) {
        double[] reduced = new double[equations.size()];
        for (int dof = 0; dof < all.length; dof++) {
            int equation = equations.numbers()[dof];
            if (equation >= 0) {
                reduced[equation] = all[dof];
            }
        }
        return reduced;
    }

    /** The stiffness matrix of each finite element. */
    private double[][] elementStiffness(double[] design) {
        double[] entries = new double[Material.ENTRIES];
        double[][] byVariable = new double[variables][];
        for (int j = 0; j < variables; j++) {
            // In a binary design most have the phase of the one before.
            if (j > 0 && design[j] == design[j - 1]) {
                byVariable[j] = byVariable[j - 1];
            } else {
                material.stiffness(design[j], entries);
                byVariable[j] = combine(entries);
            }
        }
        double[][] elements = new double[mesh.quads().length][];
        for (int quad = 0; quad < elements.length; quad++) {
            elements[quad] = byVariable[mesh.variables()[quad]];
        }
        return elements;
    }

    /** The element stiffness matrix of a material's stiffness, or of its derivative. */
    double[] combine(double[] entries) {
        double[] stiffness = new double[BilinearElement.DOFS * BilinearElement.DOFS];
        for (int entry = 0; entry < Material.ENTRIES; entry++) {
            if (entries[entry] != 0) {
                for (int i = 0; i < stiffness.length; i++) {
                    stiffness[i] += entries[entry] * unit[entry][i];
                }
            }
        }
        return stiffness;
    }

    Equations equations() {
        return equations;
    }

    Material material() {
        return material;
    }

    /** The strain–displacement matrix at the centre of a finite element. */
    double[][] centre() {
        return centre;
    }
}
