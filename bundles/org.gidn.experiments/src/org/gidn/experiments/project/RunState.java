package org.gidn.experiments.project;

/**
 * How far a run has come.
 *
 * @since 1.0
 */
public enum RunState {
    /** At work now. */
    RUNNING("running"),
    /** Came to its end. */
    DONE("done"),
    /** Ended by an error; what it had stored is kept. */
    FAILED("failed"),
    /** Stopped by the user, or its program ended before it did; can be resumed. */
    CANCELLED("cancelled");

    private final String text;

    RunState(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
