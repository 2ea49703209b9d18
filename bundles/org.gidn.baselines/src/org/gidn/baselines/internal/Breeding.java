// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;

/**
 * What a genetic algorithm does to packed binary designs: crossover at the centre, mutation, and repair of the number of
 * zeros. Designs are words of an array, {@link DesignBatch#words} a design from {@code at} on. Not thread-safe; allocates
 * nothing per design.
 */
public final class Breeding {
    /** Which surplus genes are switched back to the right number of zeros. */
    public enum Repair {
        /** Those that differ from the parent of the design's first half, drawn at random; then any. */
        PARENT,
        /** Any, drawn at random. */
        RANDOM
    }

    private final int variables;
    private final int words;
    private final int zeros;
    private final double mutation;
    private final Repair repair;
    private final long[] head;
    private final int[] surplus;

    /**
     * @param space a binary space; designs are repaired where it fixes the number of zeros
     * @param mutation probability that a gene switches
     */
    public Breeding(DesignSpace space, double mutation, Repair repair) {
        this.variables = space.variables();
        this.words = DesignBatch.words(variables);
        this.zeros = space.zeros().orElse(-1);
        this.mutation = mutation;
        this.repair = repair;
        this.head = new long[words];
        for (int j = 0; j < variables / 2; j++) {
            head[j >>> 6] |= 1L << j;
        }
        this.surplus = new int[variables];
    }

    /** The parents, followed by children of pairs of them drawn at random, to {@code size} designs in all. */
    public DesignBatch next(DesignBatch chosen, int size, RandomGenerator random) {
        int parents = chosen.size();
        long[] bits = new long[size * words];
        for (int i = 0; i < parents * words; i++) {
            bits[i] = chosen.word(i / words, i % words);
        }
        for (int i = parents; i < size; i += 2) {
            int first = random.nextInt(parents);
            int second = (first + 1 + random.nextInt(parents - 1)) % parents;
            child(bits, first * words, second * words, bits, i * words, random);
            if (i + 1 < size) {
                child(bits, second * words, first * words, bits, (i + 1) * words, random);
            }
        }
        return DesignBatch.ofBits(variables, bits);
    }

    /** Makes one child: the first half of the genes of one parent, the second half of the other's, mutated and repaired. */
    public void child(long[] parents, int headParent, int tailParent, long[] children, int at, RandomGenerator random) {
        for (int w = 0; w < words; w++) {
            children[at + w] = parents[headParent + w] & head[w] | parents[tailParent + w] & ~head[w];
        }
        for (int j = 0; j < variables; j++) {
            if (random.nextDouble() < mutation) {
                children[at + (j >>> 6)] ^= 1L << j;
            }
        }
        if (zeros >= 0) {
            repair(parents, headParent, children, at, random);
        }
    }

    private void repair(long[] parents, int parent, long[] children, int at, RandomGenerator random) {
        int ones = 0;
        for (int w = 0; w < words; w++) {
            ones += Long.bitCount(children[at + w]);
        }
        int excess = ones - (variables - zeros);
        if (excess == 0) {
            return;
        }
        int missing = Math.abs(excess);
        if (repair == Repair.PARENT) {
            missing -= switchSome(missing, excess > 0, parents, parent, children, at, random);
        }
        switchSome(missing, excess > 0, null, 0, children, at, random);
    }

    /**
     * Switches up to {@code count} genes drawn among the ones (or the zeros); with parents only those that differ from the
     * parent.
     *
     * @return how many were switched
     */
    private int switchSome(
            int count, boolean ones, long[] parents, int parent, long[] children, int at, RandomGenerator random) {
        int found = 0;
        for (int w = 0; w < words; w++) {
            long genes = ones ? children[at + w] : ~children[at + w];
            if (parents != null) {
                genes &= children[at + w] ^ parents[parent + w];
            }
            for (; genes != 0; genes &= genes - 1) {
                int j = w * 64 + Long.numberOfTrailingZeros(genes);
                if (j < variables) {
                    surplus[found++] = j;
                }
            }
        }
        int switched = Math.min(count, found);
        for (int i = 0; i < switched; i++) {
            int drawn = i + random.nextInt(found - i);
            int j = surplus[drawn];
            surplus[drawn] = surplus[i];
            children[at + (j >>> 6)] ^= 1L << j;
        }
        return switched;
    }
}
