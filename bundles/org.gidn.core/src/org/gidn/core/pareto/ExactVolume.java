// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The volume of boxes from the origin, overlaps counted once: the volumes that they add one after the other are summed up,
 * with what they share left out (While, Bradstreet and Barone 2012). The time that this takes grows exponentially with the
 * number of sides.
 */
final class ExactVolume {
    private long left;

    /** @param comparisons how many comparisons of two boxes it may take */
    ExactVolume(long comparisons) {
        left = comparisons;
    }

    /** The volume, or NaN where it would take more comparisons than are left. Changes the order of the boxes. */
    double of(double[][] boxes, int sides) {
        double volume = union(boxes, sides);
        return left < 0 ? Double.NaN : volume;
    }

    private double union(double[][] boxes, int sides) {
        int last = sides - 1;
        // Of those that reach further along the last side each covers all that it shares with others there.
        Arrays.sort(boxes, Comparator.comparingDouble(box -> -box[last]));
        if (sides == 1) {
            return boxes.length == 0 ? 0 : boxes[0][0];
        }
        double volume = 0;
        double reached = 0;
        for (int i = 0; i < boxes.length && left >= 0; i++) {
            if (sides == 2) {
                // The others before it share the lower part of its first side.
                volume += boxes[i][1] * Math.max(0, boxes[i][0] - reached);
                reached = Math.max(reached, boxes[i][0]);
            } else {
                volume += boxes[i][last] * exclusive(boxes, i, last);
            }
        }
        return volume;
    }

    /** What one box adds to those before it, of so many sides. */
    private double exclusive(double[][] boxes, int box, int sides) {
        double[][] shared = new double[box][];
        int size = 0;
        for (int k = 0; k < box && left >= 0; k++) {
            double[] both = new double[sides];
            for (int side = 0; side < sides; side++) {
                both[side] = Math.min(boxes[box][side], boxes[k][side]);
            }
            size = added(shared, size, both);
        }
        double volume = 1;
        for (int side = 0; side < sides; side++) {
            volume *= boxes[box][side];
        }
        return volume - union(Arrays.copyOf(shared, size), sides);
    }

    /** Adds a box to some, without those that lie in another one; returns how many there are then. */
    private int added(double[][] boxes, int size, double[] box) {
        left -= 2L * size + 1;
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (within(box, boxes[k])) {
                return size;
            }
        }
        for (int k = 0; k < size; k++) {
            if (!within(boxes[k], box)) {
                boxes[kept++] = boxes[k];
            }
        }
        boxes[kept] = box;
        return kept + 1;
    }

    private static boolean within(double[] inner, double[] outer) {
        for (int side = 0; side < inner.length; side++) {
            if (inner[side] > outer[side]) {
                return false;
            }
        }
        return true;
    }
}
