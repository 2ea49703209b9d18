// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;

/**
 * The values of all parameters that an extension declares, checked and complete. Immutable.
 *
 * @since 1.0
 */
public final class Settings {
    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Checks given values against the declared parameters and fills in the defaults.
     *
     * @param parameters what the extension declares
     * @param given values by name: numbers, texts, booleans; instances for {@link Parameter.Type#EXTENSION}
     * @throws InvalidInputException if a name is unknown, a value refused, or one without default missing
     */
    public static Settings of(List<Parameter> parameters, Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = given.get(parameter.name());
            if (value == null) {
                value = parameter.defaultValue();
            }
            if (value == null) {
                throw new InvalidInputException("Setting '" + parameter.name() + "' has no default and must be given.");
            }
            values.put(parameter.name(), parameter.convert(value));
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new InvalidInputException(NearestName.unknown("setting", name, values.keySet()));
            }
        }
        return new Settings(Collections.unmodifiableMap(values));
    }

    /**
     * Values that were checked before, such as in the process that sent them.
     *
     * @param values all values by name, each in the class that {@link Parameter.Type} names
     */
    public static Settings checked(Map<String, Object> values) {
        return new Settings(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** All values by name, in the order of declaration. */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * A whole number.
     *
     * @throws InvalidInputException if it is too large for an int
     */
    public int integer(String name) {
        long value = value(name, Long.class);
        if (value != (int) value) {
            throw new InvalidInputException(
                    "Setting '" + name + "' is " + value + ", above the greatest allowed, " + Integer.MAX_VALUE + ".");
        }
        return (int) value;
    }

    /** A number. */
    public double real(String name) {
        return value(name, Double.class);
    }

    /** A yes or no. */
    public boolean flag(String name) {
        return value(name, Boolean.class);
    }

    /** A text, or the word of a choice. */
    public String text(String name) {
        return value(name, String.class);
    }

    /** What another extension contributes. It is closed by who made it, after the extension that these settings are for. */
    public <T> T extension(String name, Class<T> type) {
        return value(name, type);
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("plugin.xml declares no parameter '" + name + "' of type "
                    + type.getSimpleName() + " for this extension");
        }
        return type.cast(value);
    }
}
