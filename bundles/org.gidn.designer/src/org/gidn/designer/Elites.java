// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;

/**
 * The best designs known, from which new ones are made: the better, the oftener.
 *
 * @param designs best first
 */
record Elites(DesignBatch designs) {
    /** The mean rank drawn, as a share of all. */
    private static final double MEAN = 0.25;

    /** Draws one, geometrically by rank. */
    int draw(RandomGenerator random) {
        while (true) {
            int rank = (int) (-Math.log(1 - random.nextDouble()) * MEAN * designs.size());
            if (rank < designs.size()) {
                return rank;
            }
        }
    }
}
