// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.Sweep;
import org.gidn.experiments.run.SweepRunner;

/**
 * The file of a sweep with the experiment that it varies.
 *
 * @param sweep what is in the file
 * @param experiment the experiment, whose project gets the runs
 * @param folder the folder of the project, which need not be there yet
 */
record SweepSource(Sweep sweep, ExperimentSource experiment, Path folder) {
    /**
     * Finds the experiment of a sweep: as the file names it, seen from where the file is, else {@code experiment.yaml} beside it.
     *
     * @param out the project's folder; null for that of the experiment
     * @throws InvalidInputException if the file is wrong, or there is no such experiment
     */
    static SweepSource of(Session session, String file, String out) {
        Path path = session.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new InvalidInputException("There is no file " + path + "; name the file of a sweep.");
        }
        Sweep sweep = Sweep.read(path);
        Path beside = path.resolveSibling(sweep.experiment().orElse(Experiment.FILE));
        String experiment = Files.exists(beside) || sweep.experiment().isEmpty()
                ? beside.toString()
                : sweep.experiment().get();
        Path folder = out == null ? ExperimentSource.folder(session, experiment) : session.resolve(out);
        return new SweepSource(sweep, ExperimentSource.of(session, experiment, folder, Overrides.NONE), folder);
    }

    /** The runs that there are so far. */
    List<RunReference> runs(Session session) {
        if (!Project.is(folder)) {
            return List.of();
        }
        Project project = Project.open(folder);
        return new SweepRunner(session.catalogue(), project, experiment.yaml())
                .runs(sweep).stream().map(run -> new RunReference(project, run)).toList();
    }
}
