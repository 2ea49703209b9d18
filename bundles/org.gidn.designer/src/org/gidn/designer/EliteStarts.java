// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.sampling.RandomStreams;

/**
 * Starts around the best designs known, each with noise of its own strength.
 *
 * @param space the allowed designs
 * @param elites what the starts lie around
 * @param random where all is drawn from
 * @param count number of starts
 * @param leastNoise least standard deviation of a start's variables about its elite, in halves of the variables' ranges
 * @param mostNoise greatest
 */
record EliteStarts(
        DesignSpace space, Elites elites, RandomStreams random, int count, double leastNoise, double mostNoise)
        implements Starts {
    @Override
    public float[] draw(int from, int count) {
        int variables = space.variables();
        float[] positions = new float[count * variables];
        for (int i = 0; i < count; i++) {
            RandomGenerator generator = random.stream("start", from + i);
            int elite = elites.draw(generator);
            double noise = leastNoise + (mostNoise - leastNoise) * generator.nextDouble();
            for (int j = 0; j < variables; j++) {
                double unit = (space.upper(j) - space.lower(j)) / 2;
                positions[i * variables + j] =
                        (float) (elites.designs().value(elite, j) + noise * unit * generator.nextGaussian());
            }
        }
        return positions;
    }

    @Override
    public RandomGenerator moves(int start) {
        return random.stream("moves", start);
    }
}
