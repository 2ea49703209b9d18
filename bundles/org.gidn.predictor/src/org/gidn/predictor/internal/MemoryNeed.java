// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Locale;
import org.bytedeco.javacpp.Pointer;
import org.gidn.core.InvalidInputException;
import org.gidn.predictor.settings.MlpSettings;

/** Refuses networks that do not fit into memory, before anything is allocated. */
final class MemoryNeed {
    private static final double GIB = 1L << 30;

    private MemoryNeed() {}

    /**
     * Compares what training would take with what there is.
     *
     * @param networks how many are trained
     * @param samples number of samples of a batch
     * @param slopes whether slopes are learned
     * @throws InvalidInputException if it is too much; names both figures
     */
    static void check(
            Architecture architecture, MlpSettings settings, long networks, int samples, boolean slopes, int threads) {
        if (architecture.parameters() > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("A network of " + architecture + " has " + architecture.parameters()
                    + " weights, above the greatest number allowed, " + (Integer.MAX_VALUE - 8)
                    + "; use fewer layers or neurons.");
        }
        int batch = Math.min(settings.batchSize(), samples);
        int capacity = Math.min(TiledEngine.TILE, batch);
        long tile = Tile.bytes(architecture, capacity) + (slopes ? SlopeTerm.bytes(architecture, capacity) : 0);
        long tiles = threads * tile;
        // Weights, and a gradient for each chunk of a batch.
        long outside = networks * architecture.parameters() * Float.BYTES * (1 + TiledEngine.chunks(batch)) + tiles;
        // Weights, the last good ones, Adam's two moments, the sum of the gradients, and a copy of one of these.
        long heap = networks * architecture.parameters() * Float.BYTES * 6 + tiles;
        if (slopes) {
            heap += (long) samples * architecture.inputs() * architecture.outputs() * Float.BYTES;
        }
        refuseIfAbove(architecture, networks, outside, outsideLimit(), "outside Java's heap");
        refuseIfAbove(architecture, networks, heap, Runtime.getRuntime().maxMemory(), "of Java's heap");
    }

    private static long outsideLimit() {
        long available = Pointer.availablePhysicalBytes();
        long limit = Pointer.maxBytes() > 0 ? Pointer.maxBytes() : Long.MAX_VALUE;
        return available > 0 ? Math.min(limit, available) : limit;
    }

    private static void refuseIfAbove(Architecture architecture, long networks, long need, long limit, String where) {
        if (need > limit) {
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "Training %s of %s needs %.1f GiB %s, but only %.1f GiB are there; use fewer layers, neurons or"
                            + " networks.",
                    networks == 1 ? "a network" : networks + " networks",
                    architecture,
                    need / GIB,
                    where,
                    limit / GIB));
        }
    }
}
