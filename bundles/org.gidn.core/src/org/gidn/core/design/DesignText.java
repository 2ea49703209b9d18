// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * Designs as text: a binary design is a string of 0 and 1, row by row (1 = stiff); a continuous one is its numbers,
 * separated by blanks or commas.
 *
 * @since 1.0
 */
public final class DesignText {
    private DesignText() {}

    /**
     * Reads designs, one a line.
     *
     * @param lines text of each design; blanks around it do not count
     * @param space the space that the designs belong to; a fixed number of zeros is not required of them
     * @return the designs, packed if the space is binary
     * @throws InvalidInputException names the line, what is wrong and what was expected
     */
    public static DesignBatch parse(List<String> lines, DesignSpace space) {
        int variables = space.variables();
        if (space.kind() == DesignSpace.Kind.BINARY) {
            int words = DesignBatch.words(variables);
            long[] bits = new long[lines.size() * words];
            for (int i = 0; i < lines.size(); i++) {
                parseBinary(lines.get(i).strip(), i + 1, space, bits, i * words);
            }
            return DesignBatch.ofBits(variables, bits);
        }
        double[] values = new double[lines.size() * variables];
        for (int i = 0; i < lines.size(); i++) {
            parseContinuous(lines.get(i).strip(), i + 1, space, values, i * variables);
        }
        return DesignBatch.ofValues(variables, values);
    }

    private static void parseBinary(String text, int line, DesignSpace space, long[] bits, int offset) {
        if (text.length() != space.variables()) {
            throw new InvalidInputException("Design " + line + " has " + text.length() + " characters; a design of "
                    + space.rows() + " × " + space.columns() + " elements is written with " + space.variables()
                    + " characters of 0 or 1, row by row.");
        }
        for (int j = 0; j < text.length(); j++) {
            char c = text.charAt(j);
            if (c != '0' && c != '1') {
                throw new InvalidInputException("Design " + line + " has '" + c + "' at position " + (j + 1)
                        + "; only 0 (soft) and 1 (stiff) are allowed.");
            }
            bits[offset + (j >>> 6)] |= (long) (c - '0') << j;
        }
    }

    private static void parseContinuous(String text, int line, DesignSpace space, double[] values, int offset) {
        String[] parts = text.split("[\\s,;]+");
        if (parts.length != space.variables()) {
            throw new InvalidInputException("Design " + line + " has " + parts.length + " numbers; " + space.variables()
                    + " are needed, separated by blanks or commas.");
        }
        for (int j = 0; j < parts.length; j++) {
            try {
                values[offset + j] = Double.parseDouble(parts[j]);
            } catch (NumberFormatException e) {
                throw new InvalidInputException(
                        "Design " + line + " has '" + parts[j] + "' where number " + (j + 1) + " is expected.", e);
            }
        }
    }

    /** Writes one design in the form that {@link #parse} reads, exactly. */
    public static String format(DesignBatch designs, int design) {
        StringBuilder text = new StringBuilder(designs.variables());
        boolean binary = isBinary(designs, design);
        for (int j = 0; j < designs.variables(); j++) {
            double value = designs.value(design, j);
            if (binary) {
                text.append(value == 1 ? '1' : '0');
            } else {
                text.append(j == 0 ? "" : " ").append(value);
            }
        }
        return text.toString();
    }

    private static boolean isBinary(DesignBatch designs, int design) {
        boolean binary = true;
        for (int j = 0; j < designs.variables() && !designs.packed() && binary; j++) {
            binary = designs.value(design, j) == 0 || designs.value(design, j) == 1;
        }
        return binary;
    }
}
