// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.ConeFilter;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * A benchmark of topology optimisation: a rectangle of unit squares whose density is designed, with forces, supports and springs. Its
 * first output is the objective, its second the volume, the mean of the densities that the mechanics takes.
 *
 * <p>Densities are numbered row by row from the top. Those that the mechanics takes are means over each element's neighbours (density
 * filter).
 */
abstract class DensityEvaluator implements GradientEvaluator, FieldEvaluator {
    private final IsotropicMaterial material;
    private final DesignSpace space;
    private final ConeFilter filter;
    private final PlateSolver solver;
    private final double[] loads;
    private final double[] unit;

    /**
     * @param layout how designs are drawn
     * @param filterRadius in elements; 1 or less for none
     * @param binary whether each element is either there or not, instead of having a density in between too
     */
    DensityEvaluator(
            DensityMesh geometry,
            DesignLayout layout,
            IsotropicMaterial material,
            double filterRadius,
            boolean binary) {
        int rows = geometry.rows();
        int columns = geometry.columns();
        this.material = material;
        this.filter = new ConeFilter(rows, columns, filterRadius);
        this.space = DesignSpace.of((binary ? Block.binary("density", rows, columns) : densities(rows * columns))
                .drawn(rows, columns, layout));
        this.solver = new PlateSolver(geometry.mesh(), material, geometry.springs());
        this.loads = geometry.loads();
        this.unit = geometry.mesh().element().isotropicStiffness(1, material.poissonRatio());
    }

    private static Block densities(int count) {
        double[] upper = new double[count];
        Arrays.fill(upper, 1);
        return Block.continuous("density", new double[count], upper, "");
    }

    /** The objective. */
    abstract double objective(double[] densities, PlateSolution solution);

    /** Its derivatives with respect to the moduli of the elements. */
    abstract double[] byModulus(double[] densities, PlateSolution solution);

    /** The displacements under other forces. */
    final double[] displacements(double[] densities, double[] forces) {
        return solver.solve(densities, forces).displacements();
    }

    /** The work that the forces of one field of displacements do on another in an element of modulus 1. */
    final double mutualWork(int quad, double[] one, double[] other) {
        Mesh mesh = solver.mesh();
        double work = 0;
        for (int i = 0; i < BilinearElement.DOFS; i++) {
            double force = 0;
            for (int j = 0; j < BilinearElement.DOFS; j++) {
                force += unit[BilinearElement.DOFS * i + j] * one[mesh.dof(quad, j)];
            }
            work += force * other[mesh.dof(quad, i)];
        }
        return work;
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return evaluate(designs, cancellation, false);
    }

    @Override
    public Evaluations evaluateWithGradients(DesignBatch designs, Cancellation cancellation) {
        return evaluate(designs, cancellation, true);
    }

    private Evaluations evaluate(DesignBatch designs, Cancellation cancellation, boolean differentiated) {
        checkSize(designs.variables());
        Evaluations results = new Evaluations(designs.size(), outputs().size());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            try {
                double[] densities = densities(designs.toArray(i));
                PlateSolution solution = solver.solve(densities, loads);
                results.set(i, 0, objective(densities, solution));
                results.set(i, 1, Arrays.stream(densities).average().orElseThrow());
                if (differentiated) {
                    results.setGradient(i, gradient(densities, solution));
                }
            } catch (InvalidInputException e) {
                results.fail(i, e.getMessage());
            }
        }
        return results;
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        checkSize(inputs.length);
        checkSize(gradient.length);
        double[] densities = densities(inputs);
        PlateSolution solution = solver.solve(densities, loads);
        System.arraycopy(gradient(densities, solution), 0, gradient, 0, gradient.length);
        return objective(densities, solution);
    }

    private void checkSize(int variables) {
        if (variables != space.variables()) {
            throw new InvalidInputException("The plate has " + space.variables()
                    + " densities, but the design or the room for its gradient has " + variables + ".");
        }
    }

    /** What the mechanics takes. */
    private double[] densities(double[] design) {
        solver.check(design);
        double[] means = filter.mean(design);
        for (int j = 0; j < means.length; j++) {
            means[j] = Math.min(1, means[j]); // rounding
        }
        return means;
    }

    private double[] gradient(double[] densities, PlateSolution solution) {
        double[] slope = byModulus(densities, solution);
        for (int j = 0; j < slope.length; j++) {
            slope[j] *= material.modulusDerivative(densities[j]);
        }
        return filter.derivatives(slope);
    }

    @Override
    public Fields fields(double[] design) {
        checkSize(design.length);
        double[] densities = densities(design);
        PlateSolution solution = solver.solve(densities, loads);
        double[] moved = solution.displacements();
        Mesh mesh = solver.mesh();
        double[][] displacement = new double[mesh.nodes().length][];
        Arrays.setAll(displacement, node -> new double[] {moved[2 * node], moved[2 * node + 1]});
        return new Fields(
                mesh.nodes(),
                mesh.quads(),
                mesh.variables(),
                List.of(new Fields.Field("displacement", "", List.of("x", "y"), displacement)),
                List.of(
                        scalar("physical density", quad -> densities[quad]),
                        scalar("strain energy density", solution::energy),
                        scalar("design variable", quad -> design[quad])),
                List.of());
    }

    private Fields.Field scalar(String name, IntToDoubleFunction value) {
        double[][] values = new double[space.variables()][];
        Arrays.setAll(values, quad -> new double[] {value.applyAsDouble(quad)});
        return new Fields.Field(name, "", List.of("value"), values);
    }

    /** How stiff an element of a density is, by the settings that all these benchmarks have. */
    static IsotropicMaterial material(Settings settings) {
        double ratio = 1 / settings.real("leastModulus");
        double poissonRatio = settings.real("poissonRatio");
        double penalty = settings.real("penalty");
        return settings.text("interpolation").equals("simp")
                ? new SimpMaterial(ratio, poissonRatio, penalty)
                : new RampMaterial(ratio, poissonRatio, penalty);
    }
}
