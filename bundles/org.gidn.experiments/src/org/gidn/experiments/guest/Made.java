// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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

    /**
     * Closes them.
     *
     * @return a sentence for each that could not be closed, or was left behind as it did not come to an end; they are in the
     *     log too
     */
    public List<String> letGo() {
        return instances.stream()
                .flatMap(instance -> Guard.of(instance).letGo().stream())
                .toList();
    }

    @Override
    public void close() {
        letGo();
    }
}
