package org.gidn.designer;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Goal;

/** Chooses which of the evaluated designs of an iteration are added to the training set. */
final class Selection {
    /** The diverse choice looks at this many times as many of the best designs as it takes. */
    private static final int WIDTH = 10;

    private Selection() {}

    /**
     * Chooses designs.
     *
     * @param kind {@code best}: the best values; {@code diverse}: of the tenfold number of best values those that differ most
     *     from each other
     * @param designs distinct designs
     * @param values their values; failed ones have NaN and are not chosen
     * @param wanted how many, at most
     * @return the places of the chosen designs
     */
    static int[] of(String kind, DesignBatch designs, double[] values, Goal goal, int wanted) {
        int[] best = best(values, goal);
        if (kind.equals("best") || best.length <= wanted) {
            return Arrays.copyOf(best, Math.min(wanted, best.length));
        }
        return diverse(designs, Arrays.copyOf(best, (int) Math.min((long) WIDTH * wanted, best.length)), wanted);
    }

    private static int[] best(double[] values, Goal goal) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> goal.sign() * Double.compare(values[b], values[a]));
        return Arrays.stream(order)
                .mapToInt(i -> i)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
    }

    /** The first candidate, then again and again the one whose nearest chosen design is farthest (Gonzalez 1985). */
    private static int[] diverse(DesignBatch designs, int[] candidates, int wanted) {
        int[] chosen = new int[wanted];
        double[] distance = new double[candidates.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int next = 0;
        for (int k = 0; k < wanted; k++) {
            chosen[k] = candidates[next];
            for (int i = 0; i < candidates.length; i++) {
                distance[i] = Math.min(distance[i], distance(designs, candidates[i], chosen[k]));
            }
            next = 0;
            for (int i = 1; i < candidates.length; i++) {
                next = distance[i] > distance[next] ? i : next;
            }
        }
        return chosen;
    }

    private static double distance(DesignBatch designs, int a, int b) {
        double sum = 0;
        if (designs.packed()) {
            for (int w = 0; w < DesignBatch.words(designs.variables()); w++) {
                sum += Long.bitCount(designs.word(a, w) ^ designs.word(b, w));
            }
            return sum;
        }
        for (int j = 0; j < designs.variables(); j++) {
            sum += Math.abs(designs.value(a, j) - designs.value(b, j));
        }
        return sum;
    }
}
