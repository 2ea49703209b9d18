// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import org.gidn.experiments.internal.Messages;

/**
 * How far a run has come.
 *
 * @since 1.0
 */
public enum RunState {
    /** At work now. */
    RUNNING("running"),
    /** What it asked for is measured by people; goes on when they tell. */
    WAITING("waiting"),
    /** Came to its end. */
    DONE("done"),
    /** Ended by an error; what it had stored is kept. */
    FAILED("failed"),
    /** Stopped by the user, or its program ended before it did; can be resumed. */
    CANCELLED("cancelled"),
    /** What is stored of it cannot be read; never stands in a file. */
    UNREADABLE("unreadable");

    private final String text;

    RunState(String text) {
        this.text = text;
    }

    /** Whether its method has not come to its end, now or for good, so that what it found says little of the method. */
    public boolean unfinished() {
        return this != DONE && this != UNREADABLE;
    }

    /** What a reader is shown; in the language of the program. */
    public String title() {
        return switch (this) {
            case RUNNING -> Messages.stateRunning;
            case WAITING -> Messages.stateWaiting;
            case DONE -> Messages.stateDone;
            case FAILED -> Messages.stateFailed;
            case CANCELLED -> Messages.stateCancelled;
            case UNREADABLE -> Messages.stateUnreadable;
        };
    }

    /** What stands in files; the same in every language. */
    @Override
    public String toString() {
        return text;
    }
}
