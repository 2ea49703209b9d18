// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.core.InvalidInputException;

/**
 * JSON lines: an object a line, whose names are the columns. A cell is a text, a number, true, false or null; a list of
 * numbers and words becomes a text with blanks between them. Numbers may be {@code NaN}, as Python writes them.
 *
 * @since 1.0
 */
public final class JsonLines {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonLines() {}

    /**
     * Reads a text; empty lines are passed over. A cell is empty where it is null or its object has no such name.
     *
     * @param name what the text is called in messages
     * @throws InvalidInputException if a line is no such object; names it
     */
    public static Table parse(String text, String name) {
        List<String> lines = text.lines().toList();
        Map<Long, Map<String, String>> objects = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Map<String, String> object = object(lines.get(i), "Line " + (i + 1) + " of " + name);
                objects.put(i + 1L, object);
                columns.addAll(object.keySet());
            }
        }
        List<String> order = List.copyOf(columns);
        List<Table.Row> rows = new ArrayList<>();
        objects.forEach((line, object) -> rows.add(new Table.Row(
                line,
                order.stream().map(column -> object.getOrDefault(column, "")).toList())));
        return new Table(name, order, rows);
    }

    private static Map<String, String> object(String line, String place) {
        Map<String, String> object = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(place, null);
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String column = parser.currentName();
                parser.nextToken();
                object.put(Blanks.strip(column), Blanks.strip(cell(parser, place)));
            }
            if (parser.nextToken() != null) {
                throw refused(place, null);
            }
            return object;
        } catch (IOException e) {
            throw refused(place, e);
        }
    }

    private static String cell(JsonParser parser, String place) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<String> words = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (!parser.currentToken().isNumeric() && !isWord(parser)) {
                    throw refused(place, null);
                }
                words.add(parser.getText());
            }
            return String.join(" ", words);
        }
        if (!parser.currentToken().isScalarValue()) {
            throw refused(place, null);
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    /** Whether a text stays one where others stand beside it with blanks between them. */
    private static boolean isWord(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                && !parser.getText().isEmpty()
                && parser.getText().chars().noneMatch(c -> Blanks.is((char) c));
    }

    private static InvalidInputException refused(String place, IOException cause) {
        return new InvalidInputException(
                place + " is no JSON object of texts, numbers and lists of these, each named once.", cause);
    }
}
