// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import org.gidn.core.design.DesignSpace;

/** How far a step goes. */
final class Changes {
    private Changes() {}

    /** Replaces a design by the next one; returns the greatest change of a variable, as a share of its range. */
    static double replace(DesignSpace space, double[] x, double[] next) {
        double change = 0;
        for (int j = 0; j < x.length; j++) {
            change = Math.max(change, Math.abs(next[j] - x[j]) / (space.upper(j) - space.lower(j)));
            x[j] = next[j];
        }
        return change;
    }
}
