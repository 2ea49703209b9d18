// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.guest.Made;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.ProblemText;

/**
 * The instances that a run works with.
 *
 * @param folder from where settings that name files are seen
 * @param computed whether values are computed; if not, people measure them
 * @param columns which of the evaluator's outputs each output of the problem is
 * @param methods the method and the extensions that its settings name, as they are without guards, if they can have pieces of their work
 *     done elsewhere
 * @param made all of them, to be closed
 */
record Setup(
        Experiment experiment,
        Path folder,
        EvaluatorSource source,
        BatchExecutor executor,
        Optimiser optimiser,
        Problem problem,
        boolean computed,
        int[] columns,
        Map<Object, InstalledMethod> methods,
        Made made)
        implements AutoCloseable {
    /**
     * Makes them and lets the optimiser check the problem.
     *
     * @throws InvalidInputException if the settings do not go together, or a bundle is at fault; names it
     */
    static Setup of(Catalogue catalogue, Experiment experiment, Path folder) {
        return of(catalogue, experiment, folder, true, false);
    }

    /** {@link #of(Catalogue, Experiment, Path)} of an experiment that is only looked at: the evaluator is a sketch. */
    static Setup sketch(Catalogue catalogue, Experiment experiment) {
        return of(catalogue, experiment, Path.of(""), true, true);
    }

    /**
     * {@link #of(Catalogue, Experiment, Path)} for designs that people measure: of what the evaluator offers beyond values, there is only
     * what it knows without computing.
     */
    static Setup measured(Catalogue catalogue, Experiment experiment, Path folder) {
        return of(catalogue, experiment, folder, false, false);
    }

    /**
     * {@link #of(Catalogue, Experiment, Path)} for a run.
     *
     * @throws InvalidInputException besides, if nothing computes the values of designs
     */
    static Setup computed(Catalogue catalogue, Experiment experiment, Path folder) {
        Setup setup = of(catalogue, experiment, folder);
        if (!setup.evaluator().computes()) {
            setup.close();
            throw new InvalidInputException(
                    NLS.bind(Messages.laboratoryNotRun, experiment.evaluator().id()));
        }
        return setup;
    }

    private static Setup of(Catalogue catalogue, Experiment experiment, Path folder, boolean computed, boolean sketch) {
        Made made = new Made();
        try {
            Evaluator evaluator = made.add(ProblemSetup.placed(
                    experiment,
                    "evaluator",
                    () -> sketch
                            ? catalogue.sketch(experiment.evaluator(), Evaluator.class)
                            : catalogue.create(experiment.evaluator(), Evaluator.class, folder)));
            ProblemSetup problem = ProblemSetup.of(catalogue, experiment, folder, evaluator, made, computed);
            Map<Object, InstalledMethod> methods = new IdentityHashMap<>();
            Optimiser optimiser = made.add(
                    catalogue.create(experiment.optimiser(), Optimiser.class, folder, (instance, configuration) -> {
                        if (instance instanceof PieceWork method) {
                            methods.put(instance, new InstalledMethod(method, configuration, folder));
                        }
                    }));
            optimiser.check(problem.problem());
            BatchExecutor executor = made.add(catalogue.create(experiment.executor(), BatchExecutor.class, folder));
            EvaluatorSource source = new InstalledEvaluator(evaluator, experiment.evaluator(), folder);
            return new Setup(
                    experiment,
                    folder,
                    source,
                    executor,
                    optimiser,
                    problem.problem(),
                    computed,
                    problem.columns(),
                    methods,
                    made);
        } catch (RuntimeException | Error e) {
            made.close();
            throw e;
        }
    }

    Evaluator evaluator() {
        return source.here();
    }

    /** All files that settings of the evaluator, the method and the constraints name, or the evaluator needs besides. */
    Set<Path> files() {
        Set<Path> files = experiment.evaluator().files(folder);
        files.addAll(evaluator().files());
        files.addAll(experiment.optimiser().files(folder));
        experiment
                .constraints()
                .forEach(placed -> files.addAll(placed.constraint().files(folder)));
        return files;
    }

    /** Whether each evaluation is a measurement that differs from others of the same design. */
    boolean noisy() {
        return evaluator() instanceof NoisyEvaluator;
    }

    /** How often each design is evaluated. */
    Replicates replicates() {
        return ProblemSetup.replicates(experiment);
    }

    /** The problem as the store describes it. */
    String problemText() {
        return new ProblemText(problem.outputs(), problem.space()).write();
    }

    /** Runs whose keys are equal share evaluations. */
    String evaluatorKey() {
        return EvaluatorKey.of(this);
    }

    /** The versions of all bundles that contribute to an experiment. */
    static Map<String, Object> versions(Experiment experiment) {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions(experiment.evaluator(), versions);
        experiment.constraints().forEach(placed -> versions(placed.constraint(), versions));
        versions(experiment.optimiser(), versions);
        return versions(experiment.executor(), versions);
    }

    /** The versions of all bundles that contribute to a configuration. */
    static Map<String, Object> versions(Configuration configuration, Map<String, Object> versions) {
        versions.put(
                configuration.extension().bundle(),
                configuration.extension().declaration().version());
        configuration.values().values().forEach(value -> {
            if (value instanceof Configuration nested) {
                versions(nested, versions);
            }
        });
        return versions;
    }

    /** The number of threads for the method's own work: those of the executor, if it has such a setting. */
    int threads() {
        Object threads = experiment.executor().values().get("threads");
        return threads instanceof Long count && count > 0
                ? Math.toIntExact(count)
                : Runtime.getRuntime().availableProcessors();
    }

    @Override
    public void close() {
        made.close();
    }
}
