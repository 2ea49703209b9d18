// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes comma-separated values (RFC 4180). */
public final class Csv {
    private Csv() {}

    /** All rows, the header among them; empty lines are passed over. */
    public static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
                started = true;
            } else if (c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
                started = true;
            } else if (c == '\n') {
                if (started) {
                    row.add(cell.toString());
                    rows.add(row);
                    row = new ArrayList<>();
                    cell.setLength(0);
                }
                started = false;
            } else if (c != '\r') {
                cell.append(c);
                started = true;
            }
        }
        if (started) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    /** Appends one row, with quotes where they are needed. */
    public static void append(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The shortest text that gives the same number again; nothing for NaN. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
