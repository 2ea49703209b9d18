// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster;

import java.util.Map;

/**
 * What a scheduler said.
 *
 * @param time when, by {@link System#nanoTime}
 * @param jobs by their names
 * @since 1.0
 */
public record Queue(long time, Map<String, Job> jobs) {
    public Queue {
        jobs = Map.copyOf(jobs);
    }

    /**
     * A job that has not ended.
     *
     * @param running whether it runs; else it waits
     * @param reason why it waits, in the scheduler's word; empty if it runs
     * @param hopeless why it would wait for ever, and what to do, as a sentence; empty if it need not
     */
    public record Job(boolean running, String reason, String hopeless) {}
}
