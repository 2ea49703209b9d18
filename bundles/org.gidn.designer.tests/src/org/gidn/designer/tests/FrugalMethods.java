// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import org.gidn.core.contract.MemoryRun;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;

/** The frugal way with settings for tests. */
final class FrugalMethods {
    private FrugalMethods() {}

    static Predictor network(int members) {
        return network(members, "plusMinusOne");
    }

    static Predictor network(int members, String coding) {
        return new MlpPredictor(new MlpSettings(
                2, 64, 0, 0.002, "cosine", 0.02, 128, 1, 0, "standard", coding, members, "tiled", "relu", 150, 2, 0));
    }

    static FrugalSettings settings(Predictor predictor, int iterations, double spreadWeight, boolean gradients) {
        return settings(predictor, iterations, Acquisition.Kind.UPPER_BOUND, spreadWeight, gradients);
    }

    static FrugalSettings settings(
            Predictor predictor, int iterations, Acquisition.Kind acquisition, double spreadWeight, boolean gradients) {
        return settings(
                predictor,
                iterations,
                acquisition,
                spreadWeight,
                100,
                gradients,
                FrugalSettings.KnownPart.WITHOUT_GRADIENTS);
    }

    static FrugalSettings settings(
            Predictor predictor,
            int iterations,
            Acquisition.Kind acquisition,
            double spreadWeight,
            int stall,
            boolean gradients,
            FrugalSettings.KnownPart knownPart) {
        return new FrugalSettings(
                10,
                new RandomSampler(true),
                predictor,
                iterations,
                3,
                0.02,
                acquisition,
                spreadWeight,
                0.1,
                200,
                0.25,
                1,
                30,
                0.1,
                6,
                300,
                50,
                0.15,
                stall,
                gradients,
                knownPart);
    }

    static void optimise(MemoryRun run, int iterations, boolean gradients) {
        new FrugalGidn(settings(network(5), iterations, 0.3, gradients)).optimise(run);
    }
}
