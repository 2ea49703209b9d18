// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.material.Material;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.mesh.CrackedPlate;

/**
 * What a cracked composite bears beyond first failure: its crack grows along the plane of symmetry, row by row, until the plate is in two. A
 * row parts when that releases the energy which its two elements beside the crack take up until they fail in uniaxial tension; the far edges
 * are pulled apart ever further, and what a row releases beyond that is lost. This is Griffith's criterion with steps of an element, the
 * length of the model's material: energy released by a crack that grows without steps would be 0 or endless at an interface of phases.
 *
 * <p>Measured are the work of fracture, which is the work of the load until the plate is in two, the greatest load, the load
 * when the crack first grows, and the opening of the crack's mouth at the greatest load, all over those of the plate of the stiff
 * material, and the {@linkplain CrackToughness toughness} at first failure.
 *
 * @since 1.0
 */
public final class CrackGrowth implements FieldStepEvaluator {
    /** How the far edges are pulled. */
    public enum Loading {
        /** They are moved apart and stay straight, as in {@link CrackToughness}. */
        GRIPS,
        /** The same stress acts along them and they may turn, as in handbooks of stress intensity factors. */
        TENSION
    }

    /** What is made as great as possible. */
    public enum Objective {
        WORK_OF_FRACTURE,
        PEAK_LOAD
    }

    private static final List<String> NAMES = List.of(
            "work of fracture",
            "peak load",
            "load at first growth",
            "opening at peak load",
            "toughness at first failure");

    private final CrackedPlate plate;
    private final Phases phases;
    private final DesignSpace space;
    private final GrowingCrack crack;
    private final CrackToughness toughness;
    /** Number of each output among {@link #NAMES}. */
    private final int[] order;

    private final List<Output> outputs;
    private final double[] stiff;

    /**
     * @param plate the geometry, symmetric
     * @param material what the elements are made of
     * @throws InvalidInputException if the plate is not symmetric: a crack would leave its middle
     */
    public CrackGrowth(CrackedPlate plate, Material material, Loading loading, Objective objective) {
        if (!plate.symmetric()) {
            throw new InvalidInputException(
                    "The crack grows along the plane of symmetry of the plate, but designs of this"
                            + " plate are not mirrored; let it be symmetric.");
        }
        this.plate = plate;
        this.phases = new Phases(material);
        this.space = plate.designs(phases.levels());
        this.crack = new GrowingCrack(plate, material, loading);
        this.toughness = new CrackToughness(plate, material);
        this.order = objective == Objective.WORK_OF_FRACTURE ? new int[] {0, 1, 2, 3, 4} : new int[] {1, 0, 2, 3, 4};
        this.outputs = Arrays.stream(order)
                .mapToObj(name -> new Output(NAMES.get(name), "", name == order[0] ? Goal.MAXIMISE : null))
                .toList();
        double[] all = new double[plate.variables()];
        Arrays.fill(all, 1);
        this.stiff = measures(grow(all));
    }

    private static double[] measures(Growth growth) {
        int peak = growth.peak();
        return new double[] {growth.work(), growth.load(peak), growth.load(0), growth.opening(peak)};
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return outputs;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        // It checks the designs too.
        Evaluations atFirst = toughness.evaluate(designs, cancellation);
        Evaluations results = new Evaluations(designs.size(), outputs.size());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            if (atFirst.failure(i) != null) {
                results.fail(i, atFirst.failure(i));
                continue;
            }
            try {
                double[] measured = measures(grow(variables(designs.toArray(i))));
                for (int output = 0; output < order.length; output++) {
                    int name = order[output];
                    results.set(i, output, name < stiff.length ? measured[name] / stiff[name] : atFirst.value(i, 0));
                }
            } catch (InvalidInputException e) {
                results.fail(i, e.getMessage());
            }
        }
        return results;
    }

    private double[] variables(double[] design) {
        double[] variables = design.clone();
        phases.toVariables(variables);
        return variables;
    }

    private Growth grow(double[] variables) {
        Growth growth = crack.grow(variables);
        if (growth == null) {
            throw new InvalidInputException(
                    "The crack does not grow: parting a row of elements releases no energy; check the material's stiffness.");
        }
        return growth;
    }

    /** The fields at the greatest load. */
    @Override
    public Fields fields(double[] design) {
        double[] variables = variables(design);
        Growth growth = grow(variables);
        int peak = growth.peak();
        return fields(design, variables, growth, peak, growth.held()[peak]);
    }

    /** The plate without load, and each length of the crack where it has just come to it and where it is about to grow on. */
    @Override
    public List<FieldStep> steps(double[] design) {
        double[] variables = variables(design);
        Growth growth = grow(variables);
        List<FieldStep> steps = new ArrayList<>();
        for (int state = 0; state < growth.held().length; state++) {
            steps.add(step(design, variables, growth, state, growth.begun(state)));
            if (growth.held()[state] > growth.begun(state)) {
                steps.add(step(design, variables, growth, state, growth.held()[state]));
            }
        }
        return steps;
    }

    private FieldStep step(double[] design, double[] variables, Growth growth, int state, double displacement) {
        int rows = plate.crackRows() + state;
        String name = String.format(
                Locale.ROOT,
                "crack of %d of %d rows, opening %.4g, load %.4g",
                rows,
                plate.rows(),
                growth.mouth()[state] * displacement,
                stress(growth.stiffness()[state] * displacement));
        return new FieldStep(
                name, new DesignLayout(true, rows), fields(design, variables, growth, state, displacement));
    }

    private Fields fields(double[] design, double[] variables, Growth growth, int state, double displacement) {
        return PlateFields.of(
                crack.plate(state),
                crack.solver(state),
                phases,
                design,
                crack.solve(state, variables),
                crack.scale(growth, state, displacement),
                List.of(
                        curve("opening of the crack's mouth", growth, growth.mouth()),
                        curve("far edges, apart by", growth, apart(growth))));
    }

    /** A force on the far edge as the mean stress there. */
    private double stress(double force) {
        return force / (plate.rows() * plate.elementHeight() * plate.thickness());
    }

    private static double[] apart(Growth growth) {
        double[] both = new double[growth.states()];
        Arrays.fill(both, 2);
        return both;
    }

    /** The load against a displacement, which is so much in each state where the far edge moves by 1. */
    private Fields.Curve curve(String name, Growth growth, double[] unit) {
        int states = growth.states();
        double[] moved = new double[2 * states - 1];
        double[] load = new double[moved.length];
        for (int point = 0; point < moved.length; point++) {
            int state = point / 2;
            double edge = point % 2 == 0 ? growth.begun(state) : growth.held()[state];
            moved[point] = unit[state] * edge;
            load[point] = stress(growth.stiffness()[state] * edge);
        }
        return new Fields.Curve(
                name, "displacement over strain at failure", "load over stress at failure", moved, load);
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new CrackGrowth(
                    PlateSettings.plate(settings, true, 1),
                    settings.extension("material", Material.class),
                    settings.text("loading").equals("grips") ? Loading.GRIPS : Loading.TENSION,
                    settings.text("objective").equals("workOfFracture")
                            ? Objective.WORK_OF_FRACTURE
                            : Objective.PEAK_LOAD);
        }
    }
}
