// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;

/**
 * The designs of a space as real numbers, for what moves or learns continuously: predictors, designers, gradients. A
 * variable of three or more levels becomes as many inputs, 1 for the level that it has and 0 for the others; every other
 * variable is its own input. Binary and continuous designs are what they were. Immutable and thread-safe.
 *
 * @since 1.0
 */
public final class Relaxation {
    private final DesignSpace space;
    /** The first input of each variable, and the number of all. */
    private final int[] first;

    private final boolean identity;

    public Relaxation(DesignSpace space) {
        this.space = space;
        first = new int[space.variables() + 1];
        for (int j = 0; j < space.variables(); j++) {
            int levels = space.blockOf(j).levels().size();
            first[j + 1] = Math.addExact(first[j], levels > 2 ? levels : 1);
        }
        identity = inputs() == space.variables();
    }

    /** The space whose designs these are. */
    public DesignSpace space() {
        return space;
    }

    /** The number of inputs of a design. */
    public int inputs() {
        return first[first.length - 1];
    }

    /** The first input of a variable; of the number of variables, that of inputs. */
    public int first(int variable) {
        return first[variable];
    }

    /** Whether every variable is its own input. */
    public boolean identity() {
        return identity;
    }

    /** The least value of each input. */
    public float[] lower() {
        return bounds(true);
    }

    /** The greatest value of each input. */
    public float[] upper() {
        return bounds(false);
    }

    private float[] bounds(boolean lower) {
        float[] bounds = new float[inputs()];
        for (int j = 0; j < space.variables(); j++) {
            boolean own = first[j + 1] == first[j] + 1;
            double bound = lower ? (own ? space.lower(j) : 0) : own ? space.upper(j) : 1;
            Arrays.fill(bounds, first[j], first[j + 1], (float) bound);
        }
        return bounds;
    }

    /** Writes a design of the space, or one between its designs where a variable is its own input, as inputs. */
    public void encode(DesignBatch designs, int design, float[] inputs, int offset) {
        if (identity) {
            designs.copy(design, inputs, offset);
            return;
        }
        double[] exact = encode(designs.toArray(design));
        for (int i = 0; i < exact.length; i++) {
            inputs[offset + i] = (float) exact[i];
        }
    }

    /** The inputs of a design, see {@link #encode(DesignBatch, int, float[], int)}, in full precision. */
    public double[] encode(double[] design) {
        if (identity) {
            return design.clone();
        }
        double[] inputs = new double[inputs()];
        for (int j = 0; j < design.length; j++) {
            if (first[j + 1] == first[j] + 1) {
                inputs[first[j]] = design[j];
            } else {
                inputs[first[j] + (int) design[j]] = 1;
            }
        }
        return inputs;
    }

    /** What makes designs of inputs, for one thread. */
    public Decoder decoder() {
        return new Decoder(this);
    }
}
