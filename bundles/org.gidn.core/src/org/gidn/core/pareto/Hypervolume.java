// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;

/**
 * The hypervolume: how much of the space of objectives some designs dominate, up to a reference point (Zitzler and Thiele
 * 1999). The greater, the nearer the designs are to the best compromises and the more of these there are. It grows only by
 * designs that none before dominates, and is exact: the volumes that the designs add one after the other are summed up, with
 * what they share left out (While, Bradstreet and Barone 2012).
 *
 * @since 1.0
 */
public final class Hypervolume {
    /** How far beyond the front the reference point is where none is given, in widths of the front. */
    private static final double MARGIN = 0.1;

    private Hypervolume() {}

    /**
     * The hypervolume of some designs. Designs that are not better than the reference point in all objectives, or failed, add
     * nothing.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     * @param reference a value of each objective that is worse than all that count
     * @return in the product of the objectives' units; 0 if no design counts
     * @throws InvalidInputException if there are not as many goals and reference values as objectives
     */
    public static double of(double[][] values, List<Goal> goals, double[] reference) {
        if (reference.length != goals.size()) {
            throw new InvalidInputException("The reference point has " + reference.length + " values, but there are "
                    + goals.size() + " objectives; give one for each.");
        }
        int[] front = ParetoFront.of(values, goals);
        double[][] boxes = new double[front.length][values.length];
        for (int i = 0; i < front.length; i++) {
            for (int objective = 0; objective < values.length; objective++) {
                double gain = goals.get(objective).sign() * (values[objective][front[i]] - reference[objective]);
                boxes[i][objective] = Math.max(0, gain);
            }
        }
        return union(boxes, values.length);
    }

    /**
     * The reference point where none is given: of each objective the worst value on the front, and a tenth of the front's width
     * beyond that, so that the ends of the front count too. It changes with the front: hypervolumes compare only by the same one.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     * @return one value an objective; NaN if no design counts
     */
    public static double[] reference(double[][] values, List<Goal> goals) {
        int[] front = ParetoFront.of(values, goals);
        double[] reference = new double[values.length];
        for (int objective = 0; objective < reference.length; objective++) {
            double[] column = values[objective];
            double least =
                    Arrays.stream(front).mapToDouble(i -> column[i]).min().orElse(Double.NaN);
            double most = Arrays.stream(front).mapToDouble(i -> column[i]).max().orElse(Double.NaN);
            double width = most > least ? most - least : Math.max(Math.abs(most), Double.MIN_NORMAL);
            int sign = goals.get(objective).sign();
            reference[objective] = (sign > 0 ? least : most) - sign * MARGIN * width;
        }
        return reference;
    }

    /** The volume of boxes from the origin, overlaps counted once. */
    private static double union(double[][] boxes, int sides) {
        int last = sides - 1;
        // Of those that reach further along the last side each covers all that it shares with others there.
        Arrays.sort(boxes, Comparator.comparingDouble(box -> -box[last]));
        if (sides == 1) {
            return boxes.length == 0 ? 0 : boxes[0][0];
        }
        double volume = 0;
        double reached = 0;
        for (int i = 0; i < boxes.length; i++) {
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
    private static double exclusive(double[][] boxes, int box, int sides) {
        double[][] shared = new double[box][];
        int size = 0;
        for (int k = 0; k < box; k++) {
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
    private static int added(double[][] boxes, int size, double[] box) {
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
