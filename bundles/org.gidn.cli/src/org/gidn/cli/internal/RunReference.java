// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;

/**
 * A run as the user names it: a project folder, or {@code folder:number}; without a number the last run is meant.
 *
 * @param project the project
 * @param run the run
 */
record RunReference(Project project, RunRecord run) {
    /** How to name a run, for the help. */
    static final String HELP = "A project folder for its last run, or FOLDER:NUMBER, e.g. composite-8x8:2.";

    /**
     * Finds a run.
     *
     * @throws InvalidInputException if there is no such project or run
     */
    static RunReference of(Session session, String text) {
        int colon = text.lastIndexOf(':');
        // The name of a folder can end with a colon and a number itself.
        boolean numbered = !Project.is(session.resolve(text));
        if (numbered && colon > 0 && text.substring(colon + 1).matches("\\d{1,9}")) {
            Project project = session.open(session.resolve(text.substring(0, colon)));
            return new RunReference(project, project.run(Integer.parseInt(text.substring(colon + 1))));
        }
        Project project = session.open(session.resolve(text));
        return new RunReference(
                project,
                project.lastRun()
                        .orElseThrow(() -> new InvalidInputException("Project " + text
                                + " has no run yet; begin one with: gidn run " + ShellWord.of(text))));
    }

    @Override
    public String toString() {
        return project.name() + ":" + run.number();
    }
}
