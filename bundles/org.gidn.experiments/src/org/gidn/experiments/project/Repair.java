// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

/**
 * What came of repairing a project.
 *
 * @param outcome what was done
 * @param runs number of runs that are there now
 * @param evaluations number of evaluations that are there now
 * @param lost number of evaluations that are known to be lost
 * @param dropped number of rows that were there, but not as they had been written
 * @since 1.0
 */
public record Repair(Outcome outcome, int runs, long evaluations, long lost, long dropped) {
    /** What repairing a project can do. */
    public enum Outcome {
        /** All was well; nothing was changed. */
        SOUND,
        /** All was well, but had no checksums; it has now. */
        UPGRADED,
        /** What was whole of a damaged database is in its place now. */
        SAVED
    }
}
