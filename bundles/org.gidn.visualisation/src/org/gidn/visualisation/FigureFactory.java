// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import org.gidn.experiments.project.RunResults;

/**
 * Draws figures from what a run has stored. Contributed through {@code org.gidn.visualisation.figures}; has a public
 * constructor without parameters. Thread-safe, without state. Called off the user interface's thread, also while the run
 * is at work.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface FigureFactory {
    /**
     * The figures of a run.
     *
     * @return often one, or one an iteration; empty if the run has not stored what they show
     */
    List<Figure> figures(RunResults results);
}
