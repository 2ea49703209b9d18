// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import java.util.SplittableRandom;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;

/** What several tests need. */
final class Composites {
    private Composites() {}

    /** The composite of the paper. */
    static CrackToughness paper(int size) {
        return new CrackToughness(CrackedPlate.square(size, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));
    }

    /** The toughness of the only design of a batch. */
    static double value(CrackToughness evaluator, DesignBatch design) {
        return evaluator.evaluate(design, Cancellation.NONE).value(0, 0);
    }

    /** Random binary designs with a quarter of soft elements. */
    static DesignBatch random(DesignSpace space, int count, long seed) {
        return new RandomSampler(false)
                .sample(space.withZeros(space.variables() / 4), count, new SplittableRandom(seed), Cancellation.NONE);
    }
}
