// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.internal.Messages;

/**
 * Finds the place of a setting that is named by path or by name alone, and changes it. A path leads from a root, such as
 * {@code evaluator}, through the extensions that settings name, e.g. {@code evaluator.material.modulusRatio}.
 */
public final class SettingPaths {
    private final Catalogue catalogue;
    private final Map<String, Root> roots = new LinkedHashMap<>();

    /**
     * @param parent the map that holds the field
     * @param point extension point of the field; null if it takes a plain value
     * @param fallback identifier used if the field is not given; may be null
     */
    private record Root(Tree parent, String point, String fallback) {}

    public SettingPaths(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Makes a field known that takes a plain value. */
    void addValue(String field, Tree parent) {
        roots.put(field, new Root(parent, null, null));
    }

    /** Makes a field known that names an extension. */
    public void addExtension(String field, Tree parent, String point, String fallback) {
        roots.put(field, new Root(parent, point, fallback));
    }

    /**
     * Changes a setting.
     *
     * @param name its path or name
     * @param value its new value
     * @return its whole path
     * @throws InvalidInputException if the name is unknown, or names several settings
     */
    public String set(String name, Tree value) {
        Map<String, Runnable> known = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        roots.forEach((field, root) -> visit(field, field, root.parent(), root.point(), root.fallback(), value, known));
        String wanted = name.startsWith("problem.") ? name.substring("problem.".length()) : name;
        String path = wanted.endsWith("." + Configuration.USE)
                ? wanted.substring(0, wanted.length() - Configuration.USE.length() - 1)
                : wanted;
        List<String> matches = new ArrayList<>();
        for (String candidate : known.keySet()) {
            String last = candidate.substring(candidate.lastIndexOf('.') + 1);
            names.add(path.contains(".") ? candidate : last);
            if (candidate.equals(path)) {
                known.get(candidate).run();
                return candidate;
            }
            if (last.equals(path)) {
                matches.add(candidate);
            }
        }
        if (matches.isEmpty()) {
            throw new InvalidInputException(NearestName.unknown(Messages.kindSetting, name, names));
        }
        if (matches.size() > 1) {
            throw new InvalidInputException(NLS.bind(Messages.settingAmbiguous, name, String.join(", ", matches)));
        }
        known.get(matches.get(0)).run();
        return matches.get(0);
    }

    /** Collects for a field and all settings below it what would change them. */
    private void visit(
            String path,
            String field,
            Tree parent,
            String point,
            String fallback,
            Tree value,
            Map<String, Runnable> known) {
        if (point == null) {
            known.put(path, () -> parent.give(field, value));
            return;
        }
        Tree given = parent.get(field);
        String id = identifier(given, fallback);
        // Naming the extension that is there anyway keeps its settings.
        known.put(path, () -> {
            if (!String.valueOf(value.text()).equals(id)) {
                parent.give(field, value);
            }
        });
        Extension extension = catalogue.extensions(point).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElse(null);
        if (extension == null) {
            return;
        }
        Tree map = given != null && given.isMap() ? given : Tree.givenMap();
        Runnable attach = () -> {
            if (map != given) {
                map.give(Configuration.USE, given == null ? Tree.given(id) : given);
                parent.give(field, map);
            }
        };
        Map<String, Runnable> below = new LinkedHashMap<>();
        for (Parameter parameter : extension.parameters()) {
            visit(
                    path + "." + parameter.name(),
                    parameter.name(),
                    map,
                    parameter.type() == Parameter.Type.EXTENSION ? parameter.point() : null,
                    parameter.defaultValue(),
                    value,
                    below);
        }
        below.forEach((candidate, change) -> known.put(candidate, () -> {
            attach.run();
            change.run();
        }));
    }

    private static String identifier(Tree given, String fallback) {
        Tree use = given != null && given.isMap() ? given.get(Configuration.USE) : given;
        return use == null ? fallback : use.text();
    }
}
