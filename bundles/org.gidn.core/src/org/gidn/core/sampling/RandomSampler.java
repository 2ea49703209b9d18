package org.gidn.core.sampling;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Draws uniformly from the whole space; binary designs without repetition if asked.
 *
 * @since 1.0
 */
public final class RandomSampler implements Sampler {
    private final boolean distinct;

    /**
     * @param distinct whether a binary design may be drawn only once
     */
    public RandomSampler(boolean distinct) {
        this.distinct = distinct;
    }

    @Override
    public DesignBatch sample(DesignSpace space, int count, RandomGenerator random) {
        if (space.kind() == DesignSpace.Kind.CONTINUOUS) {
            return continuous(space, count, random);
        }
        if (distinct && space.count().compareTo(BigInteger.valueOf(count)) < 0) {
            throw new InvalidInputException("The design space has " + space.count() + " designs; " + count
                    + " different ones cannot be drawn from it. Ask for fewer samples.");
        }
        DesignBatch drawn = binary(space, count, random);
        while (distinct) {
            DesignBatch unique = DistinctDesigns.of(drawn).designs();
            if (unique.size() == count) {
                return unique;
            }
            drawn = DesignBatch.join(List.of(unique, binary(space, count - unique.size(), random)));
        }
        return drawn;
    }

    private static DesignBatch continuous(DesignSpace space, int count, RandomGenerator random) {
        int variables = space.variables();
        double[] values = new double[Math.multiplyExact(count, variables)];
        for (int i = 0; i < values.length; i++) {
            int j = i % variables;
            values[i] = space.lower(j) + random.nextDouble() * (space.upper(j) - space.lower(j));
        }
        return DesignBatch.ofValues(variables, values);
    }

    private static DesignBatch binary(DesignSpace space, int count, RandomGenerator random) {
        int variables = space.variables();
        int words = DesignBatch.words(variables);
        long[] bits = new long[Math.multiplyExact(count, words)];
        int ones = variables - space.zeros().orElse(0);
        int[] order = new int[variables];
        for (int i = 0; i < count; i++) {
            if (space.zeros().isEmpty()) {
                for (int j = 0; j < variables; j++) {
                    bits[i * words + (j >>> 6)] |= (random.nextBoolean() ? 1L : 0L) << j;
                }
                continue;
            }
            for (int j = 0; j < variables; j++) {
                order[j] = j;
            }
            for (int j = 0; j < ones; j++) {
                int other = j + random.nextInt(variables - j);
                int chosen = order[other];
                order[other] = order[j];
                bits[i * words + (chosen >>> 6)] |= 1L << chosen;
            }
        }
        return DesignBatch.ofBits(variables, bits);
    }

    /** Makes the sampler from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Sampler> {
        @Override
        public Sampler create(Settings settings) {
            return new RandomSampler(settings.flag("distinct"));
        }
    }
}
