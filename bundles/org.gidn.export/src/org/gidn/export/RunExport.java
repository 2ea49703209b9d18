// SPDX-License-Identifier: Apache-2.0
package org.gidn.export;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.run.Artefact;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.RunFile;

/**
 * A run to be exported, and what an exporter may need to compute more than was stored.
 *
 * @param project the project
 * @param number the run's number; 0, which no run has, where a format takes the whole project
 * @param catalogue what is installed
 * @since 1.0
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
        return catalogue.create(experiment().evaluator(), Evaluator.class, project.folder());
    }

    /**
     * The predictor that the run trained last, as it was then; to be closed by the caller. None if the method has no
     * predictor, or has trained none yet.
     *
     * @throws org.gidn.core.InvalidInputException if it is not installed any more, or its file is damaged
     */
    public Optional<Predictor> predictor() {
        Optional<RunFile> model =
                results().artefacts(Artefact.PREDICTOR).stream().max(Comparator.comparingInt(RunFile::number));
        return model.flatMap(file -> untrained().map(predictor -> restored(predictor, file.path())));
    }

    private static Predictor restored(Predictor predictor, Path file) {
        try {
            predictor.restore(file);
            return predictor;
        } catch (RuntimeException e) {
            predictor.close();
            throw e;
        }
    }

    /** The predictor that stands in the optimiser's settings. */
    private Optional<Predictor> untrained() {
        return experiment().optimiser().values().values().stream()
                .filter(Configuration.class::isInstance)
                .map(Configuration.class::cast)
                .filter(each -> each.extension().point().equals(Points.PREDICTORS))
                .findFirst()
                .map(configuration -> catalogue.create(configuration, Predictor.class, project.folder()));
    }
}
