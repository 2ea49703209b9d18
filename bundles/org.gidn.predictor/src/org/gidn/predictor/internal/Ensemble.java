// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.Workers;
import org.gidn.core.predictor.InputGradient;

/** Trained networks of equal shape that take designs as they are; their outputs are averaged. Thread-safe. */
public final class Ensemble implements AutoCloseable {
    private final List<Network> members;
    private final Architecture architecture;
    private final List<NativeParameters> parameters;
    private final TilePool tiles;

    public Ensemble(List<Network> members) {
        this.members = List.copyOf(members);
        architecture = members.get(0).architecture();
        parameters = members.stream()
                .map(member -> NativeParameters.of(architecture, member.parameters()))
                .toList();
        tiles = new TilePool(architecture, TiledEngine.TILE, false);
    }

    public List<Network> members() {
        return members;
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The averaged output for each design. */
    public double[] outputs(DesignBatch designs, Workers workers) {
        Blas.useOneThread();
        double[] outputs = new double[designs.size()];
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
            for (NativeParameters member : parameters) {
                tile.forward(member, count);
                float[] own = tile.outputs(count);
                for (int i = 0; i < count; i++) {
                    outputs[from + i] += own[i] / parameters.size();
                }
            }
            tiles.giveBack(tile);
        });
        return outputs;
    }

    /** The gradient of the averaged output with respect to the design's variables. */
    public InputGradient gradient() {
        Blas.useOneThread();
        return new Gradient();
    }

    /** Gives the native memory back; nothing may use the ensemble any more. */
    @Override
    public void close() {
        tiles.close();
        parameters.forEach(NativeParameters::close);
    }

    private final class Gradient implements InputGradient {
        private final Tile tile = tiles.borrow();
        private final float[] part = new float[TiledEngine.TILE * architecture.inputs()];
        private final float[] share = new float[TiledEngine.TILE];

        @Override
        public int capacity() {
            return TiledEngine.TILE;
        }

        @Override
        public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
            int variables = architecture.inputs();
            float[] rows = tile.rows();
            for (int i = 0; i < count; i++) {
                System.arraycopy(inputs, i * variables, rows, i * (variables + 1), variables);
                rows[i * (variables + 1) + variables] = 1;
            }
            tile.load(count);
            Arrays.fill(share, 0, count, 1f / parameters.size());
            Arrays.fill(scores, 0, count, 0);
            for (int k = 0; k < parameters.size(); k++) {
                tile.forward(parameters.get(k), count);
                float[] outputs = tile.outputs(count);
                for (int i = 0; i < count; i++) {
                    scores[i] += outputs[i] * share[i];
                }
                tile.outputDeltas(share, count);
                tile.backwardToInputs(parameters.get(k), count, k == 0 ? gradients : part);
                for (int i = 0; i < count * variables && k > 0; i++) {
                    gradients[i] += part[i];
                }
            }
        }

        @Override
        public void close() {
            tiles.giveBack(tile);
        }
    }
}
