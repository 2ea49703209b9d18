// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Objective;
import org.gidn.experiments.Json;

/**
 * What a run solved, as JSON, so that results can be read without the plug-ins that made them.
 *
 * @param objectives what was computed
 * @param space the allowed designs
 */
public record ProblemText(List<Objective> objectives, DesignSpace space) {
    /** Writes it. */
    public String write() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("objectives", objectives.stream().map(ProblemText::write).toList());
        root.put("space", SpaceText.write(space));
        return Json.write(root);
    }

    private static Map<String, Object> write(Objective objective) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", objective.name());
        map.put("unit", objective.unit());
        map.put("goal", objective.goal().name().toLowerCase(Locale.ROOT));
        return map;
    }

    /** Reads what {@link #write()} wrote. */
    static ProblemText read(String text) {
        Map<String, Object> root = Json.readObject(text);
        List<Objective> objectives = list(root.get("objectives")).stream()
                .map(ProblemText::map)
                .map(map -> new Objective(
                        (String) map.get("name"),
                        (String) map.get("unit"),
                        Goal.valueOf(((String) map.get("goal")).toUpperCase(Locale.ROOT))))
                .toList();
        return new ProblemText(objectives, SpaceText.read(map(root.get("space")), root));
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
