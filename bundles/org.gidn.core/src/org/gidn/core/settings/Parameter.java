// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.settings;

import java.util.List;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;
import org.gidn.core.text.Decimal;

/**
 * A setting that an extension declares in its {@code plugin.xml}.
 *
 * @param name its name, in camel case
 * @param type what values it takes
 * @param defaultValue text of the value if none is given; null if one must be given
 * @param range which numbers are allowed
 * @param unit unit of a number, or {@code ""}
 * @param choices the words allowed for {@link Type#CHOICE}
 * @param point identifier of the extension point for {@link Type#EXTENSION}
 * @param description one or two sentences for the user
 * @param further whether few need it, so that forms fold it away
 * @since 1.0
 */
public record Parameter(
        String name,
        Type type,
        String defaultValue,
        Range range,
        String unit,
        List<String> choices,
        String point,
        String description,
        boolean further) {
    /** Up to here a double tells whole numbers apart. */
    private static final double MOST_WHOLE = 1e15;

    /** What values a parameter takes. */
    public enum Type {
        /** A whole number, {@code Long} once checked; thousands may be grouped by {@code _}. */
        INTEGER,
        /** A number, {@code Double} once checked; fractions such as 1/3 are allowed. */
        REAL,
        /** true or false, {@code Boolean} once checked. */
        BOOLEAN,
        /** A text without control characters other than tabs and line breaks, {@code String} once checked. */
        TEXT,
        /**
         * The name of a file or folder, {@code String} once checked. A relative one is seen from the folder of the experiment; what is
         * made gets the whole path.
         */
        PATH,
        /** One of a few words, {@code String} once checked. */
        CHOICE,
        /** What another extension contributes, an instance once checked. */
        EXTENSION
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** A setting that everybody is shown. */
    public Parameter(
            String name,
            Type type,
            String defaultValue,
            Range range,
            String unit,
            List<String> choices,
            String point,
            String description) {
        this(name, type, defaultValue, range, unit, choices, point, description, false);
    }

    /** What values it takes, in words, e.g. {@code whole number from 1 to 10, in mm}. */
    public String allowed() {
        String values =
                switch (type) {
                    case INTEGER -> range.text().replaceFirst("^a number", "whole number");
                    case REAL -> range.text().replaceFirst("^a ", "");
                    case BOOLEAN -> "true or false";
                    case CHOICE -> String.join(" or ", choices);
                    case EXTENSION -> "one of " + point.substring(point.lastIndexOf('.') + 1);
                    case TEXT -> "text";
                    case PATH -> "file or folder";
                };
        return unit.isEmpty() ? values : values + ", in " + unit;
    }

    /**
     * Checks a value and converts it.
     *
     * @param value a number, a text or a boolean as read from a file or a command line
     * @return the value in the class that {@link Type} names
     * @throws InvalidInputException names the parameter, the value and what is allowed
     */
    public Object convert(Object value) {
        return switch (type) {
            case INTEGER -> integer(value);
            case REAL -> range.checked(this, real(value));
            case BOOLEAN -> flag(value);
            case TEXT, PATH -> text(String.valueOf(value));
            case CHOICE -> choice(String.valueOf(value));
            case EXTENSION -> value;
        };
    }

    private Long integer(Object value) {
        double number = real(value);
        if (number != Math.rint(number)) {
            throw refused(value, "a whole number");
        }
        if (Math.abs(number) >= MOST_WHOLE) {
            throw refused(value, "a whole number of at most 15 digits");
        }
        range.checked(this, number);
        return (long) number;
    }

    private double real(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        String[] parts = String.valueOf(value).replace("_", "").split("/", -1);
        double number = Decimal.parse(Blanks.strip(parts[0]));
        if (parts.length == 2) {
            number /= Decimal.parse(Blanks.strip(parts[1]));
        }
        if (parts.length <= 2 && Double.isFinite(number)) {
            return number;
        }
        throw refused(value, type == Type.INTEGER ? "a whole number" : "a number");
    }

    /** What some of the files that results go to cannot hold: control characters, halves of characters. */
    private String text(String value) {
        for (int character : value.codePoints().toArray()) {
            boolean control = Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
            if (control || Character.getType(character) == Character.SURROGATE || (character & 0xfffe) == 0xfffe) {
                throw new InvalidInputException(String.format(
                        Locale.ROOT,
                        "Setting '%s' holds U+%04X, which is no character of a text; write what was meant by it, or leave it"
                                + " out.",
                        name,
                        character));
            }
        }
        return value;
    }

    private Boolean flag(Object value) {
        return switch (String.valueOf(value)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw refused(value, "true or false");
        };
    }

    private String choice(String value) {
        if (!choices.contains(value)) {
            throw refused(value, "one of " + String.join(", ", choices));
        }
        return value;
    }

    InvalidInputException refused(Object value, String expected) {
        return new InvalidInputException("Setting '" + name + "' must be " + expected + ", but is '" + value + "'.");
    }
}
