// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.Sweep;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;

/**
 * Runs sweeps, all their runs in one project. A run that is there with the same settings is not made twice, and goes on where it was
 * stopped; so a sweep that was stopped, or to which settings were added, goes on when it is run again. Thread-safe.
 *
 * @since 1.0
 */
public final class SweepRunner {
    private final Catalogue catalogue;
    private final Project project;
    private final String yaml;

    /** Told which run comes next. */
    @FunctionalInterface
    public interface Announcer {
        /**
         * A run is about to begin, or has been made before.
         *
         * @param variant its settings by path
         * @param number its number among the runs of the sweep, from 1
         * @param count number of runs of the sweep
         */
        void next(Map<String, String> variant, int number, int count);
    }

    /**
     * @param project where the runs go
     * @param yaml the experiment that is varied
     */
    public SweepRunner(Catalogue catalogue, Project project, String yaml) {
        this.catalogue = catalogue;
        this.project = project;
        this.yaml = yaml;
    }

    /**
     * Looks whether an experiment can be run with every setting of a sweep, before any is.
     *
     * @param yaml the experiment that is varied
     * @throws InvalidInputException if it cannot; names the setting
     */
    public static void check(Catalogue catalogue, String yaml, Sweep sweep) {
        for (Map<String, String> setting : sweep.settings()) {
            try {
                new Runner(catalogue).check(experiment(catalogue, yaml, setting));
            } catch (InvalidInputException e) {
                throw setting.isEmpty()
                        ? e
                        : new InvalidInputException(
                                NLS.bind(Messages.sweepSetting, Sweep.name(setting), e.getMessage()), e);
            }
        }
    }

    private static Experiment experiment(Catalogue catalogue, String yaml, Map<String, String> variant) {
        return new ExperimentReader(catalogue)
                .read(yaml, new Overrides(variant, null))
                .orThrow(Experiment.FILE);
    }

    /**
     * Runs a sweep. A run that fails keeps none of the others from being made.
     *
     * @return its runs, done or failed, one a variant
     * @throws CancellationException if it was cancelled; what was evaluated is kept
     */
    public List<RunRecord> run(Sweep sweep, Announcer announcer, RunListener listener, Cancellation cancellation) {
        List<RunRecord> runs = new ArrayList<>();
        List<Map<String, String>> variants = sweep.variants();
        List<Experiment> experiments = variants.stream()
                .map(variant -> experiment(catalogue, yaml, variant))
                .toList();
        Map<Experiment, RunRecord> elsewhere = new RunsElsewhere(catalogue, listener, cancellation)
                .make(experiments.stream()
                        .map(one -> new RunsElsewhere.Wanted(project, one))
                        .toList());
        for (int i = 0; i < variants.size(); i++) {
            cancellation.check();
            announcer.next(variants.get(i), i + 1, variants.size());
            RunRecord made = elsewhere.get(experiments.get(i));
            RunRecord run = made != null
                    ? made
                    : new RunOnce(catalogue, project).run(experiments.get(i), listener, cancellation);
            if (run.state() == RunState.CANCELLED) {
                throw new CancellationException();
            }
            runs.add(run);
        }
        return runs;
    }

    /** The runs of a sweep that there are so far, in their order. */
    public List<RunRecord> runs(Sweep sweep) {
        RunOnce once = new RunOnce(catalogue, project);
        return sweep.variants().stream()
                .flatMap(variant -> once.before(experiment(catalogue, yaml, variant)).stream())
                .toList();
    }
}
