// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.Messages;

/**
 * Counts the designs without a value that followed upon each other, in the order in which they were asked for, so that a run
 * gives up at the same design on any number of threads.
 */
final class FailuresInARow {
    private final Long limit;
    private long length;
    private String last;

    /**
     * @param limit so many are too many; null if none are
     */
    FailuresInARow(Long limit) {
        this.limit = limit;
    }

    /**
     * Counts a design.
     *
     * @param failure why it has no value; null if it has one
     */
    void add(String failure) {
        length = failure == null ? 0 : length + 1;
        last = failure;
    }

    /** Whether there are too many. */
    boolean tooMany() {
        return limit != null && length >= limit;
    }

    /** What ends the run then. */
    PluginException told(Guest evaluator) {
        return evaluator.fault(Messages.guestGivenUp, length, last.replaceFirst("\\.$", ""));
    }
}
