// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;

/** Examples in the form that a network learns from, split into those to learn from and those held back as a test. */
final class TrainingSet {
    private final DesignBatch designs;
    private final InputCoding coding;
    private final int outputs;
    /** All outputs of a design, then those of the next. */
    private final float[] targets;
    private final int[] order;
    private final int trainingSize;

    /**
     * @param testFraction share of the examples held back, drawn at random; at least one is left to learn from
     * @param random decides which
     */
    TrainingSet(
            TrainingData data,
            InputCoding coding,
            List<TargetScaling> scalings,
            double testFraction,
            RandomGenerator random) {
        this.designs = data.designs();
        this.coding = coding;
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
            coding.write(designs, examples[from + i], rows, i * row);
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
