// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.sampling.RandomStreams;

/**
 * The chance in the measurements of a batch. Each measurement has random numbers of its own, so that they depend neither on
 * threads nor on what else is measured, and can be drawn again in another process.
 *
 * @param seeds one a measurement; not copied
 * @since 1.0
 */
public record Noise(long[] seeds) {
    /** Noise that is the same for every measurement. */
    public static Noise fixed(int measurements) {
        return new Noise(new long[measurements]);
    }

    /** The random numbers of one measurement, always from their beginning. */
    public RandomGenerator of(int measurement) {
        return new RandomStreams(seeds[measurement]).stream("noise");
    }

    /** The noise of the measurements from {@code from} to before {@code to}. */
    public Noise slice(int from, int to) {
        return new Noise(Arrays.copyOfRange(seeds, from, to));
    }
}
