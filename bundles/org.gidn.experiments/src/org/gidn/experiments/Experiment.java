// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.text.ObjectivesText;
import org.gidn.experiments.text.ReferencePointText;

/**
 * What is to be done, checked and complete: every setting has a value. Immutable; made by {@link ExperimentReader}.
 *
 * @param title what the user calls it
 * @param seed the source of all chance in a run
 * @param evaluator the forward model
 * @param volumeFraction share of zeros (soft elements) that every design must have; null if free
 * @param objectives names of the outputs that are objectives, in their order, each with its goal or null for the evaluator's;
 *     empty for those that the evaluator takes for objectives
 * @param referencePoint a value of each objective, up to which hypervolumes are measured; empty for one behind the front found
 * @param places where the reference point, the evaluator and the constraints stand in the file, by their names there, and each
 *     objective, by {@link #OBJECTIVE} and its name; for messages
 * @param replicates how often a noisy evaluator measures each design; null if the experiment doesn't say, for once
 * @param constraints what else designs have to keep to
 * @param optimiser the design method
 * @param executor where designs are evaluated
 * @param budget most evaluations that a run may spend; null if not limited
 * @param stopAt what ends a run early
 * @param giveUpAfter a run ends after so many designs in a row without a value; null if not limited
 * @param patience seconds after which a guest that gives no sign of life is given up; null if not limited
 * @since 1.0
 */
public record Experiment(
        String title,
        long seed,
        Configuration evaluator,
        Double volumeFraction,
        Map<String, Goal> objectives,
        List<Double> referencePoint,
        Map<String, Place> places,
        Long replicates,
        List<Placed> constraints,
        Configuration optimiser,
        Configuration executor,
        Long budget,
        StopAt stopAt,
        Long giveUpAfter,
        Double patience) {
    /** Before the name of an objective, among places. */
    public static final String OBJECTIVE = "objectives.";

    /**
     * A place in the file.
     *
     * @param line from 1 on; 0 if it is not in the file
     * @param column from 1 on
     */
    public record Place(int line, int column) {
        /** Before what is said of it; {@code ""} if it is not in the file. */
        public String prefix() {
            return line == 0 ? "" : line + ":" + column + ": ";
        }
    }

    /**
     * A constraint with its place in the file, for messages.
     *
     * @param line from 1 on; 0 if it is not in the file
     * @param column from 1 on
     */
    public record Placed(Configuration constraint, int line, int column) {}

    public Experiment {
        objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
        referencePoint = List.copyOf(referencePoint);
        places = Map.copyOf(places);
        constraints = List.copyOf(constraints);
    }

    /** What ends a run early. */
    public enum StopAt {
        /** A design that has no value. */
        FAILURE,
        /** An error in a plug-in, such as an exception. */
        ERROR,
        /** Neither, as long as other designs have values. */
        NOTHING;

        /** The word in an experiment file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that word; {@link #ERROR} for null. */
        public static StopAt of(String word) {
            return word == null ? ERROR : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The version of the file format. */
    public static final int FORMAT = 2;
    /** The name of the file in a project. */
    public static final String FILE = "experiment.yaml";

    /**
     * All settings as they stand in an experiment file, defaults filled in: maps, texts, {@code Long}, {@code Double},
     * {@code Boolean}.
     */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", (long) FORMAT);
        tree.put("title", title);
        tree.put("seed", seed);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("evaluator", evaluator.tree());
        if (volumeFraction != null) {
            problem.put("volumeFraction", volumeFraction);
        }
        if (!objectives.isEmpty()) {
            problem.put("objectives", ObjectivesText.write(objectives));
        }
        if (!referencePoint.isEmpty()) {
            problem.put("referencePoint", ReferencePointText.write(referencePoint));
        }
        if (replicates != null) {
            problem.put("replicates", replicates);
        }
        if (!constraints.isEmpty()) {
            problem.put(
                    "constraints",
                    constraints.stream().map(each -> each.constraint().tree()).toList());
        }
        tree.put("problem", problem);
        tree.put("optimiser", optimiser.tree());
        tree.put("executor", executor.tree());
        if (budget != null) {
            tree.put("budget", budget);
        }
        if (stopAt != StopAt.ERROR) {
            tree.put("stopAt", stopAt.word());
        }
        if (giveUpAfter != null) {
            tree.put("giveUpAfter", giveUpAfter);
        }
        if (patience != null) {
            tree.put("patience", patience);
        }
        return tree;
    }
}
