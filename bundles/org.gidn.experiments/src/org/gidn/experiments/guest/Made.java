// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Instances of guests' that are closed together, the last one first.
 *
 * @since 1.0
 */
public final class Made implements AutoCloseable {
    private final Deque<AutoCloseable> instances = new ArrayDeque<>();

    /** Takes an instance that is {@linkplain Guest#guard guarded}; returns it. */
    public <T extends AutoCloseable> T add(T instance) {
        instances.push(instance);
        return instance;
    }

    @Override
    public void close() {
        for (AutoCloseable instance : instances) {
            try {
                instance.close();
            } catch (Exception e) {
                throw new IllegalStateException("what is guarded throws nothing when it is closed", e);
            }
        }
    }
}
