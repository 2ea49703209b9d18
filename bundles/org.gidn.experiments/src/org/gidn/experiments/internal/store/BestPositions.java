// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.gidn.core.problem.Goal;

/** The positions of the best evaluations of a set, the best first; of equal ones that which was found first. */
final class BestPositions {
    /** How many a set remembers. */
    static final int MOST = 16;

    private final Goal goal;
    private final int[] positions = new int[MOST];
    private final double[] values = new double[MOST];
    private int size;

    /**
     * @param goal of the values, which are those of the first objective
     */
    BestPositions(Goal goal) {
        this.goal = goal;
    }

    /** Takes in an evaluation, which stands behind those before; NaN if it failed. */
    void add(long position, double value) {
        if (Double.isNaN(value) || size == MOST && !goal.better(value, values[MOST - 1])) {
            return;
        }
        int at = size < MOST ? size++ : MOST - 1;
        for (; at > 0 && goal.better(value, values[at - 1]); at--) {
            positions[at] = positions[at - 1];
            values[at] = values[at - 1];
        }
        positions[at] = (int) position;
        values[at] = value;
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(size * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            buffer.putInt(positions[i]);
        }
        return buffer.array();
    }

    /** The positions that {@link #bytes()} gave. */
    static List<Integer> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> positions = new ArrayList<>();
        while (buffer.remaining() >= Integer.BYTES) {
            positions.add(buffer.getInt());
        }
        return positions;
    }
}
