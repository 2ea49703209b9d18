// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunResults;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * The results of the run that was asked for last, the same object for all views, so that values that several of them need
 * are read once. Thread-safe.
 */
public final class SharedResults {
    private RunNode run;
    private RunResults results;

    SharedResults() {}

    /**
     * The results of a run as far as it had come at its reading, or further.
     *
     * @throws InvalidInputException if the run or its project is not there any more
     */
    public synchronized RunResults of(RunNode asked) {
        boolean known = asked.equals(run) && asked.record().equals(run.record());
        if (!known || asked.reading() != run.reading()) {
            results = Project.open(Projects.folder(asked.project())).results(asked.number());
            run = asked;
        }
        return results;
    }
}
