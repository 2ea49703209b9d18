// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import org.gidn.visualisation.Axis;

/**
 * The part of the plane that is seen between the axes, and where on the surface.
 *
 * @param x horizontal axis with its range
 * @param y vertical axis with its range
 * @param left left side in pixels
 * @param top upper side in pixels
 * @param width width in pixels
 * @param height height in pixels
 */
public record View(Axis x, Axis y, double left, double top, double width, double height) {
    /** The pixel of an abscissa; NaN if the axis cannot show it. */
    public double pixelX(double value) {
        return left + width * share(x, value);
    }

    /** The pixel of an ordinate; NaN if the axis cannot show it. */
    public double pixelY(double value) {
        return top + height * (1 - share(y, value));
    }

    /** The abscissa at a pixel. */
    public double valueX(double pixel) {
        return value(x, (pixel - left) / width);
    }

    /** The ordinate at a pixel. */
    public double valueY(double pixel) {
        return value(y, 1 - (pixel - top) / height);
    }

    /** Where a value lies on an axis, from 0 at its lower end to 1 at its upper. */
    public static double share(Axis axis, double value) {
        if (axis.scale() != Axis.Scale.LOGARITHMIC) {
            return (value - axis.lower()) / (axis.upper() - axis.lower());
        }
        return value > 0 ? Math.log(value / axis.lower()) / Math.log(axis.upper() / axis.lower()) : Double.NaN;
    }

    private static double value(Axis axis, double share) {
        return axis.scale() != Axis.Scale.LOGARITHMIC
                ? axis.lower() + share * (axis.upper() - axis.lower())
                : axis.lower() * Math.pow(axis.upper() / axis.lower(), share);
    }
}
