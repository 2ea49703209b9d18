// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Numbers in streams, after how many they are. */
final class Numbers {
    private static final int NONE = -1;

    private Numbers() {}

    static void write(DataOutputStream out, float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    /** Writes numbers, which may be null. */
    static void write(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers == null ? NONE : numbers.length);
        for (int i = 0; numbers != null && i < numbers.length; i++) {
            out.writeDouble(numbers[i]);
        }
    }

    /** Numbers, or null. */
    static double[] doubles(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count == NONE) {
            return null;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
