// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.List;
import org.gidn.core.predictor.TrainingData;

/** The slopes that a network is to have at its examples, of what it learns with respect to what it is given. Thread-safe. */
final class SlopeTargets {
    private final int variables;
    /** All derivatives of an example after those of the one before, for each output. */
    private final float[][] slopes;
    /** How much an example's slopes count for each output; 0 where they are not known. */
    private final float[][] weights;

    /**
     * @param weight how much all slopes count in comparison with the values
     */
    SlopeTargets(TrainingData data, TrainingSet set, InputCoding coding, List<TargetScaling> scalings, double weight) {
        variables = data.designs().variables();
        slopes = new float[data.outputs()][data.size() * variables];
        weights = new float[data.outputs()][data.size()];
        for (int o = 0; o < slopes.length; o++) {
            for (int i = 0; i < data.size(); i++) {
                double[] gradient = data.gradient(o, i);
                double outer = scalings.get(o).slope(data.values(o)[i]);
                if (gradient == null || Double.isInfinite(outer)) {
                    continue;
                }
                weights[o][i] = (float) (weight * set.weight(i) / data.outputs());
                for (int j = 0; j < variables; j++) {
                    slopes[o][i * variables + j] = (float) (outer * gradient[j] / coding.scale(j));
                }
            }
        }
    }

    /**
     * Replaces the slopes of a tile's samples by the derivatives of their loss: the squared errors, summed over the inputs and
     * averaged over the batch and the outputs.
     *
     * @param given one output's slopes of all samples, then those of the next
     * @param order the examples, of which the samples are those from {@code from} on
     * @param batch the number of samples of the whole batch
     */
    void replace(float[] given, int[] order, int from, int count, int batch) {
        for (int o = 0; o < slopes.length; o++) {
            for (int i = 0; i < count; i++) {
                int example = order[from + i];
                float factor = 2 * weights[o][example] / batch;
                int at = (o * count + i) * variables;
                int target = example * variables;
                for (int j = 0; j < variables; j++) {
                    given[at + j] = factor * (given[at + j] - slopes[o][target + j]);
                }
            }
        }
    }
}
