// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gidn.experiments.project.RunRecord;

/** Names for methods that are compared: the optimiser's, and the settings in which those of one optimiser differ. */
final class MethodNames {
    private MethodNames() {}

    /** The settings of a run that make its method, by path: not its title, its seed and where it ran. */
    static Map<String, Object> settings(RunRecord run) {
        Map<String, Object> settings = new TreeMap<>(run.settingsByPath());
        settings.keySet().removeIf(path -> path.equals("title") || path.equals("seed") || path.startsWith("executor."));
        return settings;
    }

    /**
     * Names methods.
     *
     * @param methods the runs of each method by its {@link #settings}
     */
    static Map<Map<String, Object>, String> of(Map<Map<String, Object>, List<RunRecord>> methods) {
        Map<Map<String, Object>, String> names = new LinkedHashMap<>();
        methods.forEach((settings, runs) -> {
            String optimiser = runs.get(0).optimiser();
            List<Map<String, Object>> rivals = methods.entrySet().stream()
                    .filter(other -> other.getValue().get(0).optimiser().equals(optimiser))
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> parts = new ArrayList<>(List.of(optimiser));
            for (String path : differing(rivals)) {
                if (settings.containsKey(path)) {
                    parts.add(path.substring(path.lastIndexOf('.') + 1) + " " + settings.get(path));
                }
            }
            names.put(settings, String.join(", ", parts));
        });
        return names;
    }

    private static Set<String> differing(List<Map<String, Object>> methods) {
        Set<String> paths = new TreeSet<>();
        methods.forEach(settings -> paths.addAll(settings.keySet()));
        paths.removeIf(path -> methods.stream()
                .allMatch(settings ->
                        Objects.equals(settings.get(path), methods.get(0).get(path))));
        return paths;
    }
}
