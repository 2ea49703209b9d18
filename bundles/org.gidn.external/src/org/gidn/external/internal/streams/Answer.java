// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.core.text.Table;
import org.gidn.external.internal.process.Trouble;

/**
 * What a program answers to a batch.
 *
 * @param id that of the request
 * @param outputs a value a design for each output by name, NaN where there is none; null if there are none
 * @param failures why designs have no value, by their place in the batch
 * @param gradients for each block by name a derivative a variable for each design, null where there are none
 * @param shown what the program shows of a design, as {@link FieldsReading} takes it apart; empty if nothing
 * @param error why the whole batch has no values; null if it has
 */
public record Answer(
        long id,
        Map<String, double[]> outputs,
        Map<Integer, String> failures,
        Map<String, List<double[]>> gradients,
        Map<String, Object> shown,
        String error) {
    private static final Set<String> SHOWN = Set.of("fields", "mesh", "curves");

    private static final int MOST_CHARACTERS = 1 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MOST_CHARACTERS)
                    .build())
            .build();

    /** A line that is no answer has this in it where it was to be one. */
    private static final String ID = "\"id\"";

    /**
     * Reads an answer.
     *
     * @return null if the line is none, but a stray print
     * @throws Trouble if it is one in another form
     */
    public static Answer read(byte[] line) throws Trouble {
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            return read(json);
        } catch (IOException e) {
            String text = new String(line, 0, Math.min(line.length, 200), StandardCharsets.UTF_8);
            if (!text.contains(ID)) {
                return null;
            }
            throw nonsense("is no JSON: '" + Table.shown(text.strip()) + "'");
        }
    }

    private static Answer read(JsonParser json) throws IOException, Trouble {
        Set<String> names = new HashSet<>();
        String twice = null;
        String id = null;
        boolean number = false;
        Map<String, double[]> outputs = null;
        Map<Integer, String> failures = Map.of();
        Map<String, List<double[]>> gradients = Map.of();
        Map<String, Object> shown = new LinkedHashMap<>();
        String error = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            twice = names.add(name) ? twice : name;
            switch (name) {
                case "id" -> {
                    number = value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != NumberType.BIG_INTEGER;
                    id = value == JsonToken.VALUE_STRING ? '"' + json.getText() + '"' : json.getText();
                    json.skipChildren();
                }
                case "outputs" -> outputs = outputs(json);
                case "failures" -> failures = failures(json);
                case "gradients" -> gradients = value == JsonToken.VALUE_NULL ? Map.of() : gradients(json);
                case "error" -> error = text(json, "'error'");
                default -> {
                    if (SHOWN.contains(name)) {
                        shown.put(name, anything(json));
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }
        if (id == null) {
            return null;
        }
        require(!followed(json), "is followed by another one on its line; write one answer a line");
        require(twice == null, "has '" + Table.shown(String.valueOf(twice)) + "' twice; give it once");
        require(number, "has " + Table.shown(id) + " as id, where the number of the request is expected");
        return new Answer(Long.parseLong(id), outputs, failures, gradients, shown, error);
    }

    /** Whether another object stands behind; anything else there is a stray print. */
    private static boolean followed(JsonParser json) {
        try {
            return json.nextToken() == JsonToken.START_OBJECT;
        } catch (IOException e) {
            return false;
        }
    }

    /** A text; null if there is null in its place. */
    private static String text(JsonParser json, String what) throws IOException, Trouble {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        require(json.currentToken() == JsonToken.VALUE_STRING, "has no text as " + what);
        return json.getText();
    }

    /** Keeps what has a name, unless something has it already. */
    private static <K, T> void put(Map<K, T> named, K name, T value, String what) throws Trouble {
        require(!named.containsKey(name), "has " + what + " twice; give it once");
        named.put(name, value);
    }

    /** A value: numbers are doubles, objects maps in their order, lists lists. */
    private static Object anything(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    object.put(name, anything(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(anything(json));
                }
                yield list;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_NULL -> null;
            default -> json.getText();
        };
    }

    private static Map<String, double[]> outputs(JsonParser json) throws IOException, Trouble {
        Map<String, double[]> outputs = new HashMap<>();
        require(json.currentToken() == JsonToken.START_OBJECT, "has 'outputs' that are no object of lists");
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            String what = "output '" + Table.shown(name) + "'";
            put(outputs, name, numbers(json, what), what);
        }
        return outputs;
    }

    private static Map<Integer, String> failures(JsonParser json) throws IOException, Trouble {
        Map<Integer, String> failures = new HashMap<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return failures;
        }
        require(json.currentToken() == JsonToken.START_OBJECT, "has 'failures' that are no object of texts");
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            require(
                    name.matches("\\d{1,9}"),
                    "has a failure of the design '" + Table.shown(name)
                            + "', where its place in the batch, from 0, is expected");
            String what = "the failure of design " + name;
            put(failures, Integer.parseInt(name), text(json, what), what);
        }
        return failures;
    }

    private static Map<String, List<double[]>> gradients(JsonParser json) throws IOException, Trouble {
        Map<String, List<double[]>> gradients = new HashMap<>();
        require(json.currentToken() == JsonToken.START_OBJECT, "has 'gradients' that are no object of lists");
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String what = "gradients by '" + Table.shown(name) + "'";
            require(json.nextToken() == JsonToken.START_ARRAY, "has " + what + " that are no list of lists");
            List<double[]> designs = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                designs.add(json.currentToken() == JsonToken.VALUE_NULL ? null : numbers(json, what));
            }
            put(gradients, name, designs, what);
        }
        return gradients;
    }

    private static double[] numbers(JsonParser json, String what) throws IOException, Trouble {
        require(json.currentToken() == JsonToken.START_ARRAY, "has no list of numbers as " + what);
        double[] numbers = new double[16];
        int count = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            require(
                    token.isNumeric() || token == JsonToken.VALUE_NULL,
                    "has '" + Table.shown(json.getText()) + "' as " + what + ", where a number or null is expected");
            numbers[count++] = token == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
        }
        return Arrays.copyOf(numbers, count);
    }

    private static void require(boolean holds, String otherwise) throws Trouble {
        if (!holds) {
            throw nonsense(otherwise);
        }
    }

    /** The program's answer is none. */
    static Trouble nonsense(String what) {
        return new Trouble(Trouble.Kind.NONSENSE, "The program's answer " + what);
    }
}
