package org.gidn.experiments.project;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Objective;

/**
 * What is known of a run besides its evaluations. Immutable: read again to see how a run goes on.
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
 * @param objectives what was computed for each design
 * @param space the designs that were allowed
 * @param layout how a binary design is drawn
 * @param versions version of every contributing bundle, of the product and of the Java machine, by name
 * @param host facts about the machine, by name
 * @param failure why it failed, in one sentence; null if it did not
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
        List<Objective> objectives,
        DesignSpace space,
        DesignLayout layout,
        Map<String, Object> versions,
        Map<String, Object> host,
        String failure) {
    /** The first objective. */
    public Objective objective() {
        return objectives.get(0);
    }

    /** All settings by path, such as {@code optimiser.predictor.layers}, instead of one in the other. */
    public Map<String, Object> settingsByPath() {
        Map<String, Object> byPath = new LinkedHashMap<>();
        flatten("", settings, byPath);
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
