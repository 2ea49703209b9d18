// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Extension;

/** Something installed, as it is shown to people and programs. */
record Listed(String id, String name, String description, String bundle, List<Parameter> settings) {
    Listed(String id, String name, String description) {
        this(id, name, description, null, List.of());
    }

    static Listed of(Extension extension) {
        return new Listed(
                extension.id(), extension.name(), extension.description(), extension.bundle(), extension.parameters());
    }

    /** A few lines for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, id);
        line(text, "  " + name + (bundle == null ? "" : ", from " + bundle));
        line(text, "  " + description);
        for (Parameter setting : settings) {
            line(
                    text,
                    "    " + setting.name()
                            + (setting.defaultValue() == null ? ", must be given" : " = " + setting.defaultValue())
                            + "  ("
                            + setting.allowed() + ")");
            line(text, "      " + setting.description());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    /** All of it for programs. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("name", name);
        tree.put("description", description);
        if (bundle != null) {
            tree.put("bundle", bundle);
            tree.put("settings", settings.stream().map(Listed::tree).toList());
        }
        return tree;
    }

    private static Map<String, Object> tree(Parameter setting) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", setting.name());
        tree.put("type", setting.type().name().toLowerCase(Locale.ROOT));
        tree.put("default", setting.defaultValue());
        tree.put("min", setting.range().min());
        tree.put("max", setting.range().max());
        tree.put("unit", setting.unit());
        tree.put("choices", setting.choices());
        tree.put("point", setting.point());
        tree.put("description", setting.description());
        return tree;
    }
}
