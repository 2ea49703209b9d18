// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;

/**
 * The hypervolume: how much of the space of objectives some designs dominate, up to a reference point (Zitzler and Thiele
 * 1999). The greater, the nearer the designs are to the best compromises and the more of these there are. It grows only by
 * designs that none before dominates.
 *
 * @since 1.0
 */
public final class Hypervolume {
    /** How far beyond the front the reference point is where none is given, in widths of the front. */
    private static final double MARGIN = 0.1;
    /** What can be summed up within a second is not estimated. */
    private static final long COMPARISONS = 20_000_000;

    private Hypervolume() {}

    /**
     * The hypervolume of some designs, exact whatever time that takes: with six objectives and more it can be years, see
     * {@link #measured}. Designs that are not better than the reference point in all objectives, or failed, add nothing.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     * @param reference a value of each objective that is worse than all that count
     * @return in the product of the objectives' units; 0 if no design counts
     * @throws InvalidInputException if there are not as many goals and reference values as objectives
     */
    public static double of(double[][] values, List<Goal> goals, double[] reference) {
        return new ExactVolume(Long.MAX_VALUE).of(boxes(values, goals, reference), values.length);
    }

    /**
     * The hypervolume of some designs, exact where that takes less than a second. Else it is an estimate, which is the same
     * for the same designs whatever their order.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     * @param reference a value of each objective that is worse than all that count
     * @throws InvalidInputException if there are not as many goals and reference values as objectives
     */
    public static Volume measured(double[][] values, List<Goal> goals, double[] reference) {
        double[][] boxes = boxes(values, goals, reference);
        double exact = new ExactVolume(COMPARISONS).of(boxes.clone(), values.length);
        return Double.isNaN(exact) ? estimated(boxes, new int[] {boxes.length}).get(0) : new Volume(exact, 0);
    }

    /**
     * How the hypervolume of some designs grows: that of the first few, of more, and so on, each as by {@link #measured}.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     * @param reference a value of each objective that is worse than all that count
     * @param counts how many designs, ascending
     * @return one a count
     * @throws InvalidInputException if there are not as many goals and reference values as objectives
     */
    public static List<Volume> growth(double[][] values, List<Goal> goals, double[] reference, int[] counts) {
        if (!measured(values, goals, reference).exact()) {
            return estimated(gains(values, goals, reference, IntStream.range(0, values[0].length)), counts);
        }
        List<Volume> volumes = new ArrayList<>();
        double[][] front = new double[values.length][0];
        int from = 0;
        for (int count : counts) {
            double[][] all = new double[values.length][];
            for (int objective = 0; objective < values.length; objective++) {
                all[objective] = DoubleStream.concat(
                                Arrays.stream(front[objective]), Arrays.stream(values[objective], from, count))
                        .toArray();
            }
            int[] kept = ParetoFront.of(all, goals);
            Arrays.setAll(
                    front, k -> Arrays.stream(kept).mapToDouble(i -> all[k][i]).toArray());
            volumes.add(measured(front, goals, reference));
            from = count;
        }
        return volumes;
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

    /** What the designs on the front gain over the reference point, {@code [design][objective]}. */
    private static double[][] boxes(double[][] values, List<Goal> goals, double[] reference) {
        if (reference.length != goals.size()) {
            throw new InvalidInputException("The reference point has " + reference.length + " values, but there are "
                    + goals.size() + " objectives; give one for each.");
        }
        return Arrays.stream(gains(values, goals, reference, Arrays.stream(ParetoFront.of(values, goals))))
                .filter(Hypervolume::counts)
                .toArray(double[][]::new);
    }

    private static double[][] gains(double[][] values, List<Goal> goals, double[] reference, IntStream designs) {
        return designs.mapToObj(design -> IntStream.range(0, values.length)
                        .mapToDouble(k -> goals.get(k).sign() * (values[k][design] - reference[k]))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static boolean counts(double[] gains) {
        return Arrays.stream(gains).allMatch(gain -> gain > 0);
    }

    /** Estimates of the volume of the first boxes, of more, and so on; boxes that do not count add nothing. */
    private static List<Volume> estimated(double[][] boxes, int[] counts) {
        int[] counting = new int[boxes.length + 1];
        for (int i = 0; i < boxes.length; i++) {
            counting[i + 1] = counting[i] + (counts(boxes[i]) ? 1 : 0);
        }
        double[][] all = Arrays.stream(boxes).filter(Hypervolume::counts).toArray(double[][]::new);
        return new SampledVolume(all)
                .volumes(Arrays.stream(counts).map(count -> counting[count]).toArray());
    }
}
