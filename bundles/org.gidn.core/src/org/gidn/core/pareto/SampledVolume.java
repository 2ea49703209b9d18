// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

import java.util.random.RandomGenerator;
import org.gidn.core.sampling.RandomStreams;

/**
 * An estimate of the volume of boxes from the origin, overlaps counted once: how far they reach in random directions, to the
 * power of the number of sides, in the mean, times the volume of the unit ball between these directions (Deng and Zhang
 * 2019). The directions are always the same, so that boxes that are added never take away.
 */
final class SampledVolume {
    private static final int DIRECTIONS = 1 << 16;

    private final double[] widths;
    /** {@code [direction][side]}: one over its coordinate, in widths of that side. */
    private final double[][] inverse = new double[DIRECTIONS][];

    private final double[] reach = new double[DIRECTIONS];

    /** @param widths of each side, about the longest box; above 0 */
    SampledVolume(double[] widths) {
        this.widths = widths.clone();
        RandomGenerator random = new RandomStreams(0).stream("directions");
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = new double[widths.length];
            double squares = 0;
            for (int side = 0; side < direction.length; side++) {
                direction[side] = Math.abs(random.nextGaussian());
                squares += direction[side] * direction[side];
            }
            double length = Math.sqrt(squares);
            for (int side = 0; side < direction.length; side++) {
                direction[side] = length / (direction[side] * widths[side]);
            }
            inverse[i] = direction;
        }
    }

    /** Adds a box. */
    void add(double[] box) {
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] scale = inverse[i];
            double furthest = Double.POSITIVE_INFINITY;
            for (int side = 0; side < box.length && furthest > reach[i]; side++) {
                furthest = Math.min(furthest, box[side] * scale[side]);
            }
            reach[i] = Math.max(reach[i], furthest);
        }
    }

    /** The volume of all that were added. */
    Volume volume() {
        double sum = 0;
        double squares = 0;
        for (double distance : reach) {
            double power = Math.pow(distance, widths.length);
            sum += power;
            squares += power * power;
        }
        double mean = sum / DIRECTIONS;
        double variance = Math.max(0, squares / DIRECTIONS - mean * mean);
        double unit = ball(widths.length);
        for (double width : widths) {
            unit *= width;
        }
        return new Volume(unit * mean, unit * Math.sqrt(variance / DIRECTIONS));
    }

    /** The volume of the part of the unit ball in which all coordinates are positive. */
    private static double ball(int sides) {
        double volume = 1;
        for (int side = sides; side > 1; side -= 2) {
            volume *= Math.PI / (2.0 * side);
        }
        return volume;
    }
}
