// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.reading.Tree;

/**
 * Finds the place of a setting that is named by path or by name alone, and changes it. A path leads from a root, such as
 * {@code evaluator}, through the extensions that settings name, e.g. {@code evaluator.material.modulusRatio}.
 */
final class SettingPaths {
    private final Catalogue catalogue;
    private final Map<String, Root> roots = new LinkedHashMap<>();

    /**
     * @param parent the map that holds the field
     * @param point extension point of the field; null if it takes a plain value
     * @param fallback identifier used if the field is not given; may be null
     */
    private record Root(Tree parent, String point, String fallback) {}

    /**
     * @param path from a root on
     * @param part whether it says which extension is used
     */
    private record Setting(String path, boolean part, Consumer<Tree> change) {
        String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    SettingPaths(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Makes a field known that takes a plain value. */
    void addValue(String field, Tree parent) {
        roots.put(field, new Root(parent, null, null));
    }

    /** Makes a field known that names an extension. */
    void addExtension(String field, Tree parent, String point, String fallback) {
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
    String set(String name, Tree value) {
        List<Setting> known = known();
        String path = path(name);
        List<Setting> matches = matches(known, path);
        if (matches.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            known.forEach(setting -> names.add(path.contains(".") ? setting.path() : setting.name()));
            throw new InvalidInputException(NearestName.unknown(Messages.kindSetting, name, names));
        }
        if (matches.size() > 1) {
            String paths = matches.stream().map(Setting::path).collect(Collectors.joining(", "));
            throw new InvalidInputException(NLS.bind(Messages.settingAmbiguous, name, paths));
        }
        matches.get(0).change().accept(value);
        return matches.get(0).path();
    }

    /**
     * Changes settings in their order, but those first that say which extension is used, so that the others are of the
     * extensions that were chosen.
     *
     * @param paths makes the places of settings known as they are after the last change
     * @param change changes one setting by its path or name
     */
    static void setAll(Map<String, Tree> settings, Supplier<SettingPaths> paths, BiConsumer<String, Tree> change) {
        Map<String, Tree> left = new LinkedHashMap<>(settings);
        while (!left.isEmpty()) {
            SettingPaths now = paths.get();
            String next = left.keySet().stream()
                    .filter(now::choosesPart)
                    .findFirst()
                    .orElse(left.keySet().iterator().next());
            change.accept(next, left.remove(next));
        }
    }

    private boolean choosesPart(String name) {
        List<Setting> matches = matches(known(), path(name));
        return matches.size() == 1 && matches.get(0).part();
    }

    private static String path(String name) {
        String wanted = name.startsWith("problem.") ? name.substring("problem.".length()) : name;
        return wanted.endsWith("." + Configuration.USE)
                ? wanted.substring(0, wanted.length() - Configuration.USE.length() - 1)
                : wanted;
    }

    /** The one of this path, or else those of this name. */
    private static List<Setting> matches(List<Setting> known, String path) {
        return known.stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> known.stream()
                        .filter(setting -> setting.name().equals(path))
                        .toList());
    }

    private List<Setting> known() {
        List<Setting> known = new ArrayList<>();
        roots.forEach((field, root) -> visit(field, field, root.parent(), root.point(), root.fallback(), known));
        return known;
    }

    /** Collects a field and all settings below it. */
    private void visit(String path, String field, Tree parent, String point, String fallback, List<Setting> known) {
        if (point == null) {
            known.add(new Setting(path, false, value -> parent.give(field, value)));
            return;
        }
        Tree given = parent.get(field);
        String id = identifier(given, fallback);
        // Naming the extension that is there anyway keeps its settings.
        known.add(new Setting(path, true, value -> {
            if (!String.valueOf(value.text()).equals(id)) {
                parent.give(field, value);
            }
        }));
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
        List<Setting> below = new ArrayList<>();
        for (Parameter parameter : extension.parameters()) {
            visit(
                    path + "." + parameter.name(),
                    parameter.name(),
                    map,
                    parameter.type() == Parameter.Type.EXTENSION ? parameter.point() : null,
                    parameter.defaultValue(),
                    below);
        }
        below.forEach(setting -> known.add(new Setting(setting.path(), setting.part(), value -> {
            attach.run();
            setting.change().accept(value);
        })));
    }

    private static String identifier(Tree given, String fallback) {
        Tree use = given != null && given.isMap() ? given.get(Configuration.USE) : given;
        return use == null ? fallback : use.text();
    }
}
