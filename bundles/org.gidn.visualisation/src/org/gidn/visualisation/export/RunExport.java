package org.gidn.visualisation.export;

import java.nio.file.Path;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunResults;

/**
 * A run to be exported, and what an exporter may need to compute more than was stored.
 *
 * @param project the project
 * @param number the run's number; 0, which no run has, where a format takes the whole project
 * @param catalogue what is installed
 */
public record RunExport(Project project, int number, Catalogue catalogue) {
    /**
     * What the run has stored.
     *
     * @throws org.gidn.core.InvalidInputException if there is no such run
     */
    public RunResults results() {
        return project.results(number);
    }

    /** The run's own files, such as its trained predictors. */
    public Path folder() {
        return project.runFolder(number);
    }

    /**
     * The experiment as it was run.
     *
     * @throws org.gidn.core.InvalidInputException if something that it needs is not installed any more
     */
    public Experiment experiment() {
        return new ExperimentReader(catalogue).read(results().run());
    }

    /**
     * The forward model of the run, to be closed by the caller.
     *
     * @throws org.gidn.core.InvalidInputException if it is not installed any more
     */
    public Evaluator evaluator() {
        return catalogue.create(experiment().evaluator(), Evaluator.class);
    }
}
