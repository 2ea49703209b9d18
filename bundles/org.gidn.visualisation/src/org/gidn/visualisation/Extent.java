// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

/**
 * The least and the greatest of the values fed into it; NaN, infinite and, if logarithmic, non-positive ones are passed over.
 *
 * @since 1.0
 */
public final class Extent {
    private final boolean logarithmic;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /**
     * @param logarithmic whether only positive values count
     */
    public Extent(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    public void add(double value) {
        if (Double.isFinite(value) && (!logarithmic || value > 0)) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
    }

    public void add(double[] values) {
        for (double value : values) {
            add(value);
        }
    }

    /** Whether no value has counted. */
    public boolean empty() {
        return least > greatest;
    }

    public double least() {
        return least;
    }

    public double greatest() {
        return greatest;
    }
}
