// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Climbs a function within bounds by the quasi-Newton method L-BFGS (Nocedal and Wright 2006, algorithm 7.4). Numbers at a bound over
 * which they would go are held, the others step along the path that bounds bend (Bertsekas 1982), which is halved until the
 * function grows enough (Armijo).
 */
final class LimitedMemoryBfgs {
    private static final int MEMORY = 10;
    /** A step may change the logarithm of a number by so much. */
    private static final double MOST_STEP = 2;

    private static final double ARMIJO = 1e-4;
    private static final double GRADIENT_TOLERANCE = 1e-5;
    private static final double VALUE_TOLERANCE = 1e-9;

    private final double[] least;
    private final double[] most;
    private final int evaluations;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    /** A step, how the descent's gradient changed by it, and 1 / (step · change). */
    private record Pair(double[] step, double[] change, double scale) {}

    /** Where it has arrived. */
    record Found(double[] place, Likelihood.Point point) {}

    /** @param evaluations the most that the function may be asked */
    LimitedMemoryBfgs(double[] least, double[] most, int evaluations) {
        this.least = least;
        this.most = most;
        this.evaluations = evaluations;
    }

    /** @return nothing if the function has no value at the start */
    Optional<Found> climb(Function<double[], Optional<Likelihood.Point>> function, double[] start) {
        double[] place = bounded(start, start, 0);
        Optional<Likelihood.Point> first = function.apply(place);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Found at = new Found(place, first.get());
        int asked = 1;
        pairs.clear();
        while (asked < evaluations && steepest(at) > GRADIENT_TOLERANCE) {
            double[] direction = direction(at);
            Found next = null;
            for (double length = 1; next == null && asked < evaluations && length > 1e-10; length /= 2) {
                double[] tried = bounded(at.place(), direction, length);
                Optional<Likelihood.Point> point = function.apply(tried);
                asked++;
                if (point.isPresent() && grows(at, tried, point.get())) {
                    next = new Found(tried, point.get());
                }
            }
            if (next == null) {
                break;
            }
            remember(at, next);
            double gain = next.point().value() - at.point().value();
            at = next;
            if (gain <= VALUE_TOLERANCE * Math.max(1, Math.abs(at.point().value()))) {
                break;
            }
        }
        return Optional.of(at);
    }

    private double[] bounded(double[] from, double[] direction, double length) {
        double[] place = new double[from.length];
        for (int p = 0; p < place.length; p++) {
            place[p] = Math.max(least[p], Math.min(most[p], from[p] + length * direction[p]));
        }
        return place;
    }

    private static boolean grows(Found from, double[] place, Likelihood.Point point) {
        double expected = 0;
        for (int p = 0; p < place.length; p++) {
            expected += from.point().gradient()[p] * (place[p] - from.place()[p]);
        }
        return point.value() >= from.point().value() + ARMIJO * expected;
    }

    /** The greatest change of a number that a step along the gradient would make. */
    private double steepest(Found at) {
        double[] next = bounded(at.place(), at.point().gradient(), 1);
        double greatest = 0;
        for (int p = 0; p < next.length; p++) {
            greatest = Math.max(greatest, Math.abs(next[p] - at.place()[p]));
        }
        return greatest;
    }

    private double[] direction(Found at) {
        double[] free = free(at, at.point().gradient().clone(), at.point().gradient());
        double[] direction = free(at, quasiNewton(free.clone()), at.point().gradient());
        if (!(dot(direction, free) > 0)) {
            pairs.clear();
            direction = free;
        }
        double greatest = 0;
        for (double change : direction) {
            greatest = Math.max(greatest, Math.abs(change));
        }
        double factor = Math.min(1, (pairs.isEmpty() ? 1 : MOST_STEP) / greatest);
        for (int p = 0; p < direction.length; p++) {
            direction[p] *= factor;
        }
        return direction;
    }

    /** Makes 0 of what belongs to numbers that are held at a bound. */
    private double[] free(Found at, double[] vector, double[] gradient) {
        for (int p = 0; p < vector.length; p++) {
            boolean held = at.place()[p] <= least[p] && gradient[p] < 0 || at.place()[p] >= most[p] && gradient[p] > 0;
            vector[p] = held ? 0 : vector[p];
        }
        return vector;
    }

    /** The two loops of the method. */
    private double[] quasiNewton(double[] vector) {
        double[] shares = new double[pairs.size()];
        int at = shares.length;
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
            Pair pair = newest.next();
            shares[--at] = pair.scale() * dot(pair.step(), vector);
            add(-shares[at], pair.change(), vector);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            double scale = 1 / (last.scale() * dot(last.change(), last.change()));
            for (int p = 0; p < vector.length; p++) {
                vector[p] *= scale;
            }
        }
        for (Pair pair : pairs) {
            double share = shares[at++] - pair.scale() * dot(pair.change(), vector);
            add(share, pair.step(), vector);
        }
        return vector;
    }

    private void remember(Found from, Found to) {
        int size = from.place().length;
        double[] step = new double[size];
        double[] change = new double[size];
        for (int p = 0; p < size; p++) {
            step[p] = to.place()[p] - from.place()[p];
            change[p] = from.point().gradient()[p] - to.point().gradient()[p];
        }
        double curvature = dot(step, change);
        // Else the function bends the other way there, which no quasi-Newton matrix can hold.
        if (curvature > 1e-10 * dot(change, change)) {
            pairs.addLast(new Pair(step, change, 1 / curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            sum += a[p] * b[p];
        }
        return sum;
    }

    private static void add(double factor, double[] vector, double[] to) {
        for (int p = 0; p < to.length; p++) {
            to[p] += factor * vector[p];
        }
    }
}
