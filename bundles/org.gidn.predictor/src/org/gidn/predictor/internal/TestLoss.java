// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.work.Workers;

/** The mean squared error of an ensemble's members on the samples held back. */
final class TestLoss implements AutoCloseable {
    private final TrainingSet set;
    private final int[] test;
    private final TilePool tiles;

    TestLoss(Architecture architecture, TrainingSet set) {
        this.set = set;
        this.test = set.test();
        this.tiles = new TilePool(architecture, TiledEngine.TILE, false, false);
    }

    /** The loss, averaged over samples and members; NaN if no sample is held back. */
    double of(List<NativeParameters> members, Workers workers) {
        if (test.length == 0) {
            return Double.NaN;
        }
        int parts = (test.length + TiledEngine.TILE - 1) / TiledEngine.TILE;
        double[] losses = new double[parts];
        workers.forEach(parts, part -> {
            int from = part * TiledEngine.TILE;
            int count = Math.min(TiledEngine.TILE, test.length - from);
            Tile tile = tiles.borrow();
            set.inputs(test, from, count, tile.rows());
            tile.load(count);
            for (NativeParameters member : members) {
                tile.forward(member, count);
                losses[part] += squares(tile.outputs(count), from, count);
            }
            tiles.giveBack(tile);
        });
        return Arrays.stream(losses).sum() / ((double) test.length * members.size());
    }

    private double squares(float[] outputs, int from, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int o = 0; o < set.outputs(); o++) {
                double error = outputs[i * set.outputs() + o] - set.target(test[from + i], o);
                sum += error * error;
            }
        }
        return sum / set.outputs();
    }

    @Override
    public void close() {
        tiles.close();
    }
}
