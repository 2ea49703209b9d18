// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.EvaluatorSource;
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
 * @param columns which of the evaluator's outputs each output of the problem is
 * @param made all of them, to be closed
 */
record Setup(
        Experiment experiment,
        EvaluatorSource source,
        BatchExecutor executor,
        Optimiser optimiser,
        Problem problem,
        int[] columns,
        Made made)
        implements AutoCloseable {
    /**
     * Makes them and lets the optimiser check the problem.
     *
     * @throws InvalidInputException if the settings do not go together, or a bundle is at fault; names it
     */
    static Setup of(Catalogue catalogue, Experiment experiment) {
        return of(catalogue, experiment, true);
    }

    /**
     * {@link #of(Catalogue, Experiment)} for designs that people measure: of what the evaluator offers beyond values, they offer
     * nothing.
     */
    static Setup measured(Catalogue catalogue, Experiment experiment) {
        if (experiment.replicates() != null) {
            throw new InvalidInputException(Messages.laboratoryReplicates);
        }
        return of(catalogue, experiment, false);
    }

    private static Setup of(Catalogue catalogue, Experiment experiment, boolean computed) {
        Made made = new Made();
        try {
            Evaluator evaluator = made.add(catalogue.create(experiment.evaluator(), Evaluator.class));
            ProblemSetup problem = ProblemSetup.of(catalogue, experiment, evaluator, made, computed);
            Optimiser optimiser = made.add(catalogue.create(experiment.optimiser(), Optimiser.class));
            optimiser.check(problem.problem());
            BatchExecutor executor = made.add(catalogue.create(experiment.executor(), BatchExecutor.class));
            EvaluatorSource source = new InstalledEvaluator(evaluator, experiment.evaluator());
            return new Setup(experiment, source, executor, optimiser, problem.problem(), problem.columns(), made);
        } catch (RuntimeException | Error e) {
            made.close();
            throw e;
        }
    }

    Evaluator evaluator() {
        return source.here();
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
        return EvaluatorKey.of(experiment, columns, noisy());
    }

    /** The versions of all bundles that contribute to an experiment. */
    static Map<String, Object> versions(Experiment experiment) {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions(experiment.evaluator(), versions);
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
