// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;

/** Designs that the designer takes on its way, tile by tile, each written by one thread to its place. Thread-safe. */
final class TileResults {
    private static final int END = -1;

    private final DesignSpace space;
    private final int starts;
    private final int moments;
    private final int tile;
    private final long[] bits;
    private final double[] values;
    private final BitSet done = new BitSet();

    /**
     * @param starts number of starts
     * @param moments how many designs are taken of each
     * @param tile starts of a tile; the last one may have less
     */
    TileResults(DesignSpace space, int starts, int moments, int tile) {
        this.space = space;
        this.starts = starts;
        this.moments = moments;
        this.tile = tile;
        int designs = Math.multiplyExact(starts, moments);
        boolean binary = space.binary();
        bits = binary ? new long[Math.multiplyExact(designs, DesignBatch.words(space.variables()))] : null;
        values = binary ? null : new double[Math.multiplyExact(designs, space.variables())];
    }

    /** Takes the designs of a tile at a moment: made binary in a binary space, moved to the bounds in a continuous one. */
    void put(int moment, int from, int count, float[] positions) {
        int variables = space.variables();
        int place = moment * starts + from;
        if (values != null) {
            for (int i = 0; i < count * variables; i++) {
                int j = i % variables;
                values[place * variables + i] = Math.max(space.lower(j), Math.min(space.upper(j), positions[i]));
            }
            return;
        }
        Binarisation binarisation = new Binarisation(space);
        int words = DesignBatch.words(variables);
        for (int i = 0; i < count; i++) {
            binarisation.binarise(positions, i * variables, bits, (place + i) * words);
        }
    }

    /** Tells that the tile which begins with a start has all its designs. */
    synchronized void done(int from) {
        done.set(from / tile);
    }

    /** Whether the tile which begins with a start has all its designs. */
    synchronized boolean isDone(int from) {
        return done.get(from / tile);
    }

    /** The starts of all tiles that are done. */
    synchronized long startsDone() {
        return done.stream().mapToLong(this::count).sum();
    }

    private int count(int index) {
        return Math.min(tile, starts - index * tile);
    }

    /** All designs: those of the first moment in the order of the starts, then those of the second, and so on. */
    DesignBatch batch() {
        return values != null
                ? DesignBatch.ofValues(space.variables(), values)
                : DesignBatch.ofBits(space.variables(), bits);
    }

    /** Writes the tiles that are done. */
    void write(DataOutputStream out) throws IOException {
        int[] tiles;
        synchronized (this) {
            tiles = done.stream().toArray();
        }
        out.writeInt(starts);
        out.writeInt(moments);
        out.writeInt(tile);
        for (int index : tiles) {
            out.writeInt(index);
            for (int moment = 0; moment < moments; moment++) {
                int place = moment * starts + index * tile;
                for (int i = first(place); i < first(place + count(index)); i++) {
                    if (values != null) {
                        out.writeDouble(values[i]);
                    } else {
                        out.writeLong(bits[i]);
                    }
                }
            }
        }
        out.writeInt(END);
    }

    /** Reads tiles that were written by the same designer; those of one that cuts its starts otherwise are left alone. */
    void read(DataInputStream in) throws IOException {
        if (in.readInt() != starts || in.readInt() != moments || in.readInt() != tile) {
            return;
        }
        for (int index = in.readInt(); index != END; index = in.readInt()) {
            if (index < 0 || index > (starts - 1) / tile) {
                throw new IOException("there is no tile " + index);
            }
            for (int moment = 0; moment < moments; moment++) {
                int place = moment * starts + index * tile;
                for (int i = first(place); i < first(place + count(index)); i++) {
                    if (values != null) {
                        values[i] = in.readDouble();
                    } else {
                        bits[i] = in.readLong();
                    }
                }
            }
            done(index * tile);
        }
    }

    /** Where the numbers of a design begin. */
    private int first(int design) {
        return design * (values != null ? space.variables() : DesignBatch.words(space.variables()));
    }
}
