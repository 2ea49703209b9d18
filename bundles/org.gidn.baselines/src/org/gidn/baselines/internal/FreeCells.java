// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;

/**
 * The cells of binary designs with a fixed number of zeros that are not fixed themselves, as numbers from 0 to 1 that can be
 * moved. Tied cells have the same value.
 */
public final class FreeCells {
    private final DesignSpace space;
    private final int[] free;
    private final double volume;

    public FreeCells(DesignSpace space) {
        this.space = space;
        this.free = IntStream.range(0, space.variables())
                .filter(j -> space.fixed(j).isEmpty())
                .toArray();
        double fixed = IntStream.range(0, space.variables())
                .mapToDouble(j -> space.fixed(j).orElse(0))
                .sum();
        this.volume = space.variables() - space.zeros().getAsInt() - fixed;
    }

    /** What the values of the free cells add up to. */
    public double volume() {
        return volume;
    }

    /** A design of which all free cells have the same value. */
    public double[] start() {
        double[] design = new double[space.variables()];
        Arrays.setAll(design, j -> space.fixed(j).orElse(volume / free.length));
        return design;
    }

    /** The values of the free cells among those of all, those of tied cells replaced by their mean. */
    public double[] of(double[] all) {
        if (!space.bound()) {
            return all.clone();
        }
        double[] sums = new double[all.length];
        for (int j = 0; j < all.length; j++) {
            sums[space.leader(j)] += all[j];
        }
        return Arrays.stream(free)
                .mapToDouble(j -> sums[space.leader(j)] / space.tied(j))
                .toArray();
    }

    /** Puts the values of the free cells to their places among those of all. */
    public void put(double[] values, double[] all) {
        for (int i = 0; i < free.length; i++) {
            all[free[i]] = values[i];
        }
    }

    /** The design of the space that is nearest by rank. */
    public static DesignBatch binary(double[] values, DesignSpace space) {
        if (!space.bound()) {
            return Binarisation.of(DesignBatch.ofValues(values.length, values), space);
        }
        float[] inputs = new float[values.length];
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = (float) values[j];
        }
        double[] design = new double[values.length];
        new Relaxation(space).decoder().decode(inputs, 0, design);
        DesignBuilder builder = new DesignBuilder(space, 1);
        builder.add(design);
        return builder.batch();
    }
}
