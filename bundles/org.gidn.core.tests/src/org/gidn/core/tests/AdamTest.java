// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.gidn.core.predictor.Adam;
import org.gidn.core.sampling.RandomStreams;
import org.junit.jupiter.api.Test;

class AdamTest {
    private static final double RATE = 0.01;
    private static final int LENGTH = 37;

    /** As the paper writes it (Kingma and Ba 2015, algorithm 1 with the step size of section 2), in double precision. */
    private static double[] reference(double[] start, float[][] gradients) {
        double[] numbers = start.clone();
        double[] first = new double[LENGTH];
        double[] second = new double[LENGTH];
        for (int t = 1; t <= gradients.length; t++) {
            double size = RATE * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
            for (int i = 0; i < LENGTH; i++) {
                double g = gradients[t - 1][i];
                first[i] = 0.9 * first[i] + 0.1 * g;
                second[i] = 0.999 * second[i] + 0.001 * g * g;
                numbers[i] -= size * first[i] / (Math.sqrt(second[i]) + 1e-8);
            }
        }
        return numbers;
    }

    /** Of many magnitudes, and none after some time for every third number. */
    private static float[][] gradients(int steps) {
        RandomGenerator random = new RandomStreams(3).stream("gradients");
        float[][] gradients = new float[steps][LENGTH];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < LENGTH; i++) {
                double size = Math.pow(10, -i % 12);
                gradients[t][i] = i % 3 == 0 && t > steps / 4 ? 0 : (float) (size * random.nextGaussian());
            }
        }
        return gradients;
    }

    private static float[] moved(Adam adam, float[][] gradients, int... borders) {
        float[] numbers = new float[LENGTH];
        for (int t = 1; t <= gradients.length; t++) {
            float size = Adam.stepSize(RATE, t);
            for (int part = 1; part < borders.length; part++) {
                adam.step(numbers, gradients[t - 1], borders[part - 1], borders[part], size);
            }
        }
        return numbers;
    }

    @Test
    void agreesWithThePlainAlgorithm() {
        float[][] gradients = gradients(3_000);
        double[] expected = reference(new double[LENGTH], gradients);
        float[] numbers = moved(new Adam(LENGTH), gradients, 0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            assertEquals(expected[i], numbers[i], 1e-4 * (1 + Math.abs(expected[i])), "number " + i);
        }
    }

    @Test
    void partsGiveTheSameAsTheWhole() {
        float[][] gradients = gradients(50);
        float[] whole = moved(new Adam(LENGTH), gradients, 0, LENGTH);
        assertArrayEquals(whole, moved(new Adam(LENGTH), gradients, 0, 5, 6, 32, LENGTH));
    }

    @Test
    void startsAnewAsIfNothingHadHappened() {
        float[][] gradients = gradients(50);
        Adam adam = new Adam(LENGTH);
        float[] first = moved(adam, gradients, 0, LENGTH);
        adam.restart();
        assertArrayEquals(first, moved(adam, gradients, 0, LENGTH));
    }
}
