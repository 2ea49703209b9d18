// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.design.DesignBatch;

/** How different designs are. */
final class Distance {
    private Distance() {}

    /** The sum of the variables' differences: for binary designs the number of variables in which they differ. */
    static double of(DesignBatch designs, int design, DesignBatch others, int other) {
        double sum = 0;
        if (designs.packed() && others.packed()) {
            for (int w = 0; w < DesignBatch.words(designs.variables()); w++) {
                sum += Long.bitCount(designs.word(design, w) ^ others.word(other, w));
            }
            return sum;
        }
        for (int j = 0; j < designs.variables(); j++) {
            sum += Math.abs(designs.value(design, j) - others.value(other, j));
        }
        return sum;
    }
}
