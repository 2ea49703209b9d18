// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignSpace;

/** Small changes of a binary design, given as values 0 or 1. */
public final class Swaps {
    private Swaps() {}

    /** The places of all variables with a value, in their order. */
    public static int[] places(double[] design, double value) {
        int[] places = new int[design.length];
        int found = 0;
        for (int j = 0; j < design.length; j++) {
            if (design[j] == value) {
                places[found++] = j;
            }
        }
        return Arrays.copyOf(places, found);
    }

    /** Swaps a zero with a one, both drawn at random; the design has both. */
    public static void swap(double[] design, RandomGenerator random) {
        int[] zeros = places(design, 0);
        int[] ones = places(design, 1);
        design[zeros[random.nextInt(zeros.length)]] = 1;
        design[ones[random.nextInt(ones.length)]] = 0;
    }

    /** Swaps where the space fixes the number of zeros; else switches one variable. */
    public static void change(double[] design, DesignSpace space, RandomGenerator random) {
        if (space.zeros().isPresent()) {
            swap(design, random);
        } else {
            int j = random.nextInt(design.length);
            design[j] = 1 - design[j];
        }
    }
}
