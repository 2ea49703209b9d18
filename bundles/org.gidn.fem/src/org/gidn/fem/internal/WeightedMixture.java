// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.core.material.Material;

/** The inputs of a variable are the weights of the phases of which its elements are mixed: D = Σ w D_phase, F = Σ w F_phase. */
final class WeightedMixture implements Mixture {
    private final BatchPlan plan;
    /** {@code [phase][entry]}. */
    private final double[][] stiffness;

    private final double[][] failure;
    private final double[][] sources;

    /** @param variables the material's variable of each phase */
    WeightedMixture(BatchPlan plan, double[] variables) {
        this.plan = plan;
        this.stiffness = new double[variables.length][Material.ENTRIES];
        this.failure = new double[variables.length][Material.ENTRIES];
        this.sources = new double[variables.length][];
        for (int phase = 0; phase < variables.length; phase++) {
            plan.material.stiffness(variables[phase], stiffness[phase]);
            plan.material.failure(variables[phase], failure[phase]);
            sources[phase] = plan.sources(variables[phase], new double[Material.ENTRIES]);
        }
    }

    @Override
    public int inputs() {
        return stiffness.length;
    }

    @Override
    public void load(double[] design, double[][] result) {
        for (int j = 0; j < plan.variables; j++) {
            for (int s = 0; s < plan.sourcesPerVariable; s++) {
                double sum = 0;
                for (int phase = 0; phase < sources.length; phase++) {
                    sum += design[j * sources.length + phase] * sources[phase][s];
                }
                result[j * plan.sourcesPerVariable + s][0] = sum;
            }
        }
    }

    @Override
    public void stiffnessDerivative(double[] design, int variable, int input, double[] entries) {
        System.arraycopy(stiffness[input], 0, entries, 0, entries.length);
    }

    @Override
    public void failure(double[] design, int variable, double[] entries) {
        Arrays.fill(entries, 0);
        for (int phase = 0; phase < failure.length; phase++) {
            double weight = design[variable * failure.length + phase];
            for (int entry = 0; entry < entries.length; entry++) {
                entries[entry] += weight * failure[phase][entry];
            }
        }
    }

    @Override
    public void failureDerivative(double[] design, int variable, int input, double[] entries) {
        System.arraycopy(failure[input], 0, entries, 0, entries.length);
    }
}
