// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.design.DesignSpace;

/**
 * The binary designs one small change away from a given one, numbered: first all swaps of a 0 with a 1, then, where the number of
 * zeros may change, all flips. Tied cells change together, fixed ones stay; whether a design is allowed is another question.
 */
final class Exchanges {
    private final double[] design;
    /** The cells that change together, by their value. */
    private final List<int[]> zeros = new ArrayList<>();

    private final List<int[]> ones = new ArrayList<>();
    private final boolean flips;

    Exchanges(DesignSpace space, double[] design) {
        this.design = design;
        this.flips = space.zeros().isEmpty();
        for (int[] group : space.groups()) {
            (design[group[0]] == 0 ? zeros : ones).add(group);
        }
    }

    /** How many there are. */
    long count() {
        return swaps() + (flips ? zeros.size() + ones.size() : 0);
    }

    private long swaps() {
        return (long) zeros.size() * ones.size();
    }

    /** A design, by its number from 0 on. */
    double[] of(long number) {
        double[] changed = design.clone();
        if (number < swaps()) {
            set(changed, zeros.get((int) (number / ones.size())), 1);
            set(changed, ones.get((int) (number % ones.size())), 0);
        } else {
            int flip = (int) (number - swaps());
            int[] group = flip < zeros.size() ? zeros.get(flip) : ones.get(flip - zeros.size());
            set(changed, group, 1 - design[group[0]]);
        }
        return changed;
    }

    private static void set(double[] design, int[] group, double value) {
        for (int j : group) {
            design[j] = value;
        }
    }
}
