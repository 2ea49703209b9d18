// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.sampling;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * Draws uniformly from the whole space, as far as its limits are such that this can be done; discrete designs without
 * repetition if asked.
 *
 * @since 1.0
 */
public final class RandomSampler implements Sampler {
    private static final int DRAWS_BETWEEN_CHECKS = 1 << 12;

    private final boolean distinct;

    /**
     * @param distinct whether a design of a discrete space may be drawn only once
     */
    public RandomSampler(boolean distinct) {
        this.distinct = distinct;
    }

    @Override
    public DesignBatch sample(DesignSpace space, int count, RandomGenerator random, Cancellation cancellation) {
        if (space.freeContinuous()) {
            return continuous(space, count, random, cancellation);
        }
        if (distinct && space.discrete() && space.count().compareTo(BigInteger.valueOf(count)) < 0) {
            throw new InvalidInputException("The design space has " + space.count() + " designs; " + count
                    + " different ones cannot be drawn from it. Ask for fewer samples.");
        }
        return space.freeBinary()
                ? binary(space, count, random, cancellation)
                : decoded(space, count, random, cancellation);
    }

    private DesignBatch binary(DesignSpace space, int count, RandomGenerator random, Cancellation cancellation) {
        int words = DesignBatch.words(space.variables());
        long[] bits = new long[Math.multiplyExact(count, words)];
        DesignBatch drawn = DesignBatch.ofBits(space.variables(), bits);
        int[] order = new int[space.variables()];
        DesignIndex known = new DesignIndex();
        long draws = 0;
        for (int i = 0; i < count; ) {
            if (draws++ % DRAWS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            draw(space, bits, i * words, order, random);
            if (!distinct || known.add(drawn, i) == i) {
                i++;
            } else {
                Arrays.fill(bits, i * words, (i + 1) * words, 0);
            }
        }
        return drawn;
    }

    /** Draws all inputs uniformly and makes designs of them: uniform but for what the limits of the space ask for. */
    private DesignBatch decoded(DesignSpace space, int count, RandomGenerator random, Cancellation cancellation) {
        Relaxation relaxation = new Relaxation(space);
        Decoder decoder = relaxation.decoder();
        float[] inputs = new float[relaxation.inputs()];
        double[] design = new double[space.variables()];
        DesignBuilder designs = new DesignBuilder(space, count);
        DesignIndex known = new DesignIndex();
        for (int drawn = 0; drawn < count; ) {
            cancellation.check();
            draw(relaxation, inputs, random);
            decoder.decode(inputs, 0, design);
            if (!distinct
                    || !space.discrete()
                    || known.add(DesignBatch.ofValues(design.length, design.clone()), 0) == drawn) {
                designs.add(design);
                drawn++;
            }
        }
        return designs.batch();
    }

    private static void draw(Relaxation relaxation, float[] inputs, RandomGenerator random) {
        DesignSpace space = relaxation.space();
        for (int j = 0; j < space.variables(); j++) {
            if (space.blockOf(j).levels().isEmpty()) {
                // Half a step beyond the bounds of whole numbers, so that these are as likely as the others.
                double beyond = space.blockOf(j).kind() == Block.Kind.INTEGER ? 0.5 : 0;
                double lower = space.lower(j) - beyond;
                inputs[relaxation.first(j)] = (float) (lower + random.nextDouble() * (space.upper(j) + beyond - lower));
            } else {
                for (int i = relaxation.first(j); i < relaxation.first(j + 1); i++) {
                    inputs[i] = random.nextFloat();
                }
            }
        }
    }

    private static DesignBatch continuous(
            DesignSpace space, int count, RandomGenerator random, Cancellation cancellation) {
        int variables = space.variables();
        double[] values = new double[Math.multiplyExact(count, variables)];
        for (int i = 0; i < values.length; i++) {
            if (i % DRAWS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            int j = i % variables;
            values[i] = space.lower(j) + random.nextDouble() * (space.upper(j) - space.lower(j));
        }
        return DesignBatch.ofValues(variables, values);
    }

    /** Sets the bits of one design, which are 0 before, from a word on. */
    private static void draw(DesignSpace space, long[] bits, int word, int[] order, RandomGenerator random) {
        int variables = space.variables();
        if (space.zeros().isEmpty()) {
            for (int j = 0; j < variables; j++) {
                bits[word + (j >>> 6)] |= (random.nextBoolean() ? 1L : 0L) << j;
            }
            return;
        }
        for (int j = 0; j < variables; j++) {
            order[j] = j;
        }
        int ones = variables - space.zeros().getAsInt();
        for (int j = 0; j < ones; j++) {
            int other = j + random.nextInt(variables - j);
            int chosen = order[other];
            order[other] = order[j];
            bits[word + (chosen >>> 6)] |= 1L << chosen;
        }
    }

    /** Makes the sampler from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Sampler> {
        @Override
        public Sampler create(Settings settings) {
            return new RandomSampler(settings.flag("distinct"));
        }
    }
}
