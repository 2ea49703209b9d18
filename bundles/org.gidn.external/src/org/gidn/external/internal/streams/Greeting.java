// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gidn.core.design.Block;
import org.gidn.core.design.Level;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Table;
import org.gidn.external.internal.declared.Variable;
import org.gidn.external.internal.process.Trouble;

/**
 * What a program answers to the first line.
 *
 * @param batch how many designs it likes at a time
 * @param gradients whether it can give those of the first output
 * @param fields whether it can show what happens inside a design
 */
public record Greeting(int batch, boolean gradients, boolean fields) {
    /** The version of the protocol. */
    public static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The first line that a program is told, line end included. */
    public static byte[] line(int version, List<Variable> variables, List<Output> outputs) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("gidn", "evaluator");
            json.writeNumberField("version", version);
            json.writeArrayFieldStart("variables");
            for (Variable variable : variables) {
                write(json, variable);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("outputs");
            for (Output output : outputs) {
                json.writeStartObject();
                json.writeStringField("name", output.name());
                json.writeStringField("unit", output.unit());
                json.writeStringField(
                        "goal",
                        output.goal() == null ? null : output.goal().name().toLowerCase(Locale.ROOT));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void write(JsonGenerator json, Variable variable) throws IOException {
        Block block = variable.block();
        json.writeStartObject();
        json.writeStringField("name", block.name());
        json.writeStringField("kind", variable.kind());
        if (block.picture()) {
            json.writeNumberField("rows", block.rows());
            json.writeNumberField("columns", block.columns());
        } else {
            json.writeNumberField("count", block.variables());
        }
        if (block.levels().isEmpty()) {
            json.writeFieldName("from");
            Request.number(json, block, block.lower(0));
            json.writeFieldName("to");
            Request.number(json, block, block.upper(0));
            json.writeStringField("unit", block.unit());
        } else {
            json.writeArrayFieldStart("levels");
            for (Level level : block.levels()) {
                json.writeString(level.name());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /**
     * Reads the answer.
     *
     * @return null if the line is none, but a stray print
     * @throws Trouble if it is one of another version, or has something else in it than it should
     */
    public static Greeting read(byte[] line) throws Trouble {
        String version = null;
        String twice = null;
        Set<String> names = new HashSet<>();
        int batch = 1;
        boolean gradients = false;
        boolean fields = false;
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                twice = names.add(name) ? twice : name;
                switch (name) {
                    case "version" -> {
                        version = json.currentToken() == JsonToken.VALUE_STRING
                                ? '"' + json.getText() + '"'
                                : json.getText();
                        json.skipChildren();
                    }
                    case "batch" -> batch = whole(json);
                    case "gradients" -> gradients = truth(json, name);
                    case "fields" -> fields = truth(json, name);
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            return null;
        }
        if (version == null) {
            return null;
        }
        if (twice != null) {
            throw new Trouble(
                    Trouble.Kind.NONSENSE,
                    "The program's first answer has '" + Table.shown(twice) + "' twice; give it once");
        }
        if (!version.matches("\\d{1,9}")) {
            throw new Trouble(
                    Trouble.Kind.NONSENSE,
                    "The program's first answer has " + Table.shown(version) + " as version, where the number "
                            + VERSION + " is expected");
        }
        if (Integer.parseInt(version) != VERSION) {
            throw new Trouble(
                    Trouble.Kind.NONSENSE,
                    "The program speaks version " + version + " of the exchange, the product version " + VERSION
                            + "; take a release of both that speak the same, such as the package gidn that the product"
                            + " brings");
        }
        if (batch < 1) {
            throw new Trouble(
                    Trouble.Kind.NONSENSE,
                    "The program's first answer has a batch that is no number of designs; give a whole number from"
                            + " 1 to " + Integer.MAX_VALUE + ", or leave it out");
        }
        return new Greeting(batch, gradients, fields);
    }

    private static boolean truth(JsonParser json, String name) throws Trouble {
        JsonToken value = json.currentToken();
        if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE && value != JsonToken.VALUE_NULL) {
            throw new Trouble(
                    Trouble.Kind.NONSENSE,
                    "The program's first answer has something else than true or false as '" + name + "'");
        }
        return value == JsonToken.VALUE_TRUE;
    }

    /** A whole number from 0 on; −1 for anything else, such as one with too many digits. */
    private static int whole(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT
                ? json.getIntValue()
                : -1;
    }
}
