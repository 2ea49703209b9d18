// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.ConeFilter;
import org.gidn.core.design.DesignSpace;

/**
 * From the variables that a method of topology optimisation changes to the densities that it evaluates: means over neighbours (Bruns and
 * Tortorelli 2001), then a smooth step at ½ (Wang, Lazarov and Sigmund 2011), of a sharpness β that a method may raise. Or none of
 * both, with slopes that are filtered instead (Sigmund 1997). Immutable.
 */
public final class DensityMap {
    /** What is filtered. */
    public enum Filter {
        SENSITIVITY,
        DENSITY
    }

    /** What Sigmund's filter divides by at least, so that voids get a slope. */
    private static final double LEAST_DENSITY = 1e-3;
    /** Where the step is. */
    private static final double THRESHOLD = 0.5;

    private final Filter filter;
    /** Null if nothing is filtered. */
    private final ConeFilter cone;

    /**
     * @param radius in cells; 1 or less for none
     * @throws InvalidInputException if a filter is asked for, but designs are no picture
     */
    public DensityMap(DesignSpace space, Filter filter, double radius) {
        this.filter = filter;
        if (radius <= 1) {
            cone = null;
            return;
        }
        if (space.blocks().size() > 1 || space.picture().isEmpty()) {
            throw new InvalidInputException("A " + (filter == Filter.SENSITIVITY ? "sensitivity" : "density")
                    + " filter needs designs of one picture, but these are " + space + "; set filterRadius to 0.");
        }
        Block picture = space.blocks().get(0);
        cone = new ConeFilter(picture.rows(), picture.columns(), radius);
    }

    /**
     * Refuses a space that cannot be filtered so.
     *
     * @throws InvalidInputException if a filter is asked for, but designs are no picture
     */
    static DensityMap check(DesignSpace space, Filter filter, double radius) {
        return new DensityMap(space, filter, radius);
    }

    /**
     * The densities to be evaluated.
     *
     * @param sharpness β of the step; 0 for none
     */
    public double[] densities(double[] variables, double sharpness) {
        double[] means = means(variables);
        if (sharpness > 0) {
            Arrays.setAll(means, j -> step(means[j], sharpness));
        }
        return means;
    }

    private double[] means(double[] variables) {
        return cone == null || filter == Filter.SENSITIVITY ? variables.clone() : cone.mean(variables);
    }

    private static double step(double mean, double sharpness) {
        double low = Math.tanh(sharpness * THRESHOLD);
        double high = Math.tanh(sharpness * (1 - THRESHOLD));
        double value = (low + Math.tanh(sharpness * (mean - THRESHOLD))) / (low + high);
        return Math.max(0, Math.min(1, value)); // rounding
    }

    /** The slopes with respect to the variables of what has given slopes with respect to the densities. */
    public double[] slopes(double[] variables, double[] byDensity, double sharpness) {
        double[] slopes = byDensity.clone();
        if (sharpness > 0) {
            double range = Math.tanh(sharpness * THRESHOLD) + Math.tanh(sharpness * (1 - THRESHOLD));
            double[] means = means(variables);
            for (int j = 0; j < slopes.length; j++) {
                double tanh = Math.tanh(sharpness * (means[j] - THRESHOLD));
                slopes[j] *= sharpness * (1 - tanh * tanh) / range;
            }
        }
        return cone == null || filter == Filter.SENSITIVITY ? slopes : cone.derivatives(slopes);
    }

    /** Slopes of the objective smoothed, if it is they that are filtered. */
    public double[] smoothed(double[] variables, double[] slopes) {
        if (cone == null || filter == Filter.DENSITY) {
            return slopes;
        }
        double[] weighted = new double[slopes.length];
        Arrays.setAll(weighted, j -> slopes[j] * variables[j]);
        double[] means = cone.mean(weighted);
        Arrays.setAll(means, j -> means[j] / Math.max(LEAST_DENSITY, variables[j]));
        return means;
    }
}
