// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;

/** Examples in the form that a network learns from, split into those to learn from and those held back as a test. */
final class TrainingSet {
    /** So many numbers at most are kept of the inputs; those of larger sets are made anew each time. */
    private static final long KEPT = 1 << 23;

    private final DesignBatch designs;
    private final InputCoding coding;
    private final float[] rows;
    private final int outputs;
    /** All outputs of a design, then those of the next. */
    private final float[] targets;

    private final float[] weights;
    private final SlopeTargets slopes;
    private final int[] order;
    private final int trainingSize;

    /**
     * @param testFraction share of the examples held back, drawn at random; at least one is left to learn from
     * @param gradientWeight how much the slopes of examples count in comparison with their values
     * @param random decides which
     */
    TrainingSet(
            TrainingData data,
            InputCoding coding,
            List<TargetScaling> scalings,
            double testFraction,
            double gradientWeight,
            RandomGenerator random) {
        this.designs = data.designs();
        this.coding = coding;
        this.rows = keptRows();
        this.outputs = data.outputs();
        this.targets = new float[designs.size() * outputs];
        this.order = new int[designs.size()];
        for (int i = 0; i < order.length; i++) {
            for (int o = 0; o < outputs; o++) {
                targets[i * outputs + o] = (float) scalings.get(o).learned(data.values(o)[i]);
            }
            order[i] = i;
        }
        int test = Math.min(order.length - 1, (int) Math.round(testFraction * order.length));
        if (test > 0) {
            shuffle(order, order.length, random);
        }
        trainingSize = order.length - test;
        weights = weights(data);
        slopes = data.gradients() != null && gradientWeight > 0
                ? new SlopeTargets(data, this, coding, scalings, gradientWeight)
                : null;
    }

    private float[] keptRows() {
        int row = designs.variables() + 1;
        if ((long) designs.size() * row > KEPT) {
            return null;
        }
        float[] all = new float[designs.size() * row];
        for (int i = 0; i < designs.size(); i++) {
            coding.write(designs, i, all, i * row);
        }
        return all;
    }

    /** The weights of all examples, with mean 1 over those to learn from. */
    private float[] weights(TrainingData data) {
        float[] all = new float[order.length];
        double sum = 0;
        for (int i = 0; i < trainingSize; i++) {
            sum += data.weight(order[i]);
        }
        // Of none that counts, all count alike.
        for (int i = 0; i < all.length; i++) {
            all[i] = sum > 0 ? (float) (data.weight(i) * trainingSize / sum) : 1;
        }
        return all;
    }

    int trainingSize() {
        return trainingSize;
    }

    int testSize() {
        return order.length - trainingSize;
    }

    /** The numbers of the examples to learn from, in their own order. */
    int[] training() {
        return Arrays.copyOf(order, trainingSize);
    }

    /** The numbers of the examples held back. */
    int[] test() {
        return Arrays.copyOfRange(order, trainingSize, order.length);
    }

    /** Writes the inputs of examples as rows that end in 1. */
    void inputs(int[] examples, int from, int count, float[] rows) {
        int row = designs.variables() + 1;
        for (int i = 0; i < count; i++) {
            if (this.rows == null) {
                coding.write(designs, examples[from + i], rows, i * row);
            } else {
                System.arraycopy(this.rows, examples[from + i] * row, rows, i * row, row);
            }
        }
    }

    int variables() {
        return designs.variables();
    }

    int outputs() {
        return outputs;
    }

    float target(int example, int output) {
        return targets[example * outputs + output];
    }

    /** How much an example counts, 1 on average. */
    float weight(int example) {
        return weights[example];
    }

    /** What slopes are learned; null if none are. */
    SlopeTargets slopes() {
        return slopes;
    }

    /** Mean of the squared targets of the examples to learn from: the loss of a network that always says 0. */
    double meanSquare() {
        double sum = 0;
        for (int i = 0; i < trainingSize; i++) {
            for (int o = 0; o < outputs; o++) {
                double target = target(order[i], o);
                sum += target * target;
            }
        }
        return sum / outputs / trainingSize;
    }

    /** Puts the first {@code count} numbers in random order (Fisher and Yates). */
    static void shuffle(int[] numbers, int count, RandomGenerator random) {
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
    }
}
