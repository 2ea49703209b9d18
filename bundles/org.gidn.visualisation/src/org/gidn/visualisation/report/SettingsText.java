// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.text.Json;

/** The settings of a run as a person reads them: as YAML to be run again, and as rows of a table. */
final class SettingsText {
    private SettingsText() {}

    /** The experiment file that gives the run again. */
    static String yaml(Map<String, Object> settings) {
        StringBuilder text = new StringBuilder();
        append(text, settings, "");
        return text.toString();
    }

    private static void append(StringBuilder text, Map<?, ?> settings, String indent) {
        settings.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof Map<?, ?> nested) {
                text.append('\n');
                append(text, nested, indent + "  ");
            } else {
                text.append(' ').append(scalar(value)).append('\n');
            }
        });
    }

    private static String scalar(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        // Words that YAML could take for something else are quoted, as JSON does it.
        boolean plain = text.matches("[A-Za-z][A-Za-z0-9 ._-]*[A-Za-z0-9]")
                && !text.matches("(?i)true|false|yes|no|on|off|null");
        return plain ? text : Json.write(text);
    }

    /** A row for each setting, its name led by those that it stands under, e.g. {@code optimiser.predictor.layers}. */
    static List<List<String>> rows(Map<?, ?> settings, String prefix) {
        List<List<String>> rows = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                rows.addAll(rows(nested, prefix + name + "."));
            } else {
                rows.add(List.of(prefix + name, String.valueOf(value)));
            }
        });
        return rows;
    }
}
