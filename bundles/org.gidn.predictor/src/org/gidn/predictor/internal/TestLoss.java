// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.work.Workers;

/** The mean squared errors of networks on the samples held back. */
final class TestLoss implements AutoCloseable {
    private final TrainingSet set;
    private final int[] test;
    private final TilePool tiles;

    TestLoss(Architecture architecture, TrainingSet set) {
        this.set = set;
        this.test = set.test();
        this.tiles = new TilePool(architecture, TiledEngine.TILE, false, false);
    }

    /** The loss of each, averaged over samples; NaN if no sample is held back. */
    double[] of(List<NativeParameters> members, Workers workers) {
        double[] all = new double[members.size()];
        if (test.length == 0) {
            Arrays.fill(all, Double.NaN);
            return all;
        }
        int parts = (test.length + TiledEngine.TILE - 1) / TiledEngine.TILE;
        double[][] losses = new double[all.length][parts];
        workers.forEach(parts, part -> {
            int from = part * TiledEngine.TILE;
            int count = Math.min(TiledEngine.TILE, test.length - from);
            Tile tile = tiles.borrow();
            set.inputs(test, from, count, tile.rows());
            tile.load(count);
            for (int k = 0; k < all.length; k++) {
                tile.forward(members.get(k), count);
                losses[k][part] = squares(tile.outputs(count), from, count);
            }
            tiles.giveBack(tile);
        });
        Arrays.setAll(all, k -> Arrays.stream(losses[k]).sum() / test.length);
        return all;
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
