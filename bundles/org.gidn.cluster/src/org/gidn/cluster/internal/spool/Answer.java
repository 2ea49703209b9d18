// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * What a worker gives for a chunk.
 *
 * @param chunk what was asked
 * @param worker who answers
 * @param nanos how long it took
 * @param results what came of it; null if nothing did
 * @param fault why nothing did; null if there are results
 * @param error the same in words, of whoever did the work; null if there are results
 */
public record Answer(Chunk chunk, String worker, long nanos, Results results, Fault fault, String error) {
    /** Why there are no results. */
    public enum Fault {
        /** It failed. */
        FAILED,
        /** It was refused as invalid input. */
        REFUSED,
        /** The worker's time was over before. */
        LATE,
        /** The worker's time was over before, though it had nothing else to do in all its life. */
        LONGER_THAN_A_LIFE
    }

    /** An answer with results. */
    public static Answer of(Chunk chunk, String worker, long nanos, Results results) {
        return new Answer(chunk, worker, nanos, results, null, null);
    }

    /** The answer as a file. */
    public byte[] bytes() {
        return Frame.of(out -> {
            chunk.write(out);
            Frame.text(out, worker);
            out.writeLong(nanos);
            Frame.text(out, fault == null ? null : fault.name());
            Frame.text(out, error);
            if (results != null) {
                results.write(out);
            }
        });
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws IOException if it is no answer, or not all of one
     */
    public static Answer of(byte[] bytes) throws IOException {
        DataInputStream in = Frame.open(bytes);
        Chunk chunk = Chunk.read(in);
        String worker = Frame.text(in);
        long nanos = in.readLong();
        String fault = Frame.text(in);
        String error = Frame.text(in);
        return new Answer(
                chunk,
                worker,
                nanos,
                fault == null ? Results.read(in, chunk.work()) : null,
                fault == null ? null : Fault.valueOf(fault),
                error);
    }
}
