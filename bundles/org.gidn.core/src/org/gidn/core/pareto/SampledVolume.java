// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.sampling.RandomStreams;

/**
 * An estimate of the volume of boxes from the origin, overlaps counted once: how far they reach in random directions, to the
 * power of the number of sides, in the mean, times the volume of the unit ball between these directions (Deng and Zhang
 * 2019). The directions are always the same, so that boxes that are added never take away.
 */
final class SampledVolume {
    private static final int DIRECTIONS = 1 << 14;

    /** One box after the other, each side in widths of the widest box. */
    private final double[] boxes;

    private final int sides;
    /** The volume of the part of a ball of radius 1 in which all coordinates are positive, in widths. */
    private final double unit;

    /** @param boxes {@code [box][side]}, all sides above 0 */
    SampledVolume(double[][] boxes) {
        sides = boxes[0].length;
        this.boxes = new double[boxes.length * sides];
        double volume = ball(sides);
        for (int side = 0; side < sides; side++) {
            double widest = 0;
            for (double[] box : boxes) {
                widest = Math.max(widest, box[side]);
            }
            for (int box = 0; box < boxes.length; box++) {
                this.boxes[box * sides + side] = boxes[box][side] / widest;
            }
            volume *= widest;
        }
        unit = volume;
    }

    private static double ball(int sides) {
        double volume = 1;
        for (int side = sides; side > 1; side -= 2) {
            volume *= Math.PI / (2.0 * side);
        }
        return volume;
    }

    /** The volumes of the first few boxes, of more, and so on. */
    List<Volume> volumes(int[] counts) {
        double[] sums = new double[counts.length];
        double[] squares = new double[counts.length];
        RandomGenerator random = new RandomStreams(0).stream("directions");
        double[] inverse = new double[sides];
        for (int i = 0; i < DIRECTIONS; i++) {
            draw(inverse, random);
            double reach = 0;
            int box = 0;
            for (int k = 0; k < counts.length; k++) {
                for (; box < counts[k]; box++) {
                    reach = Math.max(reach, reach(box, inverse, reach));
                }
                double power = Math.pow(reach, sides);
                sums[k] += power;
                squares[k] += power * power;
            }
        }
        List<Volume> volumes = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            double mean = sums[k] / DIRECTIONS;
            double variance = Math.max(0, squares[k] / DIRECTIONS - mean * mean);
            volumes.add(new Volume(unit * mean, unit * Math.sqrt(variance / DIRECTIONS)));
        }
        return volumes;
    }

    /** Draws a direction; its coordinates are inverted. */
    private static void draw(double[] inverse, RandomGenerator random) {
        double squares = 0;
        for (int side = 0; side < inverse.length; side++) {
            inverse[side] = Math.abs(random.nextGaussian());
            squares += inverse[side] * inverse[side];
        }
        double length = Math.sqrt(squares);
        for (int side = 0; side < inverse.length; side++) {
            inverse[side] = length / inverse[side];
        }
    }

    /** How far a box reaches in a direction, or less than what is enough if it does not reach that. */
    private double reach(int box, double[] inverse, double enough) {
        int from = box * sides;
        double reach = Double.POSITIVE_INFINITY;
        for (int side = 0; side < inverse.length && reach > enough; side++) {
            reach = Math.min(reach, boxes[from + side] * inverse[side]);
        }
        return reach;
    }
}
