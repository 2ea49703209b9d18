// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.StoreException;

/**
 * Runs the experiments of studies. Each example has one project below a folder of all studies; a run with the same settings
 * is not made twice there, whichever studies it belongs to, and goes on where an earlier attempt has ended.
 *
 * @since 1.0
 */
public final class StudyRunner {
    /** The folder of the projects within that of all studies. */
    public static final String PROJECTS = "projects";

    private final Catalogue catalogue;
    private final Path folder;
    private final Map<String, String> where;

    /** Told which run comes next. */
    @FunctionalInterface
    public interface Announcer {
        /**
         * A run is about to begin, or has been made before.
         *
         * @param number its number among the runs of the study, from 1
         * @param count number of runs of the study
         */
        void next(Study.Part part, int number, int count);
    }

    /**
     * A part of a study with its runs.
     *
     * @param runs one a seed
     */
    public record PartRuns(Study.Part part, List<RunResults> runs) {
        public PartRuns {
            runs = List.copyOf(runs);
        }
    }

    /**
     * @param folder of all studies; need not be there yet
     */
    public StudyRunner(Catalogue catalogue, Path folder) {
        this(catalogue, folder, Map.of());
    }

    /**
     * @param folder of all studies; need not be there yet
     * @param where settings of the executor of all runs, by their paths; they change no number
     */
    public StudyRunner(Catalogue catalogue, Path folder, Map<String, String> where) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.where = where;
    }

    /**
     * Runs a study.
     *
     * @param scale one of the study's; its settings come before those of the parts
     * @param seed the first seed of all parts; null for that of the example
     * @throws InvalidInputException if a part cannot be run
     * @throws CancellationException if it was cancelled; what was evaluated is kept
     * @throws StoreException if a run has failed
     */
    public List<PartRuns> run(
            Study study,
            Study.Scale scale,
            Long seed,
            Announcer announcer,
            RunListener listener,
            Cancellation cancellation) {
        List<PartRuns> all = new ArrayList<>();
        List<Study.Part> parts = study.parts(scale);
        List<RunsElsewhere.Wanted> wanted = new ArrayList<>();
        for (Study.Part part : parts) {
            Project project = project(part);
            Experiment first = experiment(project, settings(scale, part), seed);
            for (int i = 0; i < scale.seeds(); i++) {
                wanted.add(new RunsElsewhere.Wanted(
                        project, experiment(project, settings(scale, part), first.seed() + i)));
            }
        }
        Map<Experiment, RunRecord> elsewhere = new RunsElsewhere(catalogue, listener, cancellation).make(wanted);
        Iterator<RunsElsewhere.Wanted> next = wanted.iterator();
        for (Study.Part part : parts) {
            List<RunResults> runs = new ArrayList<>();
            for (int i = 0; i < scale.seeds(); i++) {
                announcer.next(part, all.size() * scale.seeds() + i + 1, wanted.size());
                RunsElsewhere.Wanted one = next.next();
                Project project = one.project();
                RunRecord made = elsewhere.get(one.experiment());
                RunRecord run = made != null
                        ? made
                        : new RunOnce(catalogue, project).run(one.experiment(), listener, cancellation);
                switch (run.state()) {
                    case DONE -> runs.add(project.results(run.number()));
                    case FAILED -> throw new StoreException(part.name() + ": " + run.failure(), null);
                    default -> throw new CancellationException();
                }
            }
            all.add(new PartRuns(part, runs));
        }
        return all;
    }

    private Map<String, String> settings(Study.Scale scale, Study.Part part) {
        Map<String, String> settings = new LinkedHashMap<>(scale.settings());
        settings.putAll(part.settings());
        settings.putAll(where);
        return settings;
    }

    private Experiment experiment(Project project, Map<String, String> settings, Long seed) {
        Overrides overrides = new Overrides(settings, null);
        return new ExperimentReader(catalogue)
                .read(project.experimentFile(), seed == null ? overrides : overrides.with("seed", seed.toString()));
    }

    private Project project(Study.Part part) {
        Path place = folder.resolve(PROJECTS).resolve(part.example());
        return Project.is(place)
                ? Project.open(place)
                : Project.create(place, Example.of(catalogue.examples(), part.example()));
    }
}
