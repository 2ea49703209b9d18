// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.core.text.Decimal;

/** Numbers and the values of settings. */
final class NumberReading implements Reading {
    private static final List<Parameter> PARAMETERS = Arrays.stream(Parameter.Type.values())
            .filter(type -> type != Parameter.Type.EXTENSION)
            .map(type -> new Parameter("it", type, null, Range.ALL, "mm", List.of("error", "none"), null, "A value."))
            .toList();

    @Override
    public List<byte[]> seeds() {
        return Texts.seeds("1", "-0.5e-3", "1/3", "1_000", "+7.", ".5", "true", "error", "NaN", "1e400", "0x1p3", " 1");
    }

    @Override
    public void read(byte[] input) {
        String text = Texts.of(input);
        double number = Decimal.parse(text);
        if (!Double.isNaN(number)) {
            Promise.kept(text.matches("[-+.0-9eE]+"), "taken for a number: " + text);
            Promise.equal(new BigDecimal(text).doubleValue() + 0.0, number + 0.0);
        }
        InvalidInputException refusal = null;
        for (Parameter parameter : PARAMETERS) {
            try {
                Object value = parameter.convert(text);
                Promise.equal(value, parameter.convert(String.valueOf(value)));
            } catch (InvalidInputException e) {
                Promise.sentence(e.getMessage());
                refusal = e;
            }
        }
        if (refusal != null && Double.isNaN(number)) {
            throw refusal;
        }
    }
}
