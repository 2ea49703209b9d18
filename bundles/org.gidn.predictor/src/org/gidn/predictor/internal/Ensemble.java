// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.work.Workers;

/** Trained networks of equal shape that take designs as they are; their outputs are averaged. Thread-safe. */
public final class Ensemble implements AutoCloseable {
    private final ModelFile model;
    private final Architecture architecture;
    private final List<NativeParameters> parameters;
    private final TilePool tiles;

    public Ensemble(ModelFile model) {
        this.model = model;
        architecture = model.members().get(0).architecture();
        parameters = model.members().stream()
                .map(member -> NativeParameters.of(architecture, member.parameters()))
                .toList();
        tiles = new TilePool(architecture, TiledEngine.TILE, false, false);
    }

    /** The networks and what their outputs stand for. */
    public ModelFile model() {
        return model;
    }

    public Architecture architecture() {
        return architecture;
    }

    /**
     * The value that the averaged output stands for, and, of several members, the standard deviation of the values that their own
     * outputs stand for (of the population that they are a sample of).
     */
    public Predictions predict(DesignBatch designs, Workers workers) {
        int outputs = architecture.outputs();
        double[][] mean = new double[outputs][designs.size()];
        double[][] spread = hasSpread() ? new double[outputs][designs.size()] : null;
        forEachTile(designs, workers, (from, count, members) -> {
            for (int o = 0; o < outputs; o++) {
                TargetScaling scaling = model.scalings().get(o);
                for (int i = 0; i < count; i++) {
                    double learned = 0;
                    double[] values = new double[members.length];
                    for (int k = 0; k < members.length; k++) {
                        float own = members[k][i * outputs + o];
                        learned += own / members.length;
                        values[k] = scaling.value(own);
                    }
                    mean[o][from + i] = scaling.value(learned);
                    if (spread != null) {
                        spread[o][from + i] = MemberScores.deviation(values);
                    }
                }
            }
        });
        return new Predictions(mean, spread);
    }

    /** Scores designs on the scale of the outputs. */
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        acquisition.check(architecture.outputs(), hasSpread(), true);
        double[] scores = new double[designs.size()];
        forEachTile(designs, workers, (from, count, members) -> {
            float[] some = new float[count];
            MemberScores memberScores = new MemberScores(acquisition, members.length, architecture.outputs(), count);
            for (int k = 0; k < members.length; k++) {
                memberScores.take(k, members[k], count);
            }
            memberScores.scores(count, new double[count], some);
            for (int i = 0; i < count; i++) {
                scores[from + i] = some[i];
            }
        });
        return scores;
    }

    /** Told of a tile's outputs {@code [member][design · outputs + output]}. */
    private interface TileOutputs {
        void take(int from, int count, float[][] members);
    }

    private void forEachTile(DesignBatch designs, Workers workers, TileOutputs taker) {
        Blas.useOneThread();
        int row = architecture.inputs() + 1;
        workers.forEach((designs.size() + TiledEngine.TILE - 1) / TiledEngine.TILE, part -> {
            int from = part * TiledEngine.TILE;
            int count = Math.min(TiledEngine.TILE, designs.size() - from);
            Tile tile = tiles.borrow();
            for (int i = 0; i < count; i++) {
                designs.copy(from + i, tile.rows(), i * row);
                tile.rows()[i * row + row - 1] = 1;
            }
            tile.load(count);
            float[][] members = new float[parameters.size()][];
            for (int k = 0; k < members.length; k++) {
                tile.forward(parameters.get(k), count);
                members[k] = tile.outputs(count).clone();
            }
            tiles.giveBack(tile);
            taker.take(from, count, members);
        });
    }

    private boolean hasSpread() {
        return parameters.size() > 1;
    }

    /** The gradient of scores on the scale of the outputs with respect to the design's variables. */
    public InputGradient gradient(Acquisition acquisition) {
        acquisition.check(architecture.outputs(), hasSpread(), true);
        Blas.useOneThread();
        return new EnsembleGradient(architecture, parameters, tiles, acquisition);
    }

    /** Gives the native memory back; nothing may use the ensemble any more. */
    @Override
    public void close() {
        tiles.close();
        parameters.forEach(NativeParameters::close);
    }
}
