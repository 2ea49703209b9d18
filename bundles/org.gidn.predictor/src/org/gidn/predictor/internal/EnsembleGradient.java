// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
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
    private final float[] part;
    private final float[] slopes;

    EnsembleGradient(
            Architecture architecture, List<NativeParameters> parameters, TilePool pool, Acquisition acquisition) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.pool = pool;
        spread = acquisition.usesSpread();
        tiles = Stream.generate(pool::borrow)
                .limit(spread ? parameters.size() : 1)
                .toList();
        memberScores = new MemberScores(acquisition, parameters.size(), architecture.outputs(), TiledEngine.TILE);
        part = new float[TiledEngine.TILE * architecture.inputs()];
        slopes = new float[TiledEngine.TILE * architecture.outputs()];
    }

    @Override
    public int capacity() {
        return TiledEngine.TILE;
    }

    @Override
    public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
        evaluateShifted(inputs, new double[count], count, scores, gradients);
    }

    @Override
    public boolean evaluateShifted(float[] inputs, double[] shifts, int count, float[] scores, float[] gradients) {
        for (Tile tile : tiles) {
            load(tile, inputs, count);
        }
        Arrays.fill(gradients, 0, count * architecture.inputs(), 0);
        for (int k = 0; k < parameters.size(); k++) {
            if (memberScores.counts(k)) {
                Tile tile = tile(k);
                tile.forward(parameters.get(k), count);
                memberScores.take(k, tile.outputs(count), count);
                if (!spread) {
                    backward(k, count, gradients);
                }
            }
        }
        memberScores.scores(count, shifts, scores);
        for (int k = 0; k < parameters.size() && spread; k++) {
            backward(k, count, gradients);
        }
        return true;
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

    /** Adds a member's part to the gradient. */
    private void backward(int member, int count, float[] gradients) {
        Tile tile = tile(member);
        memberScores.slopes(member, count, slopes);
        tile.outputDeltas(slopes, count);
        tile.backwardToInputs(parameters.get(member), count, part);
        for (int i = 0; i < count * architecture.inputs(); i++) {
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
