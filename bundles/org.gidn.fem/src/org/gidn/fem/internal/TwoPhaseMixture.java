// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import org.gidn.core.material.Material;

/** The input is the material's own variable. */
final class TwoPhaseMixture implements Mixture {
    private final BatchPlan plan;
    private final double[] entries = new double[Material.ENTRIES];

    TwoPhaseMixture(BatchPlan plan) {
        this.plan = plan;
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public void load(double[] design, double[][] sources) {
        plan.load(design, sources, 0, entries);
    }

    @Override
    public void stiffnessDerivative(double[] design, int variable, int input, double[] result) {
        plan.material.stiffnessDerivative(design[variable], result);
    }

    @Override
    public void failure(double[] design, int variable, double[] result) {
        plan.material.failure(design[variable], result);
    }

    @Override
    public void failureDerivative(double[] design, int variable, int input, double[] result) {
        plan.material.failureDerivative(design[variable], result);
    }
}
