// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.work.Cancellation;

/**
 * Finds the greatest U/ε² of all ways to soften k of the open elements of a part: depth first, one element after the other, each kept out
 * of all that follow. The last two elements are chosen by exact evaluation of all; before that, choices that {@link StatePair} shows to
 * be no better than the best known are left out. Used by one thread.
 */
final class SubsetSearch {
    /** Where so many choices are left, a {@link Relaxation} is worth its price. */
    private static final double RELAXED_FROM = 20_000;

    private static final int RELAXATION_STEPS = 15;
    /** A bound must be below what is to be beaten by this share. */
    static final double MARGIN = 1e-7;

    private final ModalPlate plate;
    private final double delta;
    private final Part[] parts;
    private final StatePair pair;
    private final Relaxation relaxation;
    private final LastElement last;
    private final double[] outcome = new double[2];
    private final int[] chosen;
    private int depth;
    private boolean[] soft;
    private double most;
    private int[] best;
    private long evaluated;
    private Cancellation cancellation;

    /**
     * @param greatest the greatest U/ε² known: that to beat, or of a better choice that was found
     * @param choice the elements that are soft in that choice beside those of the part; null if none is better than that to beat
     * @param evaluated how many designs were evaluated
     */
    record Found(double greatest, int[] choice, long evaluated) {}

    SubsetSearch(ModalPlate plate) {
        this.plate = plate;
        this.delta = 1 - plate.ratio;
        this.parts = new Part[plate.elements + 1];
        this.pair = new StatePair(plate.elements);
        this.relaxation = new Relaxation(plate);
        this.last = new LastElement(plate.elements, plate.modes.length);
        this.chosen = new int[plate.elements];
    }

    /**
     * Searches.
     *
     * @param alreadySoft which elements are soft
     * @param open the elements of which k are softened
     * @param toBeat choices with no more than this are of no interest
     */
    Found search(boolean[] alreadySoft, int[] open, int k, double toBeat, Cancellation wanted) {
        cancellation = wanted;
        soft = alreadySoft.clone();
        most = toBeat;
        best = null;
        depth = 0;
        evaluated = 0;
        relaxation.forget();
        Part part = part(k, open.length);
        part.solve(plate, soft, open);
        part.logNu = 0;
        part.logMu = 0;
        if (k == 0) {
            evaluated++;
            keep(part.energy / (part.strain * part.strain), 0);
        } else if (k == 1) {
            part.diagonal(last.diagonal);
            chooseLast(part, 0, part.q, part.p, part.energy, part.strain, part.count);
        } else {
            Arrays.fill(part.score, 0, part.count, Double.POSITIVE_INFINITY);
            part.base = 0;
            choose(part, k);
        }
        return new Found(most, best, evaluated);
    }

    private Part part(int k, int count) {
        if (parts[k] == null || parts[k].element.length < count) {
            parts[k] = new Part(count, plate.modes.length);
        }
        return parts[k];
    }

    /** The bound below which no choice is better than the best known. */
    private double enough() {
        return -(1 + MARGIN) / (4 * most);
    }

    private void choose(Part part, int k) {
        for (int i = 0; i + k <= part.count; i++) {
            double bound = part.base;
            for (int j = i; j < i + k; j++) {
                bound += part.score[j];
            }
            if (bound <= enough()) {
                return;
            }
            cancellation.check();
            // Of the elements after this one those are of no use that are too little even beside the best of the
            // others.
            double others = bound - part.score[i + k - 1];
            int after = part.count - i - 1;
            while (after >= k - 1 && others + part.score[i + after] <= enough()) {
                after--;
            }
            if (after < k - 1) {
                continue;
            }
            chosen[depth++] = part.element[i];
            soft[part.element[i]] = true;
            part.soften(i, after, delta, outcome);
            if (k == 2) {
                part.diagonal(i, after, last.diagonal);
                chooseLast(part, i + 1, part.nextQ, part.nextP, outcome[0], outcome[1], after);
            } else {
                chooseRest(part, i, after, k - 1);
            }
            soft[part.element[i]] = false;
            depth--;
        }
    }

    private void chooseLast(Part part, int from, double[] q, double[] p, double energy, double strain, int count) {
        evaluated += count;
        last.evaluate(q, p, energy, strain, count, delta);
        for (int j = 0; j < count; j++) {
            if (last.value[j] > most) {
                chosen[depth] = part.element[from + j];
                keep(last.value[j], depth + 1);
            }
        }
    }

    private void keep(double value, int count) {
        if (value > most) {
            most = value;
            best = Arrays.copyOf(chosen, count);
        }
    }

    private void chooseRest(Part part, int i, int count, int k) {
        bound(part, count, outcome[0], outcome[1]);
        pair.startFrom(part.logNu, part.logMu);
        if (pair.minimise(count, k, enough()) <= enough()) {
            return;
        }
        Part next = part(k, count);
        int[] order = byScore(count);
        next.logNu = pair.logNu;
        next.logMu = pair.logMu;
        next.base = pair.base;
        for (int j = 0; j < count; j++) {
            next.score[j] = pair.score[order[j]];
        }
        double energy = outcome[0];
        double strain = outcome[1];
        if (choices(count, k) >= RELAXED_FROM && relaxed(part, i, count, k)) {
            return;
        }
        part.descend(i, count, order, new double[] {energy, strain}, next);
        choose(next, k);
    }

    /** Whether a relaxation shows that none of the choices is better than the best known. */
    private boolean relaxed(Part part, int i, int count, int k) {
        double[] softness = new double[plate.elements];
        Arrays.setAll(softness, e -> soft[e] ? 1 : 0);
        int[] open = Arrays.copyOfRange(part.element, i + 1, i + 1 + count);
        return relaxation.reaches(softness, open, k, enough(), RELAXATION_STEPS);
    }

    /** Sets the forms of the bound whose sums are tangent where no open element is soft. */
    private void bound(Part part, int count, double energy, double strain) {
        forms(part.nextQ, part.nextP, count, plate.modes.length, pair.taken);
        for (int form = 0; form < 3; form++) {
            double add = delta / (1 - delta);
            SoftRows.set(pair.added[form], add, pair.taken[form], 0, count);
            for (int j = 0; j < count; j++) {
                pair.taken[form][j] *= delta;
            }
        }
        Arrays.fill(pair.at, 0, count, 0);
        pair.first[0] = energy;
        pair.second[0] = energy;
        pair.first[1] = strain;
        pair.second[1] = strain;
    }

    private static void forms(double[] q, double[] p, int count, int modes, double[][] forms) {
        for (double[] form : forms) {
            Arrays.fill(form, 0, count, 0);
        }
        for (int a = 0; a < modes; a++) {
            int at = a * count;
            for (int j = 0; j < count; j++) {
                forms[0][j] += q[at + j] * q[at + j] / 2;
            }
            for (int j = 0; j < count; j++) {
                forms[1][j] += q[at + j] * p[at + j];
            }
            for (int j = 0; j < count; j++) {
                forms[2][j] += p[at + j] * p[at + j] / 2;
            }
        }
    }

    private int[] byScore(int count) {
        double[] score = pair.score;
        return IntStream.range(0, count)
                .boxed()
                .sorted((x, y) -> Double.compare(score[y], score[x]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The number of ways to choose k of count. */
    static double choices(int count, int k) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways *= (count - i) / (i + 1.0);
        }
        return ways;
    }
}
