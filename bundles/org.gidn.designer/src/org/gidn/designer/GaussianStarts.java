// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.sampling.RandomStreams;

/**
 * Where the designer starts: the first starts are drawn as its settings say, the others around designs that are known.
 *
 * @param settings mean and deviation of the first starts
 * @param random where all are drawn from
 * @param free number of the first starts
 * @param around number of the others
 * @param centres the designs that the others lie around, each in turn; empty if there are none
 * @param deviation standard deviation of every variable about its centre
 */
record GaussianStarts(
        DescentSettings settings, RandomStreams random, int free, int around, DesignBatch centres, double deviation)
        implements Starts {
    /** Starts drawn as the settings say. */
    static GaussianStarts free(DescentSettings settings, RandomStreams random, int count, int variables) {
        return new GaussianStarts(settings, random, count, 0, DesignBatch.ofValues(variables, new double[0]), 0);
    }

    @Override
    public int count() {
        return free + around;
    }

    @Override
    public float[] draw(int from, int count) {
        int variables = centres.variables();
        float[] positions = new float[count * variables];
        for (int i = 0; i < count; i++) {
            int start = from + i;
            RandomGenerator gaussian = random.stream("start", start);
            for (int j = 0; j < variables; j++) {
                double noise = gaussian.nextGaussian();
                positions[i * variables + j] = (float)
                        (start < free
                                ? settings.startMean() + settings.startDeviation() * noise
                                : centres.value((start - free) % centres.size(), j) + deviation * noise);
            }
        }
        return positions;
    }

    @Override
    public RandomGenerator moves(int start) {
        return random.stream("moves", start);
    }
}
