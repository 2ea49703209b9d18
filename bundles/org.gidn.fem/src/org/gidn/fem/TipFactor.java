// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.design.Relaxation;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.Mesh;

/**
 * The factor of the toughness that the material of the elements at the crack tip alone decides: one over the trace of its failure form,
 * which is Young's modulus of isotropic materials; of two elements the geometric mean. Thread-safe.
 */
final class TipFactor {
    /** Weights of phases that are all nearly 0 count as if their form had this share of the least of a phase. */
    private static final double LEAST_SHARE = 1e-3;

    private final Material material;
    private final boolean two;
    /** The first input of each element at the tip. */
    private final int[] inputs;
    /** The trace of each phase. */
    private final double[] traces;

    private final double least;

    TipFactor(Mesh mesh, Material material, Phases phases, Relaxation relaxation) {
        this.material = material;
        two = phases.two();
        inputs = IntStream.of(mesh.tips())
                .map(tip -> relaxation.first(mesh.variables()[tip]))
                .distinct()
                .toArray();
        traces = IntStream.range(0, phases.levels().size())
                .mapToDouble(phase -> trace(phases.variable(phase), false))
                .toArray();
        least = LEAST_SHARE * Arrays.stream(traces).min().orElseThrow();
    }

    private double trace(double variable, boolean derivative) {
        double[] entries = new double[Material.ENTRIES];
        if (derivative) {
            material.failureDerivative(variable, entries);
        } else {
            material.failure(variable, entries);
        }
        return entries[0] + entries[2] + entries[5];
    }

    /**
     * The factor of a relaxed design.
     *
     * @param gradient receives one derivative an input
     */
    double of(double[] design, double[] gradient) {
        Arrays.fill(gradient, 0);
        double logarithm = 0;
        for (int first : inputs) {
            double sum = two ? trace(design[first], false) : weighted(design, first);
            logarithm -= Math.log(Math.max(least, sum)) / inputs.length;
            for (int phase = 0; phase < (two ? 1 : traces.length) && sum > least; phase++) {
                double slope = two ? trace(design[first], true) : traces[phase];
                gradient[first + phase] = -slope / sum / inputs.length;
            }
        }
        double factor = Math.exp(logarithm);
        for (int first : inputs) {
            for (int phase = 0; phase < (two ? 1 : traces.length); phase++) {
                gradient[first + phase] *= factor;
            }
        }
        return factor;
    }

    private double weighted(double[] design, int first) {
        double sum = 0;
        for (int phase = 0; phase < traces.length; phase++) {
            sum += traces[phase] * design[first + phase];
        }
        return sum;
    }
}
