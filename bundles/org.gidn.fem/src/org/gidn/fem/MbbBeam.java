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
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

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
public final class MbbBeam implements GradientEvaluator, FieldEvaluator {
    private static final List<Output> OUTPUTS =
            List.of(new Output("compliance", "", Goal.MINIMISE), new Output("volume", ""));

    private final IsotropicMaterial material;
    private final DesignSpace space;
    private final ConeFilter filter;
    private final PlateSolver solver;
    private final double[] loads;

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
        this.material = material;
        this.filter = new ConeFilter(rows, columns, filterRadius);
        this.space = DesignSpace.of((binary ? Block.binary("density", rows, columns) : densities(rows * columns))
                .drawn(rows, columns, new DesignLayout(true, 0)));
        Mesh mesh = mesh(rows, columns);
        this.solver = new PlateSolver(mesh, material);
        this.loads = new double[mesh.dofs()];
        loads[1] = -1;
    }

    private static Block densities(int count) {
        double[] upper = new double[count];
        Arrays.fill(upper, 1);
        return Block.continuous("density", new double[count], upper, "");
    }

    /** Nodes are numbered row by row from the top. */
    private static Mesh mesh(int rows, int columns) {
        double[][] nodes = new double[(rows + 1) * (columns + 1)][];
        double[] prescribed = new double[2 * nodes.length];
        Arrays.fill(prescribed, Double.NaN);
        for (int node = 0; node < nodes.length; node++) {
            int column = node % (columns + 1);
            nodes[node] = new double[] {column, rows - node / (columns + 1)};
            if (column == 0) {
                prescribed[2 * node] = 0;
            }
        }
        prescribed[2 * nodes.length - 1] = 0;
        int[][] quads = new int[rows * columns][];
        int[] variables = new int[quads.length];
        for (int quad = 0; quad < quads.length; quad++) {
            int top = quad / columns * (columns + 1) + quad % columns;
            int bottom = top + columns + 1;
            quads[quad] = new int[] {bottom, bottom + 1, top + 1, top};
            variables[quad] = quad;
        }
        return new Mesh(nodes, quads, variables, new BilinearElement(1, 1, 1), new int[0], prescribed);
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
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
        Evaluations results = new Evaluations(designs.size(), OUTPUTS.size());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            try {
                double[] densities = densities(designs.toArray(i));
                PlateSolution solution = solver.solve(densities, loads);
                results.set(i, 0, 2 * solution.energy());
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
        return 2 * solution.energy();
    }

    private void checkSize(int variables) {
        if (variables != space.variables()) {
            throw new InvalidInputException("The beam has " + space.variables()
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

    /** The displacements are their own adjoint: under a constant force the compliance falls by uᵀ K′ u. */
    private double[] gradient(double[] densities, PlateSolution solution) {
        double[] slope = new double[densities.length];
        for (int j = 0; j < slope.length; j++) {
            double growth = material.modulusDerivative(densities[j]) / material.modulus(densities[j]);
            slope[j] = -2 * growth * solution.energy(j);
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

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            double ratio = 1 / settings.real("leastModulus");
            double poissonRatio = settings.real("poissonRatio");
            double penalty = settings.real("penalty");
            IsotropicMaterial material = settings.text("interpolation").equals("simp")
                    ? new SimpMaterial(ratio, poissonRatio, penalty)
                    : new RampMaterial(ratio, poissonRatio, penalty);
            return new MbbBeam(
                    settings.integer("rows"),
                    settings.integer("columns"),
                    material,
                    settings.real("filterRadius"),
                    settings.text("densities").equals("binary"));
        }
    }
}
