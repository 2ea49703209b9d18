// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.material.Material;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.fem.internal.BatchKernel;
import org.gidn.fem.internal.BatchPlan;
import org.gidn.fem.internal.ExhaustiveSearch;
import org.gidn.fem.internal.GradientKernel;
import org.gidn.fem.internal.bounds.ToughnessBounds;
import org.gidn.fem.mesh.CrackedPlate;

/**
 * The toughness of a cracked composite: the energy that the plate has taken up when the element at the crack tip fails,
 * over that of a plate of the stiff material alone, the last phase (Chen and Gu 2020, Eq. 2). In a plate that is not symmetric
 * two elements meet at the crack tip, and the one that fails first counts.
 *
 * <p>Measured besides, if asked for: the stiffness, which is the force that pulls the far edge by 1, and the strength, the force at failure,
 * both over that of the plate of the stiff material; and the strain energy of the model when the far edge is pulled by 1, in units
 * of the stiff modulus. The strength is √(toughness · stiffness).
 *
 * <p>With a material of two phases, elements between the two are evaluated and differentiated too. With more, the inputs of a
 * relaxed design are weights of the phases, and an element's stiffness and failure form the sums of theirs.
 *
 * @since 1.0
 */
public final class CrackToughness
        implements GradientEvaluator,
                SwapEvaluator,
                EnumerationEvaluator,
                BoundedEvaluator,
                FieldEvaluator,
                PartlyKnownEvaluator {
    private static final List<Output> ALL = List.of(
            new Output("toughness", "", Goal.MAXIMISE),
            new Output("stiffness", ""),
            new Output("strength", ""),
            new Output("strain energy", ""));

    /** Swaps that are evaluated in one batch. */
    private static final int SWAPS = 1024;

    private final List<Output> outputs;
    private final CrackedPlate plate;
    private final Material material;
    private final Phases phases;
    private final DesignSpace space;
    private final Relaxation relaxation;
    private final PlateSolver solver;
    private final double homogeneous;
    private final double stiffEnergy;
    private final double stiffStrength;
    private final SwapNeighbourhood neighbourhood;
    private final BatchPlan plan;
    private final TipFactor tip;
    /** Null as long as nobody has asked for any. */
    private ToughnessBounds bounds;
    /** Kernels at rest; one for each thread that ever evaluated at the same time. */
    private final Queue<BatchKernel> kernels = new ConcurrentLinkedQueue<>();

    private final Queue<GradientKernel> gradientKernels = new ConcurrentLinkedQueue<>();

    /**
     * Measures the toughness alone.
     *
     * @param plate the geometry
     * @param material what the elements are made of
     */
    public CrackToughness(CrackedPlate plate, Material material) {
        this(plate, material, false);
    }

    /**
     * @param plate the geometry
     * @param material what the elements are made of
     * @param all whether stiffness, strength and strain energy are measured too, at hardly any cost but that of storing them
     */
    public CrackToughness(CrackedPlate plate, Material material, boolean all) {
        this.outputs = all ? ALL : ALL.subList(0, 1);
        this.plate = plate;
        this.material = material;
        this.phases = new Phases(material);
        this.space = plate.designs(phases.levels());
        this.relaxation = new Relaxation(space);
        this.solver = new PlateSolver(plate.mesh(), material);
        double[] stiff = new double[plate.variables()];
        Arrays.fill(stiff, 1);
        this.plan = new BatchPlan(solver.mesh(), material, plate.variables());
        PlateSolution stiffPlate = solver.solve(stiff);
        this.homogeneous = stiffPlate.energyAtFailure();
        this.stiffEnergy = stiffPlate.energy();
        this.stiffStrength = stiffEnergy / Math.sqrt(stiffPlate.failure(stiffPlate.criticalTip()));
        this.neighbourhood = new SwapNeighbourhood(solver, homogeneous);
        this.tip = new TipFactor(solver.mesh(), material, phases, relaxation);
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return outputs;
    }

    /** The energy at failure of a plate of the stiff material alone, by which all others are divided. */
    public double homogeneousEnergy() {
        return homogeneous;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException("The designs have " + designs.variables() + " variables, but the plate has "
                    + plate.rows() + " × " + plate.designColumns() + " = " + space.variables() + " elements.");
        }
        Evaluations results = new Evaluations(designs.size(), outputs.size());
        BatchKernel kernel = kernels.poll();
        if (kernel == null) {
            kernel = new BatchKernel(plan);
        }
        for (int from = 0; from < designs.size(); from += plan.lanes()) {
            cancellation.check();
            evaluate(kernel, designs, from, Math.min(plan.lanes(), designs.size() - from), results);
        }
        kernels.add(kernel);
        return results;
    }

    private void evaluate(BatchKernel kernel, DesignBatch designs, int from, int count, Evaluations results) {
        double[] design = new double[space.variables()];
        for (int lane = 0; lane < count; lane++) {
            designs.copy(from + lane, design, 0);
            try {
                phases.toVariables(design);
                solver.check(design);
            } catch (InvalidInputException e) {
                results.fail(from + lane, e.getMessage());
                Arrays.fill(design, 1);
            }
            kernel.load(lane, design);
        }
        kernel.solve(count);
        for (int lane = 0; lane < count; lane++) {
            if (results.failure(from + lane) != null) {
                continue;
            }
            if (solver.refines(kernel.loss(lane))) {
                designs.copy(from + lane, design, 0);
                phases.toVariables(design);
                setPrecisely(results, from + lane, design);
            } else {
                set(results, from + lane, kernel.energy(lane), kernel.failure(lane));
            }
        }
    }

    /** Sets the outputs of a design by the solver that refines what it finds. */
    private void setPrecisely(Evaluations results, int number, double[] design) {
        try {
            PlateSolution solution = solver.solve(design);
            set(results, number, solution.energy(), solution.failure(solution.criticalTip()));
        } catch (InvalidInputException e) {
            set(results, number, Double.NaN, Double.NaN);
        }
    }

    /**
     * Sets the outputs of a design.
     *
     * @param energy strain energy under the unit load
     * @param failure failure measure under that load, which grows with the square of the load
     */
    private void set(Evaluations results, int number, double energy, double failure) {
        double atFailure = energy / failure;
        if (!(atFailure > 0 && atFailure < Double.POSITIVE_INFINITY)) {
            results.fail(
                    number,
                    "The stiffness matrix is not positive definite or nothing strains the crack"
                            + " tip; check the material's stiffness and failure form.");
            return;
        }
        results.set(number, 0, atFailure / homogeneous);
        if (outputs.size() == 1) {
            return;
        }
        // The work of the force on the edge, which moves by 1, is the energy; so the force is as the energy.
        results.set(number, 1, energy / stiffEnergy);
        results.set(number, 2, energy / Math.sqrt(failure) / stiffStrength);
        results.set(number, 3, energy);
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        if (gradient.length != relaxation.inputs()) {
            throw new InvalidInputException("The gradient needs room for " + relaxation.inputs()
                    + " derivatives, but the array given has " + gradient.length + " entries.");
        }
        if (phases.two()) {
            solver.check(inputs);
        } else {
            checkWeights(inputs);
        }
        GradientKernel kernel = gradientKernels.poll();
        if (kernel == null) {
            double[] variables = new double[phases.levels().size()];
            Arrays.setAll(variables, phases::variable);
            kernel = new GradientKernel(plan, variables);
        }
        double energy = kernel.solve(inputs, gradient);
        gradientKernels.add(kernel);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] /= homogeneous;
        }
        return energy / homogeneous;
    }

    @Override
    public Composition composition() {
        return Composition.PRODUCT;
    }

    /** {@inheritDoc} It is what the phase at the crack tip alone has to do with failure, see {@link TipFactor}. */
    @Override
    public double knownPart(double[] inputs, double[] gradient) {
        return tip.of(inputs, gradient);
    }

    private void checkWeights(double[] inputs) {
        if (inputs.length != relaxation.inputs()) {
            throw new InvalidInputException("The relaxed design has " + inputs.length + " inputs, but the "
                    + space.variables() + " elements of the plate have "
                    + phases.levels().size() + " each, "
                    + relaxation.inputs() + " in all.");
        }
        for (int i = 0; i < inputs.length; i++) {
            if (!(inputs[i] >= 0 && inputs[i] <= 1)) {
                throw new InvalidInputException(
                        "Input " + i + " of the relaxed design is " + inputs[i] + ", but must lie in 0 … 1.");
            }
        }
    }

    @Override
    public Fields fields(double[] design) {
        return PlateFields.of(plate, solver, phases, design);
    }

    @Override
    public double[][] swaps(double[] design) {
        if (!phases.two()) {
            throw new InvalidInputException(
                    "Swaps of a 0 with a 1 need designs of two phases, but these are " + space + ".");
        }
        solver.check(design);
        for (int j = 0; j < design.length; j++) {
            if (design[j] != 0 && design[j] != 1) {
                throw new InvalidInputException(
                        "Variable " + j + " of the design is " + design[j] + ", but a swap needs values of 0 or 1.");
            }
        }
        int[] zeros =
                IntStream.range(0, design.length).filter(j -> design[j] == 0).toArray();
        int[] ones =
                IntStream.range(0, design.length).filter(j -> design[j] == 1).toArray();
        double[][] values = new double[zeros.length][ones.length];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        if (neighbourhood.applies()) {
            neighbourhood.update(design, zeros, ones, values);
        }
        evaluateRest(design, zeros, ones, values);
        return values;
    }

    /** Evaluates the swaps that have no value as designs: all of refined meshes and unusual materials, else very few. */
    private void evaluateRest(double[] design, int[] zeros, int[] ones, double[][] values) {
        int[] rest = IntStream.range(0, zeros.length * ones.length)
                .filter(pair -> Double.isNaN(values[pair / ones.length][pair % ones.length]))
                .toArray();
        for (int from = 0; from < rest.length; from += SWAPS) {
            int[] pairs = Arrays.copyOfRange(rest, from, Math.min(from + SWAPS, rest.length));
            double[] swapped = new double[pairs.length * design.length];
            for (int i = 0; i < pairs.length; i++) {
                System.arraycopy(design, 0, swapped, i * design.length, design.length);
                swapped[i * design.length + zeros[pairs[i] / ones.length]] = 1;
                swapped[i * design.length + ones[pairs[i] % ones.length]] = 0;
            }
            double[] found = evaluate(DesignBatch.ofValues(design.length, swapped), Cancellation.NONE)
                    .values(0);
            for (int i = 0; i < pairs.length; i++) {
                values[pairs[i] / ones.length][pairs[i] % ones.length] = found[i];
            }
        }
    }

    @Override
    public Enumeration enumerate(DesignSpace designs, int top, Workers workers, Phase progress) {
        int soft = designs.zeros().orElse(-1);
        if (soft < 0 || !designs.equals(space.withZeros(soft))) {
            throw new InvalidInputException("An exhaustive search needs the space of " + plate.rows() + " × "
                    + plate.designColumns()
                    + " binary elements with a fixed number of soft ones (a volume fraction), but was"
                    + " given a space that is " + designs + ".");
        }
        ExhaustiveSearch.Result result =
                new ExhaustiveSearch(plate, material, homogeneous).search(soft, top, workers, progress);
        // The values that any other evaluation gives, to the last bit, and in their order.
        DesignBatch found = DesignBatch.ofBits(space.variables(), result.best());
        double[] values = evaluate(found, workers.cancellation()).values(0);
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Enumeration(
                result.designs(),
                found.select(order),
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                result.mean(),
                result.standardDeviation(),
                result.histogram(),
                result.binWidth());
    }

    @Override
    public Bound bound(DesignSpace designs, double[] part, double toBeat, Cancellation cancellation) {
        int soft = designs.zeros().orElse(-1);
        if (soft < 0 || !phases.two()) {
            throw new InvalidInputException(
                    "Bounds of the toughness are known of plates of two phases with a fixed number of soft"
                            + " elements (a volume fraction), but the space is " + designs + ".");
        }
        return bounds().bound(part, soft, toBeat, cancellation);
    }

    private synchronized ToughnessBounds bounds() {
        if (bounds == null) {
            bounds = new ToughnessBounds(plate, material, homogeneous);
        }
        return bounds;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new CrackToughness(
                    PlateSettings.plate(settings, settings.flag("symmetric"), settings.real("thickness")),
                    settings.extension("material", Material.class),
                    settings.text("outputs").equals("all"));
        }
    }
}
