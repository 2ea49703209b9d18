// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;

/**
 * Told how a run goes, on the run's own threads, one call at a time; a listener that draws passes it on to its own thread.
 * Progress comes at most ten times a second.
 *
 * @since 1.0
 */
public interface RunListener {
    /** Told nothing. */
    RunListener NONE = new RunListener() {};

    /** The run has its number and is at work; it may have been at work before. */
    default void started(RunRecord run) {}

    /** A stretch of work has begun. */
    default void phaseStarted(Progress progress) {}

    /** A stretch of work goes on. */
    default void progress(Progress progress) {}

    /** A stretch of work has ended. */
    default void phaseEnded(Progress progress) {}

    /** The method has stored a number, see {@link org.gidn.core.run.RunContext#metric}. */
    default void metric(String name, int iteration, long step, double value) {}

    /** The method tells something in one sentence. */
    default void event(String message) {}

    /**
     * A better design than all before was evaluated.
     *
     * @param design the design
     * @param evaluations evaluations spent until then
     */
    default void improved(FoundDesign design, long evaluations) {}

    /** The run has ended: done, failed or cancelled. */
    default void ended(RunRecord run) {}
}
