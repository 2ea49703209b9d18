// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.external.internal.declared.Variable;

/** The line that asks a program for a batch of designs. */
final class Request {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Request() {}

    /**
     * The line, its end included.
     *
     * @param relaxed whether cells are told as numbers, since they may be between two levels
     */
    static byte[] line(
            long id, List<Variable> variables, DesignBatch designs, int from, int to, Wanted wanted, boolean relaxed) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64 + (to - from) * (designs.variables() + 3));
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("id", id);
            json.writeObjectFieldStart("evaluate");
            int first = 0;
            for (Variable variable : variables) {
                json.writeArrayFieldStart(variable.block().name());
                char[] digits = new char[variable.block().variables()];
                for (int design = from; design < to; design++) {
                    if (variable.digits() && !relaxed) {
                        for (int j = 0; j < digits.length; j++) {
                            digits[j] = Character.forDigit((int) designs.value(design, first + j), Block.MOST_LEVELS);
                        }
                        json.writeString(digits, 0, digits.length);
                    } else {
                        entry(json, variable, designs, design, first);
                    }
                }
                json.writeEndArray();
                first += variable.block().variables();
            }
            json.writeEndObject();
            json.writeBooleanField("gradients", wanted == Wanted.GRADIENTS);
            if (wanted == Wanted.FIELDS) {
                json.writeBooleanField("fields", true);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void entry(JsonGenerator json, Variable variable, DesignBatch designs, int design, int first)
            throws IOException {
        Block block = variable.block();
        json.writeStartArray();
        for (int j = 0; j < block.variables(); j++) {
            double value = designs.value(design, first + j);
            if (variable.labelled()) {
                json.writeString(block.levels().get((int) value).name());
            } else {
                number(json, block, value);
            }
        }
        json.writeEndArray();
    }

    /** Writes a variable's value, whole numbers without a point. */
    static void number(JsonGenerator json, Block block, double value) throws IOException {
        if (block.kind() == Block.Kind.INTEGER && value == Math.rint(value)) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
