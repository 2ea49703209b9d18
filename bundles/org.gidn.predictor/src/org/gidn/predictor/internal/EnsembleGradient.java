// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;

/** The gradient of an ensemble's scores with respect to its inputs: each member's own, weighted by what it does to the score. */
final class EnsembleGradient implements InputGradient {
    private final Architecture architecture;
    private final List<NativeParameters> parameters;
    private final TilePool pool;
    private final boolean spread;
    /** One a member where the score is known only after all of them were asked, else one for all. */
    private final List<Tile> tiles;

    private final MemberScores memberScores;
    private final float[][] outputs;
    private final float[] part;
    private final float[] slopes;

    EnsembleGradient(
            Architecture architecture, List<NativeParameters> parameters, TilePool pool, Acquisition acquisition) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.pool = pool;
        spread = acquisition.spread() != 0;
        tiles = Stream.generate(pool::borrow)
                .limit(spread ? parameters.size() : 1)
                .toList();
        memberScores = new MemberScores(acquisition, parameters.size(), architecture.outputs(), TiledEngine.TILE);
        outputs = new float[parameters.size()][TiledEngine.TILE * architecture.outputs()];
        part = new float[TiledEngine.TILE * architecture.inputs()];
        slopes = new float[TiledEngine.TILE * architecture.outputs()];
    }

    @Override
    public int capacity() {
        return TiledEngine.TILE;
    }

    @Override
    public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
        for (Tile tile : tiles) {
            load(tile, inputs, count);
        }
        if (!spread) {
            memberScores.slopes(0, count, slopes);
        }
        for (int k = 0; k < parameters.size(); k++) {
            Tile tile = tile(k);
            tile.forward(parameters.get(k), count);
            System.arraycopy(tile.outputs(count), 0, outputs[k], 0, count * architecture.outputs());
            if (!spread) {
                backward(k, count, gradients);
            }
        }
        memberScores.of(outputs, count, scores);
        for (int k = 0; k < parameters.size() && spread; k++) {
            memberScores.slopes(k, count, slopes);
            backward(k, count, gradients);
        }
    }

    private void load(Tile tile, float[] inputs, int count) {
        int variables = architecture.inputs();
        float[] rows = tile.rows();
        for (int i = 0; i < count; i++) {
            System.arraycopy(inputs, i * variables, rows, i * (variables + 1), variables);
            rows[i * (variables + 1) + variables] = 1;
        }
        tile.load(count);
    }

    /** Adds a member's part to the gradient, beginning with the first one's. */
    private void backward(int member, int count, float[] gradients) {
        Tile tile = tile(member);
        tile.outputDeltas(slopes, count);
        tile.backwardToInputs(parameters.get(member), count, member == 0 ? gradients : part);
        for (int i = 0; i < count * architecture.inputs() && member > 0; i++) {
            gradients[i] += part[i];
        }
    }

    private Tile tile(int member) {
        return tiles.get(spread ? member : 0);
    }

    @Override
    public void close() {
        tiles.forEach(pool::giveBack);
    }
}
