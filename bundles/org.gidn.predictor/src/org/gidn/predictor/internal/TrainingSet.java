// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;

/** Examples in the form that a network learns from, split into those to learn from and those held back as a test. */
final class TrainingSet {
    private final DesignBatch designs;
    private final InputCoding coding;
    private final float[] targets;
    private final int[] order;
    private final int trainingSize;

    /**
     * @param testFraction share of the examples held back, drawn at random; at least one is left to learn from
     * @param random decides which
     */
    TrainingSet(
            TrainingData data, InputCoding coding, TargetScaling scaling, double testFraction, RandomGenerator random) {
        this.designs = data.designs();
        this.coding = coding;
        this.targets = new float[designs.size()];
        this.order = new int[designs.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) scaling.learned(data.values()[i]);
            order[i] = i;
        }
        int test = Math.min(targets.length - 1, (int) Math.round(testFraction * targets.length));
        if (test > 0) {
            shuffle(order, targets.length, random);
        }
        trainingSize = targets.length - test;
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

    float target(int example) {
        return targets[example];
    }

    /** Mean of the squared targets of the examples to learn from: the loss of a network that always says 0. */
    double meanSquare() {
        double sum = 0;
        for (int i = 0; i < trainingSize; i++) {
            sum += (double) targets[order[i]] * targets[order[i]];
        }
        return sum / trainingSize;
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
