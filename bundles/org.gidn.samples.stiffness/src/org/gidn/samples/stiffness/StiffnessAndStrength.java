// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.stiffness;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.material.Material;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.PlateSolution;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;

/**
 * The effective stiffness and strength of a cracked composite, each over that of a plate of the stiff material alone with
 * the same crack. Stiffness is the mean stress on the pulled edge at a unit of mean strain; strength is that stress when
 * the element at the crack tip fails.
 */
public final class StiffnessAndStrength implements Evaluator {
    private static final List<Output> OBJECTIVES =
            List.of(new Output("stiffness", "", Goal.MAXIMISE), new Output("strength", "", Goal.MAXIMISE));

    private final DesignSpace space;
    private final PlateSolver solver;
    private final double stiffForce;
    private final double stiffStrength;

    /**
     * @param plate the geometry
     * @param material what the elements are made of
     */
    public StiffnessAndStrength(CrackedPlate plate, Material material) {
        this.space = plate.designs(material.phases());
        this.solver = new PlateSolver(plate.mesh(), material);
        double[] stiff = new double[plate.variables()];
        Arrays.fill(stiff, 1);
        PlateSolution solution = solver.solve(stiff);
        this.stiffForce = force(solution);
        this.stiffStrength = strength(solution);
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return OBJECTIVES;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException("This plate has " + space.variables() + " elements, but the designs have "
                    + designs.variables() + ".");
        }
        Evaluations results = new Evaluations(designs.size(), OBJECTIVES.size());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            try {
                PlateSolution solution = solver.solve(designs.toArray(i));
                results.set(i, 0, force(solution) / stiffForce);
                results.set(i, 1, strength(solution) / stiffStrength);
            } catch (InvalidInputException e) {
                results.fail(i, e.getMessage());
            }
        }
        return results;
    }

    /** The force on the edge that is pulled by 1. */
    private double force(PlateSolution solution) {
        Mesh mesh = solver.mesh();
        double[] forces = solution.forces();
        double sum = 0;
        for (int dof = 0; dof < mesh.dofs(); dof++) {
            sum += mesh.prescribed()[dof] == 1 ? forces[dof] : 0;
        }
        return sum;
    }

    /** The force at failure; the failure measure grows with the square of the load. */
    private double strength(PlateSolution solution) {
        return force(solution) / Math.sqrt(solution.failure(solution.criticalTip()));
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new StiffnessAndStrength(
                    CrackedPlate.square(settings.integer("size"), settings.real("crackFraction")),
                    settings.extension("material", Material.class));
        }
    }
}
