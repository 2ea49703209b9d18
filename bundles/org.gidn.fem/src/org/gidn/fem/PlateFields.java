// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;

/**
 * The fields of one design under one load. Lengths are in the unit of the element's
 * sides, stresses in units of the stiff phase's modulus; a strain of 1 is the one at which the stiff phase fails.
 */
final class PlateFields {
    /** Of two phases, design variables whose elements are drawn beside the composite, as in Fig. S17. */
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    /** The xy of a strain is the engineering shear γ_xy = 2 ε_xy. */
    private static final List<String> TENSOR = List.of("xx", "yy", "xy");

    private final Phases phases;
    private final PlateSolution solution;
    private final double[] design;
    private final CrackedPlate plate;
    private final Mesh mesh;
    private final Material material;
    /** The load over that of the solution. */
    private final double scale;

    private PlateFields(
            CrackedPlate plate,
            PlateSolver solver,
            Phases phases,
            double[] design,
            PlateSolution solution,
            double scale) {
        this.plate = plate;
        this.phases = phases;
        this.design = design;
        this.mesh = solver.mesh();
        this.material = solver.material();
        this.solution = solution;
        this.scale = scale;
    }

    /** The fields at the moment when the element at the crack tip fails. */
    static Fields of(CrackedPlate plate, PlateSolver solver, Phases phases, double[] design) {
        double[] variables = design.clone();
        phases.toVariables(variables);
        PlateSolution solution = solver.solve(variables);
        double scale = 1 / Math.sqrt(solution.failure(solution.criticalTip()));
        PlateFields fields = new PlateFields(plate, solver, phases, design, solution, scale);
        return fields.with(fields.curves());
    }

    /**
     * The fields under another load.
     *
     * @param scale the load over that of the solution
     */
    static Fields of(
            CrackedPlate plate,
            PlateSolver solver,
            Phases phases,
            double[] design,
            PlateSolution solution,
            double scale,
            List<Fields.Curve> curves) {
        return new PlateFields(plate, solver, phases, design, solution, scale).with(curves);
    }

    private Fields with(List<Fields.Curve> curves) {
        return new Fields(
                mesh.nodes(), mesh.quads(), mesh.variables(), List.of(displacement()), elementFields(), curves);
    }

    private Fields.Field displacement() {
        double[] moved = solution.displacements();
        double[][] values = new double[mesh.nodes().length][];
        for (int node = 0; node < values.length; node++) {
            values[node] = new double[] {scale * moved[2 * node], scale * moved[2 * node + 1]};
        }
        return new Fields.Field("displacement", "", List.of("x", "y"), values);
    }

    private List<Fields.Field> elementFields() {
        int count = mesh.quads().length;
        double area = mesh.element().width()
                * mesh.element().height()
                * mesh.element().thickness();
        double[][] variable = new double[count][];
        double[][] strain = new double[count][];
        double[][] stress = new double[count][];
        double[][] energy = new double[count][];
        double[][] failure = new double[count][];
        for (int quad = 0; quad < count; quad++) {
            variable[quad] = new double[] {design[mesh.variables()[quad]]};
            strain[quad] = scaled(solution.strain(quad));
            stress[quad] = scaled(solution.stress(quad));
            energy[quad] = new double[] {scale * scale * solution.energy(quad) / area};
            failure[quad] = new double[] {scale * scale * solution.failure(quad)};
        }
        return List.of(
                new Fields.Field("strain", "", TENSOR, strain),
                new Fields.Field("stress", "stiff modulus", TENSOR, stress),
                new Fields.Field("strain energy density", "stiff modulus", List.of("value"), energy),
                new Fields.Field("failure measure", "", List.of("value"), failure),
                new Fields.Field("design variable", "", List.of("value"), variable));
    }

    private double[] scaled(double[] values) {
        return new double[] {scale * values[0], scale * values[1], scale * values[2]};
    }

    private List<Fields.Curve> curves() {
        List<Fields.Curve> curves = new ArrayList<>();
        double[] forces = solution.forces();
        double force = 0;
        for (int dof = 0; dof < mesh.dofs(); dof += 2) {
            force += mesh.prescribed()[dof] == 1 ? forces[dof] : 0;
        }
        // The far edge moves by 1 from the crack plane, which lies half the plate's width away.
        double strain = scale / (plate.columns() * plate.elementWidth() / 2);
        double stress = scale * force / (plate.rows() * plate.elementHeight() * plate.thickness());
        curves.add(curve("composite", strain, stress));
        if (phases.two()) {
            for (double share : SHARES) {
                curves.add(element("element of value " + share, share));
            }
        } else {
            for (int phase = 0; phase < phases.levels().size(); phase++) {
                String name = phases.levels().get(phase).name();
                curves.add(element("element of " + name, phases.variable(phase)));
            }
        }
        return curves;
    }

    /** An element alone in uniaxial tension, up to its failure. */
    private Fields.Curve element(String name, double variable) {
        UniaxialFailure failure = UniaxialFailure.of(material, variable);
        return curve(name, failure.strain(), failure.stress());
    }

    private static Fields.Curve curve(String name, double strain, double stress) {
        return new Fields.Curve(
                name,
                "strain over the stiff phase's at failure",
                "stress over the stiff phase's at failure",
                new double[] {0, strain},
                new double[] {0, stress});
    }
}
