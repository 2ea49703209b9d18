// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import org.eclipse.osgi.util.NLS;
import org.gidn.visualisation.internal.Messages;

/**
 * Values on a rectangular grid.
 *
 * @param x abscissae, ascending and evenly spaced
 * @param y ordinates, ascending and evenly spaced
 * @param values the value at {@code (x[i], y[j])} stands at {@code j * x.length + i}
 * @since 1.0
 */
public record Grid(double[] x, double[] y, double[] values) {
    public Grid {
        if (values.length != x.length * y.length) {
            throw new IllegalArgumentException(
                    NLS.bind(Messages.gridValues, new Object[] {x.length, y.length, values.length}));
        }
    }

    /** The value at a place. */
    public double value(int i, int j) {
        return values[j * x.length + i];
    }

    /** The distance of neighbouring coordinates; 1 if there is one only. */
    public static double step(double[] coordinates) {
        return coordinates.length < 2 ? 1 : coordinates[1] - coordinates[0];
    }

    /** Feeds the outer sides of the cells around the coordinates. */
    void extent(double[] coordinates, Extent extent) {
        double half = step(coordinates) / 2;
        extent.add(coordinates[0] - half);
        extent.add(coordinates[coordinates.length - 1] + half);
    }
}
