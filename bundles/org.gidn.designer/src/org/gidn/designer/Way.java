// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.work.Cancellation;

/** How designs come from where they start to where their scores are better. Used by one thread. */
interface Way {
    /** Told where the designs are after each step. */
    @FunctionalInterface
    interface Observer {
        /** After {@code step} steps the designs are at {@code positions}, all one after the other. */
        void moved(int step, float[] positions);
    }

    /**
     * Moves designs.
     *
     * @param starts where they come from
     * @param from number of the first start
     * @param count how many
     * @param cancellation asked before every step
     */
    void run(Starts starts, int from, int count, Cancellation cancellation, Observer observer);
}
