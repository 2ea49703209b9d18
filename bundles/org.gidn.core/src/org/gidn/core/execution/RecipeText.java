// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Recipe.Part;

/** Recipes as JSON. Numbers keep all bits, and with a point they stay numbers with a point. */
final class RecipeText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RecipeText() {}

    static String write(Recipe recipe) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("evaluator");
            write(json, recipe.evaluator());
            write(json, "jars", recipe.jars());
            write(json, "files", recipe.files());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", part.id());
        json.writeStringField("factory", part.factory());
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, Object> setting : part.settings().entrySet()) {
            json.writeFieldName(setting.getKey());
            if (setting.getValue() instanceof Part inner) {
                write(json, inner);
            } else if (setting.getValue() instanceof Number number) {
                json.writeNumber(number.toString());
            } else if (setting.getValue() instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else {
                json.writeString((String) setting.getValue());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<Content> contents) throws IOException {
        json.writeObjectFieldStart(name);
        for (Content content : contents) {
            json.writeStringField(content.path().toString(), content.sum());
        }
        json.writeEndObject();
    }

    static Recipe read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            Map<String, Object> root = object(parser);
            return new Recipe(part(root.get("evaluator")), contents(root.get("jars")), contents(root.get("files")));
        } catch (IOException | InvalidPathException e) {
            throw refused(e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            object.put(
                    name,
                    switch (token) {
                        case START_OBJECT -> object(parser);
                        case VALUE_NUMBER_INT -> parser.getLongValue();
                        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                        case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
                        case VALUE_STRING -> parser.getText();
                        default -> throw refused(null);
                    });
        }
        return object;
    }

    private static Part part(Object value) {
        Map<?, ?> map = map(value);
        Map<String, Object> settings = new LinkedHashMap<>();
        map(map.get("settings"))
                .forEach((name, setting) ->
                        settings.put((String) name, setting instanceof Map ? part(setting) : setting));
        return new Part(text(map.get("id")), text(map.get("factory")), settings);
    }

    private static List<Content> contents(Object value) {
        List<Content> contents = new ArrayList<>();
        map(value).forEach((path, sum) -> contents.add(new Content(Path.of((String) path), text(sum))));
        return contents;
    }

    private static Map<?, ?> map(Object value) {
        require(value instanceof Map);
        return (Map<?, ?>) value;
    }

    private static String text(Object value) {
        require(value instanceof String);
        return (String) value;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw refused(null);
        }
    }

    private static InvalidInputException refused(Exception cause) {
        return new InvalidInputException("This text is no recipe of an evaluator; have it written again.", cause);
    }
}
