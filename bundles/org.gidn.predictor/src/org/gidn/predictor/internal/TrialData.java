// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;

/** What networks learn that only show whether a machine gives the same bits as another: the number of ones of some designs. */
public final class TrialData {
    private static final int DESIGNS = 64;
    private static final int SIDE = 4;

    private TrialData() {}

    public static TrainingData make() {
        DesignBatch designs = new RandomSampler(false)
                .sample(
                        DesignSpace.binary(SIDE, SIDE),
                        DESIGNS,
                        new RandomStreams(1).stream("trial"),
                        Cancellation.NONE);
        double[] ones = IntStream.range(0, DESIGNS)
                .mapToDouble(i -> IntStream.range(0, designs.variables())
                        .mapToDouble(j -> designs.value(i, j))
                        .sum())
                .toArray();
        return new TrainingData(designs, ones);
    }
}
