// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small file of lines {@code name=value}, which a shell script can write too. It ends with a line {@code end=1}: it is whole. */
public final class Fields {
    private static final String END = "end";

    private final Map<String, String> values = new LinkedHashMap<>();

    public Fields set(String name, Object value) {
        values.put(name, String.valueOf(value).replaceAll("\\s+", " ").strip());
        return this;
    }

    /** The value of a name; empty if there is none. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value of a name as a whole number; 0 if there is none. */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The fields as a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.append(END).append("=1\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads fields; null if they are not whole. */
    public static Fields of(byte[] bytes) {
        Fields fields = new Fields();
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return fields.values.remove(END) == null ? null : fields;
    }
}
