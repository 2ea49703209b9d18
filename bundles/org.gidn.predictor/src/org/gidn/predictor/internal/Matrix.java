// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Native memory seen as floats by BLAS and as floats and ints by Java. */
final class Matrix implements AutoCloseable {
    final FloatPointer memory;
    final FloatBuffer floats;
    final IntBuffer ints;

    Matrix(int length) {
        memory = new FloatPointer(length);
        ByteBuffer bytes =
                new BytePointer(memory).capacity((long) length * Float.BYTES).asByteBuffer();
        floats = bytes.asFloatBuffer();
        ints = bytes.asIntBuffer();
        clear(length);
    }

    /** Sets the first numbers to 0. */
    void clear(int length) {
        memory.limit(length).zero();
    }

    @Override
    public void close() {
        memory.deallocate();
    }
}
