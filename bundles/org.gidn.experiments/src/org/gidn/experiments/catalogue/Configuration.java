// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An extension with a checked value for each of its settings. Immutable.
 *
 * @param extension what is configured
 * @param values values by name in the order of declaration: {@code Long}, {@code Double}, {@code Boolean}, {@code String},
 *     or {@code Configuration} where another extension is named
 * @since 1.0
 */
public record Configuration(Extension extension, Map<String, Object> values) {
    /** The key under which an extension's identifier stands in an experiment file. */
    public static final String USE = "use";

    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public String id() {
        return extension.id();
    }

    /** The form that an experiment file has: {@code use} with the identifier, then all settings, nested ones as maps. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(USE, id());
        values.forEach((name, value) -> tree.put(name, value instanceof Configuration nested ? nested.tree() : value));
        return tree;
    }
}
