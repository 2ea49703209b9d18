// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.Task;

/** All that the values of one design of a task depend on, beside the evaluator. */
public final class RowKey {
    private final long[] words;
    private final int hash;

    private RowKey(long[] words) {
        this.words = words;
        this.hash = Arrays.hashCode(words);
    }

    /** The key of one design of a task. */
    public static RowKey of(Task task, int design) {
        DesignBatch designs = task.designs();
        int length = designs.packed() ? DesignBatch.words(designs.variables()) : designs.variables();
        long[] words = new long[length + 2];
        for (int j = 0; j < length; j++) {
            words[j] =
                    designs.packed() ? designs.word(design, j) : Double.doubleToRawLongBits(designs.value(design, j));
        }
        words[length] = (task.gradients() ? 1 : 0) | (designs.packed() ? 2 : 0) | (task.noise() == null ? 0 : 4);
        words[length + 1] = task.noise() == null ? 0 : task.noise().seeds()[design];
        return new RowKey(words);
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
