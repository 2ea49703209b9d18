// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.core.problem.Problem;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.StoreException;

/**
 * Runs experiments. The window and the command line use nothing else, so they get the same numbers. Thread-safe.
 *
 * @since 1.0
 */
public final class Runner {
    private final Catalogue catalogue;

    public Runner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Looks whether an experiment can be run, as far as that can be told from its settings alone, such as while it is written: makes a
     * sketch of the evaluator and the optimiser and lets them check the problem. No program of the user's is started.
     *
     * @return the problem that it states
     * @throws InvalidInputException if it cannot
     */
    public Problem check(Experiment experiment) {
        try (Setup sketch = Setup.sketch(catalogue, experiment)) {
            return sketch.problem();
        }
    }

    /**
     * Looks whether an experiment can be run in a folder, as far as that can be told without running it: makes the evaluator and the
     * optimiser and lets them check the problem.
     *
     * @param folder where it is or shall be run, from which settings that name files are seen
     * @throws InvalidInputException if it cannot
     */
    public void check(Experiment experiment, Path folder) {
        Setup.computed(catalogue, experiment, folder).close();
    }

    /**
     * Runs an experiment; returns when it has ended.
     *
     * @param project where the results go; nothing else may run there meanwhile
     * @param experiment what to do
     * @param listener told how it goes
     * @param cancellation asked many times a second
     * @return the run's record: done, cancelled, or failed with the reason; what was evaluated is kept in any case
     * @throws InvalidInputException if the experiment cannot be run, or the project is in use or cannot be written; nothing was
     *     begun then
     * @throws CancellationException if it is to stop before it begins; nothing is kept then
     * @throws StoreException if the results cannot be kept any longer, e.g. because the disk is full
     */
    public RunRecord run(Project project, Experiment experiment, RunListener listener, Cancellation cancellation) {
        return new RunSession(catalogue, project, listener, cancellation).start(experiment);
    }

    /**
     * Goes on with a run that was cancelled, failed or cut off. The outcome is that of a run that was never stopped.
     *
     * @param number the run's number
     * @throws InvalidInputException if the run is done, or cannot go on; else as {@link #run}
     * @throws CancellationException if it is to stop before it goes on
     */
    public RunRecord resume(Project project, int number, RunListener listener, Cancellation cancellation) {
        return new RunSession(catalogue, project, listener, cancellation)
                .resume(number, new ExperimentReader(catalogue));
    }

    /**
     * Stores designs with values that were found elsewhere, such as measured ones, as a run of its own. Other runs of the
     * same evaluator take these values instead of computing them.
     *
     * @param experiment says what the designs and values belong to
     * @param title the title of the run
     * @param table has a column for each objective, by its name, and may have those that an export has ({@link
     *     ResultColumns}); a design that stands there several times was measured as often: its mean is kept, and each value
     *     apart
     * @param keepOutside whether designs outside the problem are kept, apart, instead of refused
     * @return the run's record
     * @throws InvalidInputException if the table does not fit the problem, or the project is in use or cannot be written
     */
    public RunRecord keep(
            Project project, Experiment experiment, String title, DesignTable table, boolean keepOutside) {
        return new RunSession(catalogue, project, RunListener.NONE, Cancellation.NONE)
                .keep(experiment, title, table, keepOutside);
    }
}
