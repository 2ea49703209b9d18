// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.PrintableEscapes;

/**
 * Maps, lists, texts, numbers, booleans and null as JSON that is YAML as well. Whatever is written reads back equal, texts
 * of any characters and numbers to their last bit among it; only numbers that are not finite become null, since JSON has none.
 *
 * @since 1.0
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new PrintableEscapes())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private Json() {}

    /**
     * Writes a value on one line.
     *
     * @throws InvalidInputException if it has more than 1000 levels
     */
    public static String write(Object value) {
        return write(value, null);
    }

    /**
     * Writes a value for reading, two spaces a level.
     *
     * @throws InvalidInputException if it has more than 1000 levels
     */
    public static String writeIndented(Object value) {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(INDENTER);
        printer.indentArraysWith(INDENTER);
        return write(value, printer);
    }

    private static String write(Object value, DefaultPrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            write(generator, value);
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.jsonNotWritten, e.getMessage()), e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName(String.valueOf(entry.getKey()));
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Iterable<?> list -> {
                generator.writeStartArray();
                for (Object item : list) {
                    write(generator, item);
                }
                generator.writeEndArray();
            }
            case null -> generator.writeNull();
            case Double number when !Double.isFinite(number) -> generator.writeNull();
            case Number number -> generator.writeNumber(number.toString());
            case Boolean flag -> generator.writeBoolean(flag);
            default -> generator.writeString(String.valueOf(value));
        }
    }

    /**
     * Reads an object. Whole numbers become {@code Long}, or {@code BigInteger} where they are too large for it, others
     * {@code Double}.
     *
     * @throws InvalidInputException if the text is no JSON object, has a name twice, a number beyond those of a {@code Double}
     *     or more than 1000 levels
     */
    public static Map<String, Object> readObject(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidInputException(Messages.jsonNoObject);
            }
            Map<String, Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw new InvalidInputException(Messages.jsonNoObject);
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    NLS.bind(
                            Messages.jsonNone,
                            e.getOriginalMessage(),
                            e.getLocation().getCharOffset() + 1),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return Collections.unmodifiableList(list);
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NUMBER_INT ->
                parser.getNumberValue() instanceof BigInteger large ? large : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> finite(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Double finite(JsonParser parser) throws IOException {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new InvalidInputException(NLS.bind(Messages.jsonNumberTooLarge, parser.getText()));
        }
        return number;
    }
}
