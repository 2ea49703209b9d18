// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;
import org.gidn.experiments.internal.Messages;

/**
 * What is changed in an experiment without touching its file, e.g. from the command line. A setting is named by its path,
 * such as {@code evaluator.material.modulusRatio}, or by its name alone where that is clear.
 *
 * @param settings texts of values by path or name, applied in order
 * @param scale name of one of the file's {@code scales}, applied before the settings; null for none
 * @since 1.0
 */
public record Overrides(Map<String, String> settings, String scale) {
    /** No change. */
    public static final Overrides NONE = new Overrides(Map.of(), null);

    public Overrides {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Reads changes written as {@code name=value}.
     *
     * @throws InvalidInputException if one has no {@code =}
     */
    public static Overrides parse(List<String> assignments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException(NLS.bind(Messages.overrideIncomplete, assignment));
            }
            settings.put(Blanks.strip(assignment.substring(0, equals)), Blanks.strip(assignment.substring(equals + 1)));
        }
        return new Overrides(settings, null);
    }

    /** The same with one more setting. */
    public Overrides with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Overrides(more, scale);
    }

    /** The same at one of the file's scales. */
    public Overrides at(String newScale) {
        return new Overrides(settings, newScale);
    }

    public boolean isEmpty() {
        return settings.isEmpty() && scale == null;
    }
}
