// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllegalFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.settings.NearestName;
import org.gidn.external.internal.declared.Variable;

/**
 * A text with places that are filled in for a design: <code>${x[3]}</code>, <code>${x[3] * 25.4 : %10.3f}</code>, and loops
 * <code>${for cell in plate where stiff}…${end}</code>. A line that has nothing but the beginning or the end of a loop leaves no line.
 * Immutable.
 */
public final class Template {
    private static final String OPEN = "${";
    private static final Pattern LOOP = Pattern.compile(
            "for\\s+(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)\\s+in\\s+(?<block>\\S+?)(?:\\s+where\\s+(?<level>\\S+))?");
    private static final Pattern FORMAT = Pattern.compile("%[-+ 0]*\\d{0,3}(?:\\.\\d{1,2})?[dfeEs]");

    private final List<Part> parts;

    /** A piece of the text. */
    @FunctionalInterface
    private interface Part {
        void write(StringBuilder text, Scope scope);
    }

    /** A loop that is open while the text is read. */
    private record Open(int line, String loop, int block, int level, List<Part> parts) {}

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** Whether a text has any place to be filled in. */
    static boolean is(String text) {
        return text.contains(OPEN);
    }

    /**
     * Reads a text.
     *
     * @param name what it is called in messages
     * @throws InvalidInputException if a place cannot be read, or speaks of what there is not; names the line
     */
    public static Template parse(String text, String name, List<Variable> variables) {
        Template template = new Template(new Reader(text, name, variables).read());
        double[] least = new double
                [variables.stream()
                        .mapToInt(variable -> variable.block().variables())
                        .sum()];
        int j = 0;
        for (Variable variable : variables) {
            for (int k = 0; k < variable.block().variables(); k++) {
                least[j++] = variable.block().lower(k);
            }
        }
        template.write(new Scope(least, new HashMap<>(), true));
        return template;
    }

    /**
     * The text for a design.
     *
     * @throws InvalidInputException if something in it cannot be said of the design; names the line
     */
    public String fill(double[] design) {
        return write(new Scope(design, new HashMap<>(), false));
    }

