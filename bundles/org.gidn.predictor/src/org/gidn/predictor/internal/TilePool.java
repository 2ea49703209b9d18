// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.ArrayDeque;

/**
 * Workspaces that threads borrow. A thread is given the one that it had before, which its core's cache still holds, where
 * that is idle. Not more are made than threads work at once. Thread-safe.
 */
public final class TilePool implements AutoCloseable {
    private final Architecture architecture;
    private final int capacity;
    private final boolean dropout;
    private final boolean learnsSlopes;
    private final ArrayDeque<Idle> idle = new ArrayDeque<>();

    private record Idle(Tile tile, Thread user) {}

    /** The parameters are those of each {@link Tile}. */
    public TilePool(Architecture architecture, int capacity, boolean dropout, boolean learnsSlopes) {
        this.architecture = architecture;
        this.capacity = capacity;
        this.dropout = dropout;
        this.learnsSlopes = learnsSlopes;
    }

    public synchronized Tile borrow() {
        Idle chosen = idle.peek();
        for (Idle one : idle) {
            if (one.user == Thread.currentThread()) {
                chosen = one;
            }
        }
        idle.remove(chosen);
        return chosen != null ? chosen.tile : new Tile(architecture, capacity, dropout, learnsSlopes);
    }

    public synchronized void giveBack(Tile tile) {
        idle.push(new Idle(tile, Thread.currentThread()));
    }

    @Override
    public synchronized void close() {
        idle.forEach(one -> one.tile.close());
        idle.clear();
    }
}
