// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Objective;
import org.gidn.experiments.Json;

/**
 * What a run solved, as JSON, so that results can be read without the plug-ins that made them.
 *
 * @param objectives what was computed
 * @param space the allowed designs
 * @param layout how a design is drawn
 */
public record ProblemText(List<Objective> objectives, DesignSpace space, DesignLayout layout) {
    /** Writes it. */
    public String write() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("objectives", objectives.stream().map(ProblemText::write).toList());
        root.put("space", writeSpace());
        root.put("layout", Map.of("mirrored", layout.mirrored(), "crackRows", layout.crackRows()));
        return Json.write(root);
    }

    private static Map<String, Object> write(Objective objective) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", objective.name());
        map.put("unit", objective.unit());
        map.put("goal", objective.goal().name().toLowerCase(Locale.ROOT));
        return map;
    }

    private Map<String, Object> writeSpace() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (space.kind() == DesignSpace.Kind.BINARY) {
            map.put("kind", "binary");
            map.put("rows", space.rows());
            map.put("columns", space.columns());
            space.zeros().ifPresent(zeros -> map.put("zeros", zeros));
            return map;
        }
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (int j = 0; j < space.variables(); j++) {
            lower.add(space.lower(j));
            upper.add(space.upper(j));
        }
        map.put("kind", "continuous");
        map.put("lower", lower);
        map.put("upper", upper);
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
        Map<?, ?> layout = map(root.get("layout"));
        return new ProblemText(
                objectives,
                readSpace(map(root.get("space"))),
                new DesignLayout((Boolean) layout.get("mirrored"), integer(layout.get("crackRows"))));
    }

    private static DesignSpace readSpace(Map<?, ?> map) {
        if (map.get("kind").equals("continuous")) {
            return DesignSpace.continuous(numbers(map.get("lower")), numbers(map.get("upper")));
        }
        DesignSpace space = DesignSpace.binary(integer(map.get("rows")), integer(map.get("columns")));
        return map.containsKey("zeros") ? space.withZeros(integer(map.get("zeros"))) : space;
    }

    private static double[] numbers(Object list) {
        return list(list).stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }

    private static int integer(Object value) {
        return ((Number) value).intValue();
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