    private String write(Scope scope) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> part.write(text, scope));
        return text.toString();
    }

    /** A value as its format writes it. */
    static String formatted(Value value, String format) {
        if (format.isEmpty()) {
            return value.toString();
        }
        try {
            Object argument = value.text() != null
                    ? value.text()
                    : format.endsWith("d") && value.whole() ? (Object) (long) value.number() : value.number();
            return String.format(Locale.ROOT, format, format.endsWith("s") ? value.toString() : argument);
        } catch (IllegalFormatException e) {
            throw new InvalidInputException(
                    "format '" + format + "' cannot write " + value + "; whole numbers take %d, others %f"
                            + " or %e, and texts %s",
                    e);
        }
    }

    /** Reads the text once. */
    private static final class Reader {
        private final String text;
        private final String name;
        private final List<Variable> variables;
        private final List<Open> open = new ArrayList<>();
        private final Map<String, Integer> loops = new LinkedHashMap<>();
        private int at;

        Reader(String text, String name, List<Variable> variables) {
            this.text = text;
            this.name = name;
            this.variables = variables;
            open.add(new Open(0, "", -1, -1, new ArrayList<>()));
        }

        List<Part> read() {
            for (int begin = text.indexOf(OPEN); begin >= 0; begin = text.indexOf(OPEN, at)) {
                if (begin > at && text.charAt(begin - 1) == '$') {
                    literal(text.substring(at, begin - 1) + OPEN);
                    at = begin + OPEN.length();
                    continue;
                }
                int end = text.indexOf('}', begin);
                int lineEnd = text.indexOf('\n', begin);
                if (end < 0 || lineEnd >= 0 && lineEnd < end) {
                    throw refused(
                            begin, "has ${ without } on the same line; write $${ where the file itself is to have ${");
                }
                place(begin, end, text.substring(begin + OPEN.length(), end).strip());
            }
            literal(text.substring(at));
            if (open.size() > 1) {
                Open last = open.get(open.size() - 1);
                throw new InvalidInputException("Line " + last.line() + " of " + name
                        + " begins a loop that is not ended; put ${end} behind it.");
            }
            return open.get(0).parts();
        }

        private void place(int begin, int end, String content) {
            boolean loop = content.equals("end") || content.startsWith("for ");
            int from = begin;
            int to = end + 1;
            if (loop) {
                int lineBegin = text.lastIndexOf('\n', begin) + 1;
                int lineEnd = text.indexOf('\n', end);
                lineEnd = lineEnd < 0 ? text.length() - 1 : lineEnd;
                if (lineBegin >= at
                        && text.substring(lineBegin, begin).isBlank()
                        && text.substring(to, lineEnd + 1).isBlank()) {
                    from = lineBegin;
                    to = lineEnd + 1;
                }
            }
            literal(text.substring(at, from));
            at = to;
            try {
                if (content.equals("end")) {
                    end(begin);
                } else if (loop) {
                    begin(begin, content);
                } else {
                    expression(begin, content);
                }
            } catch (InvalidInputException e) {
                throw e.getMessage().startsWith("Line ")
                        ? e
                        : refused(begin, "has a place that cannot be filled in: " + e.getMessage());
            }
        }

        private void literal(String literal) {
            if (!literal.isEmpty()) {
                innermost().parts().add((target, scope) -> target.append(literal));
            }
        }

        private Open innermost() {
            return open.get(open.size() - 1);
        }

        private void expression(int begin, String content) {
            int colon = content.lastIndexOf(':');
            String format = colon < 0 ? "" : content.substring(colon + 1).strip();
            if (colon >= 0 && !FORMAT.matcher(format).matches()) {
                throw new InvalidInputException(
                        "'" + format + "' is no format; write one such as %8.3f, %12.5e, %4d or %-8s");
            }
            String formula = (colon < 0 ? content : content.substring(0, colon)).strip();
            Expression.Names names = new Expression.Names(variables, Map.copyOf(loops));
            Expression expression = Expression.parse(formula, names);
            int line = line(begin);
            int whole = names.block(formula);
            int first = whole < 0 ? 0 : names.first(whole);
            innermost().parts().add((target, scope) -> {
                try {
                    if (whole >= 0 && variables.get(whole).block().variables() > 1) {
                        target.append(Parts.all(variables.get(whole).block(), scope.design(), first, "value", format));
                        return;
                    }
                    Value value = expression.value(scope);
                    if (value.text() == null && !Double.isFinite(value.number()) && !scope.trial()) {
                        throw new InvalidInputException("'" + formula + "' is " + value.number());
                    }
                    target.append(formatted(value, format));
                } catch (InvalidInputException e) {
                    throw new InvalidInputException(
                            "Line " + line + " of " + name + " has a place that cannot be filled in: " + e.getMessage()
                                    + ".",
                            e);
                }
            });
        }

        private void begin(int begin, String content) {
            Matcher loop = LOOP.matcher(content);
            if (!loop.matches()) {
                throw new InvalidInputException("'" + content
                        + "' is no loop; write e.g. 'for cell in plate' or 'for cell in" + " plate where stiff'");
            }
            Expression.Names names = new Expression.Names(variables, loops);
            int block = names.block(loop.group("block"));
            if (block < 0) {
                throw names.unknown(loop.group("block"));
            }
            if (names.known(loop.group("name"))) {
                throw new InvalidInputException("'" + loop.group("name")
                        + "' is the name of a variable or a loop around this one; call the loop's cell by another");
            }
            int level = -1;
            if (loop.group("level") != null) {
                List<String> levels = variables.get(block).block().levels().stream()
                        .map(each -> each.name())
                        .toList();
                level = levels.indexOf(loop.group("level"));
                if (level < 0) {
                    throw new InvalidInputException(NearestName.unknown("level", loop.group("level"), levels)
                            .replaceFirst("\\.$", ""));
                }
            }
            open.add(new Open(line(begin), loop.group("name"), block, level, new ArrayList<>()));
            loops.put(loop.group("name"), block);
        }

        private void end(int begin) {
            if (open.size() == 1) {
                throw refused(begin, "has ${end} without a loop before it");
            }
            Open ended = open.remove(open.size() - 1);
            loops.remove(ended.loop());
            Block block = variables.get(ended.block()).block();
            int first = new Expression.Names(variables, loops).first(ended.block());
            innermost().parts().add((target, scope) -> {
                for (int cell = 0; cell < block.variables(); cell++) {
                    if (ended.level() < 0 || scope.trial() || scope.design()[first + cell] == ended.level()) {
                        scope.cells().put(ended.loop(), cell);
                        ended.parts().forEach(part -> part.write(target, scope));
                    }
                }
            });
        }

        private int line(int place) {
            return (int) text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
        }

        private InvalidInputException refused(int place, String what) {
            return new InvalidInputException("Line " + line(place) + " of " + name + " " + what + ".");
        }
    }
}
