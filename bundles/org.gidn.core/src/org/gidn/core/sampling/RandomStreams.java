// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.sampling;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Independent random numbers for every use of one seed. A use has a name and an index (an iteration, an epoch, a tile), so
 * that what one part of a method draws depends neither on the other parts nor on the number of threads, and a resumed run
 * draws what an uninterrupted one would have drawn.
 *
 * @param seed the run's seed
 * @since 1.0
 */
public record RandomStreams(long seed) {
    /** The generator of one use, always from its beginning. */
    public RandomGenerator stream(String use, long index) {
        long state = mix(seed + 0x9E3779B97F4A7C15L);
        for (byte b : use.getBytes(StandardCharsets.UTF_8)) {
            state = mix(state ^ b);
        }
        return new SplittableRandom(mix(state ^ mix(index)));
    }

    /** The generator of a use that happens once. */
    public RandomGenerator stream(String use) {
        return stream(use, 0);
    }

    /** The streams of a part of the method, independent of this one's. */
    public RandomStreams child(String part, long index) {
        return new RandomStreams(stream(part, index).nextLong());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), a bijection that scatters neighbouring numbers. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
