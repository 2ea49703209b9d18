// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.random.RandomGenerator;

/** Where the designer starts. */
interface Starts {
    /** How many starts there are. */
    int count();

    /**
     * Draws starts, each from a stream of its own, so that it depends on nothing but its number.
     *
     * @param from the first start's number
     * @return the starts' variables, one start after the other
     */
    float[] draw(int from, int count);

    /** Where the moves of a start come from by chance, from the beginning. */
    RandomGenerator moves(int start);
}
