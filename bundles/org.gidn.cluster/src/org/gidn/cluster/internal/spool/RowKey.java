// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.gidn.core.design.DesignBatch;

/** All that the result of one item of work depends on, beside who does it. */
public final class RowKey {
    private final long[] words;
    private final int hash;

    private RowKey(long[] words) {
        this.words = words;
        this.hash = Arrays.hashCode(words);
    }

    /** The key of one design. */
    static RowKey of(Work.Designs work, int design) {
        DesignBatch designs = work.designs();
        int length = designs.packed() ? DesignBatch.words(designs.variables()) : designs.variables();
        long[] words = new long[length + 2];
        for (int j = 0; j < length; j++) {
            words[j] =
                    designs.packed() ? designs.word(design, j) : Double.doubleToRawLongBits(designs.value(design, j));
        }
        words[length] = (work.gradients() ? 1 : 0) | (designs.packed() ? 2 : 0) | (work.noise() == null ? 0 : 4);
        words[length + 1] = work.noise() == null ? 0 : work.noise().seeds()[design];
        return new RowKey(words);
    }

    /** The key of a piece: the sum of its bytes. */
    static RowKey of(byte[] piece) {
        try {
            long[] words = new long[4];
            ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(piece))
                    .asLongBuffer()
                    .get(words);
            return new RowKey(words);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey key && Arrays.equals(words, key.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
