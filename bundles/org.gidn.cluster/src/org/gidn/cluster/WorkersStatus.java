// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * What is known of the workers of one evaluator.
 *
 * @param folder where they have their work from
 * @param driver the process that they work for, as host and number; empty if it is gone
 * @param wanted how many there are to be
 * @param queued how many jobs wait
 * @param starting how many have begun and do not work yet
 * @param working how many work
 * @param draining how many end since their time is over
 * @param lost how many have fallen silent
 * @param refused how many could not work
 * @param chunks how many chunks are out, and how many are done
 * @param designs how many designs are open, and how many are done
 * @param rate designs a second since the driver began
 * @param waiting what is waited for, in words
 * @param workers the workers that live, and those that fell silent
 * @param troubles a line for each that could not work, with the last lines that it printed
 * @since 1.0
 */
public record WorkersStatus(
        Path folder,
        String driver,
        int wanted,
        int queued,
        int starting,
        int working,
        int draining,
        int lost,
        int refused,
        Progress chunks,
        Progress designs,
        double rate,
        String waiting,
        List<Worker> workers,
        List<String> troubles) {
    /**
     * A worker.
     *
     * @param job its scheduler's name for it
     * @param host its machine
     * @param state what it does, in a word
     * @param chunks how many chunks it has done
     * @param designs how many designs
     */
    public record Worker(String job, String host, String state, long chunks, long designs) {}

    /** How much is open and how much is done. */
    public record Progress(long open, long done) {}
}
