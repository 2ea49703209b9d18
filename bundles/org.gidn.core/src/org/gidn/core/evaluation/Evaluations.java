// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The measured values of a batch of designs, and the gradients of the first objective where they were asked for. A design
 * that could not be evaluated has NaN and a reason; it takes nothing from the others. Different designs may be written from
 * different threads.
 *
 * @since 1.0
 */
public final class Evaluations {
    private final int size;
    private final int outputs;
    private final double[] values;
    /** What counts instead of values; null while nothing does. */
    private double[] merits;

    private final String[] failures;
    private final double[][] gradients;

    /** Room for {@code size} designs, all values NaN. */
    public Evaluations(int size, int outputs) {
        this.size = size;
        this.outputs = outputs;
        this.values = new double[Math.multiplyExact(size, outputs)];
        this.failures = new String[size];
        this.gradients = new double[size][];
        Arrays.fill(values, Double.NaN);
    }

    /** The number of designs. */
    public int size() {
        return size;
    }

    /** The number of values of a design. */
    public int outputs() {
        return outputs;
    }

    /** A design's value for one output as it counts for a method; NaN if it failed. */
    public double value(int design, int output) {
        return (merits == null ? values : merits)[design * outputs + output];
    }

    /**
     * A design's value for one output as it was measured: the same as {@link #value} but for designs that miss bounds or break rules,
     * whose objectives count for less. NaN if it failed.
     */
    public double measured(int design, int output) {
        return values[design * outputs + output];
    }

    /** Lets a design count by another value than the one measured, which is kept. By one thread, after all values are set. */
    public void judge(int design, int output, double merit) {
        if (merits == null) {
            merits = values.clone();
        }
        merits[design * outputs + output] = merit;
    }

    /** The values of all designs for one output. */
    public double[] values(int output) {
        double[] column = new double[size];
        for (int i = 0; i < size; i++) {
            column[i] = value(i, output);
        }
        return column;
    }

    /** All values of a design as they were measured, one an output. */
    public double[] measured(int design) {
        return Arrays.copyOfRange(values, design * outputs, (design + 1) * outputs);
    }

    /** Why a design has no value, in one sentence; null if it has one. */
    public String failure(int design) {
        return failures[design];
    }

    public void set(int design, int output, double value) {
        values[design * outputs + output] = value;
    }

    /**
     * The derivatives of a design's first objective with respect to the inputs of its {@link org.gidn.core.design.Relaxation},
     * not copied; null if it failed or none were asked for.
     */
    public double[] gradient(int design) {
        return gradients[design];
    }

    /** Keeps a gradient without copying it. */
    public void setGradient(int design, double[] gradient) {
        gradients[design] = gradient;
    }

    /** Records that a design could not be evaluated. */
    public void fail(int design, String reason) {
        gradients[design] = null;
        Arrays.fill(values, design * outputs, (design + 1) * outputs, Double.NaN);
        failures[design] = reason;
    }

    /**
     * The same with outputs in another order.
     *
     * @param order for each output which one it was; gradients stay, which are those of the first
     */
    public Evaluations columns(int[] order) {
        if (Arrays.equals(order, IntStream.range(0, outputs).toArray())) {
            return this;
        }
        Evaluations ordered = new Evaluations(size, order.length);
        System.arraycopy(failures, 0, ordered.failures, 0, size);
        for (int i = 0; i < size; i++) {
            for (int output = 0; output < order.length; output++) {
                ordered.values[i * order.length + output] = values[i * outputs + order[output]];
            }
            if (gradient(i) != null) {
                ordered.setGradient(i, gradient(i));
            }
        }
        return ordered;
    }

    /** Copies the results of a part of the batch to their place, from design {@code offset} on. */
    public void put(int offset, Evaluations part) {
        System.arraycopy(part.values, 0, values, offset * outputs, part.values.length);
        System.arraycopy(part.failures, 0, failures, offset, part.size);
        System.arraycopy(part.gradients, 0, gradients, offset, part.size);
    }
}
