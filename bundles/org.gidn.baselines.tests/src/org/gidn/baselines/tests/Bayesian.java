// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import org.gidn.baselines.BayesianOptimisation;
import org.gidn.baselines.BayesianOptimisation.Options;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;

/** Bayesian optimisation small enough for tests. */
final class Bayesian {
    private Bayesian() {}

    /** A Gaussian process with its defaults. */
    static Predictor process() {
        return new GaussianProcess(GaussianProcessSettings.DEFAULTS);
    }

    /** A method of some iterations, in each of which it evaluates some designs. */
    static BayesianOptimisation of(int iterations, int evaluated) {
        return new BayesianOptimisation(
                new Options(10, new RandomSampler(true), process(), iterations, evaluated, 100, 6, 10, 10));
    }
}
