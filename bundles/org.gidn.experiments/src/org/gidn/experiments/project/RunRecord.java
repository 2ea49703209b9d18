// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.experiments.text.ReferencePointText;

/**
 * What is known of a run besides its evaluations. Immutable: read again to see how a run goes on. Of a run that cannot be
 * read there are number, title and times, as far as they are known, and the reason.
 *
 * @param number its number in the project, from 1 on
 * @param title the experiment's title
 * @param state how far it has come
 * @param seed the source of all its chance
 * @param started when it was started first
 * @param finished when it ended last; null while it runs
 * @param evaluations evaluations spent
 * @param best best value of the first objective; NaN as long as there is none
 * @param optimiser the optimiser's name as the user sees it
 * @param settings all settings, see {@link org.gidn.experiments.Experiment#tree()}
 * @param outputs what was measured of each design, the objectives first; empty if the run cannot be read
 * @param space the designs that were allowed and how they are drawn; null if the run cannot be read
 * @param versions version of every contributing bundle, of the product and of the Java machine, by name
 * @param host facts about the machine, by name
 * @param failure why it failed or cannot be read, or that its program ended without a word, in one sentence; null otherwise
 * @since 1.0
 */
public record RunRecord(
        int number,
        String title,
        RunState state,
        long seed,
        Instant started,
        Instant finished,
        long evaluations,
        double best,
        String optimiser,
        Map<String, Object> settings,
        List<Output> outputs,
        DesignSpace space,
        Map<String, Object> versions,
        Map<String, Object> host,
        String failure) {
    /** Stands as the optimiser of a run that holds values found elsewhere. */
    public static final String IMPORT = "Import";

    /** Whether what it solved, and with which settings, is known. */
    public boolean readable() {
        return state != RunState.UNREADABLE;
    }

    /** Whether its program ended without a word before it did, which no later run in the project has seen yet. */
    public boolean cutOff() {
        return state == RunState.CANCELLED && finished == null;
    }

    /** The outputs by which designs were judged, in their order. */
    public List<Output> objectives() {
        return outputs.stream().filter(Output::judged).toList();
    }

    /**
     * The first objective.
     *
     * @throws InvalidInputException if the run cannot be read; says why
     */
    public Output objective() {
        if (!readable()) {
            throw new InvalidInputException(failure);
        }
        return outputs.get(0);
    }

    /** The value of each objective up to which hypervolumes are measured, if the experiment says so. */
    public Optional<double[]> referencePoint() {
        return Optional.ofNullable(settingsByPath().get("problem.referencePoint"))
                .map(text -> ReferencePointText.parse(text.toString()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** The order of runs by their best values, the best first, as the objective of each has it; runs without a value last. */
    public static Comparator<RunRecord> bestFirst() {
        return (a, b) -> {
            if (Double.isNaN(a.best()) || Double.isNaN(b.best())) {
                return Boolean.compare(Double.isNaN(a.best()), Double.isNaN(b.best()));
            }
            Goal goal = a.objective().goal();
            return goal.better(a.best(), b.best()) ? -1 : goal.better(b.best(), a.best()) ? 1 : 0;
        };
    }

    /**
     * All settings by path, such as {@code optimiser.predictor.layers}, instead of one in the other. No method, budget or executor
     * has a share in an import, so that it has settings of its problem only.
     */
    public Map<String, Object> settingsByPath() {
        Map<String, Object> byPath = byPath(settings);
        if (optimiser.equals(IMPORT)) {
            byPath.keySet()
                    .removeIf(path ->
                            path.startsWith("optimiser.") || path.startsWith("executor.") || path.equals("budget"));
        }
        return byPath;
    }

    /** Settings by path instead of one in the other. */
    public static Map<String, Object> byPath(Map<String, Object> tree) {
        Map<String, Object> byPath = new LinkedHashMap<>();
        flatten("", tree, byPath);
        return byPath;
    }

    private static void flatten(String path, Map<?, ?> tree, Map<String, Object> byPath) {
        tree.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(path + key + ".", inner, byPath);
            } else {
                byPath.put(path + key, value);
            }
        });
    }
}
