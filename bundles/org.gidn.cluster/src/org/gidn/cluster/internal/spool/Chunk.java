// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Work that one worker takes at a time.
 *
 * @param name under which it lies in the spool
 * @param work what is to be done
 */
public record Chunk(String name, Work work) {
    /** The chunk as a file. */
    public byte[] bytes() {
        return Frame.of(this::write);
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws IOException if it is no chunk, or not all of one
     */
    public static Chunk of(byte[] bytes) throws IOException {
        return read(Frame.open(bytes));
    }

    void write(DataOutputStream out) throws IOException {
        Frame.text(out, name);
        work.write(out);
    }

    static Chunk read(DataInputStream in) throws IOException {
        return new Chunk(Frame.text(in), Work.read(in));
    }
}
