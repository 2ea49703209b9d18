package org.gidn.predictor.internal;

import java.util.ArrayDeque;

/** Workspaces that threads borrow. Not more are made than threads work at once. Thread-safe. */
final class TilePool implements AutoCloseable {
    private final Architecture architecture;
    private final int capacity;
    private final boolean dropout;
    private final ArrayDeque<Tile> idle = new ArrayDeque<>();

    TilePool(Architecture architecture, int capacity, boolean dropout) {
        this.architecture = architecture;
        this.capacity = capacity;
        this.dropout = dropout;
    }

    synchronized Tile borrow() {
        Tile tile = idle.poll();
        return tile != null ? tile : new Tile(architecture, capacity, dropout);
    }

    synchronized void giveBack(Tile tile) {
        idle.push(tile);
    }

    @Override
    public synchronized void close() {
        idle.forEach(Tile::close);
        idle.clear();
    }
}
