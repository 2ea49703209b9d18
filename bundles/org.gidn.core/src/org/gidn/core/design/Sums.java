// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Shifts continuous variables so that all linear constraints of a space are met: each sum in turn by the least shift along its
 * coefficients that the bounds of the variables allow (projections onto convex sets, one after the other), until none is
 * missed. Used by one thread.
 */
final class Sums {
    private static final int ROUNDS = 200;
    private static final int BISECTIONS = 200;

    private final DesignSpace space;
    private final List<double[]> slopes = new ArrayList<>();

    Sums(DesignSpace space) {
        this.space = space;
        for (Linear linear : space.linears()) {
            // The slope of a group of tied variables is that of all its members together.
            double[] slope = new double[space.variables()];
            for (int i = 0; i < linear.variables().length; i++) {
                slope[space.leader(linear.variables()[i])] += linear.coefficients()[i];
            }
            double[] all = new double[slope.length];
            for (int j = 0; j < slope.length; j++) {
                all[j] = space.fixed(j).isPresent() ? 0 : slope[space.leader(j)];
            }
            slopes.add(all);
        }
    }

    /** Changes a design until all sums lie within their bounds, if that can be. */
    void meet(double[] design) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean missed = false;
            for (int i = 0; i < slopes.size(); i++) {
                Linear linear = space.linears().get(i);
                if (linear.violation(design) > 0) {
                    missed = true;
                    shift(design, linear, slopes.get(i));
                }
            }
            if (!missed) {
                return;
            }
        }
    }

    private void shift(double[] design, Linear linear, double[] slope) {
        double[] start = design.clone();
        boolean up = linear.sum(design) < linear.least();
        double target = up ? linear.least() : linear.most();
        double near = 0;
        double far = up ? 1 : -1;
        // Beyond some length all variables are at their bounds.
        for (int i = 0; i < 1100 && (moved(start, slope, far, design, linear) < target) == up; i++) {
            near = far;
            far *= 2;
        }
        for (int i = 0; i < BISECTIONS && near != far; i++) {
            double middle = near + (far - near) / 2;
            if (middle == near || middle == far) {
                break;
            }
            if ((moved(start, slope, middle, design, linear) < target) == up) {
                near = middle;
            } else {
                far = middle;
            }
        }
        moved(start, slope, far, design, linear);
    }

    private double moved(double[] start, double[] slope, double length, double[] design, Linear linear) {
        for (int j = 0; j < start.length; j++) {
            if (slope[j] != 0) {
                design[j] = Math.max(space.lower(j), Math.min(space.upper(j), start[j] + length * slope[j]));
            }
        }
        return linear.sum(design);
    }
}
