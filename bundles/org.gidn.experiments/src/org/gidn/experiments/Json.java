package org.gidn.experiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Maps, lists, texts, numbers, booleans and null as JSON.
 *
 * @since 1.0
 */
public final class Json {
    private Json() {}

    /** Writes a value on one line. */
    public static String write(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, -1);
        return text.toString();
    }

    /** Writes a value for reading, two spaces a level. */
    public static String writeIndented(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, Object value, int level) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{');
                String separator = "";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    newLine(text.append(separator), level + 1, level);
                    quote(text, String.valueOf(entry.getKey()));
                    append(text.append(level < 0 ? ":" : ": "), entry.getValue(), level < 0 ? -1 : level + 1);
                    separator = ",";
                }
                if (!map.isEmpty()) {
                    newLine(text, level, level);
                }
                text.append('}');
            }
            case Iterable<?> list -> {
                text.append('[');
                String separator = "";
                for (Object item : list) {
                    newLine(text.append(separator), level + 1, level);
                    append(text, item, level < 0 ? -1 : level + 1);
                    separator = ",";
                }
                if (!separator.isEmpty()) {
                    newLine(text, level, level);
                }
                text.append(']');
            }
            case null -> text.append("null");
            case Double number when !Double.isFinite(number) -> text.append("null");
            case Number number -> text.append(number);
            case Boolean flag -> text.append(flag);
            default -> quote(text, String.valueOf(value));
        }
    }

    private static void newLine(StringBuilder text, int level, int mode) {
        if (mode >= 0) {
            text.append('\n').append("  ".repeat(level));
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }

    /**
     * Reads an object. Whole numbers become {@code Long}, others {@code Double}.
     *
     * @throws InvalidInputException if the text is no JSON object
     */
    public static Map<String, Object> readObject(String text) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new JsonSchema()).build();
        try {
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
                return object(map);
            }
        } catch (YamlEngineException e) {
            throw new InvalidInputException(NLS.bind(Messages.jsonNone, e.getMessage()), e);
        }
        throw new InvalidInputException(NLS.bind(Messages.jsonNoObject, List.of(text)));
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), plain(value)));
        return object;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> list.stream().map(Json::plain).toList();
            case Integer number -> number.longValue();
            case null, default -> value;
        };
    }
}
