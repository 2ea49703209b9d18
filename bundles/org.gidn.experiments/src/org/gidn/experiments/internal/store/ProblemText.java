// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.text.Json;

/**
 * What a run solved, as JSON, so that results can be read without the plug-ins that made them.
 *
 * @param outputs what was measured, the objectives first
 * @param space the allowed designs
 */
public record ProblemText(List<Output> outputs, DesignSpace space) {
    /** Writes it. */
    public String write() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("outputs", outputs.stream().map(ProblemText::write).toList());
        root.put("space", SpaceText.write(space));
        return Json.write(root);
    }

    private static Map<String, Object> write(Output output) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", output.name());
        map.put("unit", output.unit());
        if (output.judged()) {
            map.put("goal", output.goal().name().toLowerCase(Locale.ROOT));
        }
        return map;
    }

    /** Reads what {@link #write()} wrote. */
    static ProblemText read(String text) {
        Map<String, Object> root = Json.readObject(text);
        // Former versions knew objectives only.
        List<Output> outputs = list(root.getOrDefault("outputs", root.get("objectives"))).stream()
                .map(ProblemText::map)
                .map(map -> new Output(
                        (String) map.get("name"),
                        (String) map.get("unit"),
                        map.get("goal") instanceof String goal ? Goal.valueOf(goal.toUpperCase(Locale.ROOT)) : null))
                .toList();
        return new ProblemText(outputs, SpaceText.read(map(root.get("space")), root));
    }

    /** What a run measured; one number, which is to be great, where that cannot be read. */
    static List<Output> outputs(Row run) {
        try {
            return read(run.text("problem")).outputs();
        } catch (RuntimeException e) {
            return List.of(new Output("value", "", Goal.MAXIMISE));
        }
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
