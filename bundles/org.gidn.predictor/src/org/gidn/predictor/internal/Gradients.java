// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of one network with respect to its parameters: a part of it for each chunk of a batch, and their sum. Threads
 * may share one as long as each writes a part or sums up parameters of its own.
 */
final class Gradients implements AutoCloseable {
    private final List<NativeParameters> parts = new ArrayList<>();
    private final float[] sum;
    private final float[] part;

    /** @param chunks the most chunks of a batch */
    Gradients(Architecture architecture, int chunks) {
        for (int chunk = 0; chunk < chunks; chunk++) {
            parts.add(new NativeParameters(architecture));
        }
        sum = new float[(int) architecture.parameters()];
        part = new float[sum.length];
    }

    /** The part of one chunk. */
    NativeParameters part(int chunk) {
        return parts.get(chunk);
    }

    /**
     * Sums the parts of the first {@code chunks} chunks, in their order, for the parameters from {@code from} (inclusive) to
     * {@code to} (exclusive).
     *
     * @return the sums, each at the index of its parameter; the other numbers mean nothing
     */
    float[] sum(int chunks, int from, int to) {
        parts.get(0).buffer().get(from, sum, from, to - from);
        for (int chunk = 1; chunk < chunks; chunk++) {
            parts.get(chunk).buffer().get(from, part, from, to - from);
            for (int i = from; i < to; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    @Override
    public void close() {
        parts.forEach(NativeParameters::close);
    }
}
