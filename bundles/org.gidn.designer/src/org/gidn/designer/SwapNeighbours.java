// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;

/** Random neighbours of binary designs: some swaps of a 0 with a 1 away, or some flips where any number of zeros is allowed. */
final class SwapNeighbours {
    /** The most moves to a neighbour. */
    static final int MOVES = 3;

    private final DesignSpace space;
    private final RandomGenerator random;

    SwapNeighbours(DesignSpace space, RandomGenerator random) {
        this.space = space;
        this.random = random;
    }

    /** Draws neighbours of elites. */
    DesignBatch of(Elites elites, int count) {
        int words = DesignBatch.words(space.variables());
        long[] bits = new long[count * words];
        for (int i = 0; i < count; i++) {
            int elite = elites.draw(random);
            for (int w = 0; w < words; w++) {
                bits[i * words + w] = elites.designs().word(elite, w);
            }
            for (int moves = 1 + random.nextInt(MOVES); moves > 0; moves--) {
                move(bits, i * words);
            }
        }
        return DesignBatch.ofBits(space.variables(), bits);
    }

    /** Moves the design that begins at a word. */
    void move(long[] bits, int word) {
        if (space.zeros().isEmpty()) {
            flip(bits, word, random.nextInt(space.variables()));
            return;
        }
        int zeros = space.zeros().getAsInt();
        if (zeros > 0 && zeros < space.variables()) {
            int zero = any(bits, word, 0);
            int one = any(bits, word, 1);
            flip(bits, word, zero);
            flip(bits, word, one);
        }
    }

    /** A variable that has a value, which some have. */
    private int any(long[] bits, int word, int value) {
        while (true) {
            int j = random.nextInt(space.variables());
            if ((bits[word + (j >>> 6)] >>> j & 1) == value) {
                return j;
            }
        }
    }

    private static void flip(long[] bits, int word, int variable) {
        bits[word + (variable >>> 6)] ^= 1L << variable;
    }
}
