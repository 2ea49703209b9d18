// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.Trouble;

/**
 * How a value is taken from a text. There are four ways: the first group of a regular expression where it first matches; a column of
 * a table, by default in its last row; a path of JSON; and the first number behind some words, on their line or the next one that is
 * not empty.
 */
public interface Extraction {
    /** What numbers a column; more digits are a name. */
    String PLACE = "\\d{1,9}";

    /**
     * What stands where a number may: one that is no part of a name, together with what makes another number of it, such as a
     * decimal comma, a minus that is none of ASCII, or an exponent without its letter; or the asterisks that Fortran writes where a
     * number does not fit.
     */
    Pattern NUMBER = Pattern.compile("(?<![\\w.])(?:[-+\u2212\u2013]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdD][-+]?\\d+)?"
            + "(?:[-+,.'_\u00a0\u2009\u202f]\\d[-+,.'\\w]*)?|[-+]?(?i:nan|inf(?:inity)?)\\b|\\*{3,})");
    /** Numbers with decimal commas and blanks between them, or with commas between them and two of them in all cells but the outer. */
    Pattern COMMAS = Pattern.compile("\\s*[-+\\d]+(?:,[\\d.]+\\s+[-+\\d.]+)+,[\\d.]+\\s*");

    /**
     * The value.
     *
     * @param deadline until when to look for it
     * @throws Trouble if there is none; says what there is, to go on after the name of the file
     */
    double from(String text, Deadline deadline) throws Trouble;

    /**
     * Reads how a value is to be taken.
     *
     * @param way {@code regex}, {@code column}, {@code json} or {@code line}
     * @throws InvalidInputException if that cannot be; the message goes on after the place
     */
    static Extraction parse(String way, String argument) {
        return switch (way) {
            case "regex" -> regex(argument);
            case "column" -> column(argument);
            case "json" -> new JsonPath(argument);
            default -> line(argument);
        };
    }

    private static Extraction regex(String argument) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(argument, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new InvalidInputException(
                    "has the regular expression '" + argument + "', which is none: " + e.getDescription()
                            + " near position " + (e.getIndex() + 1),
                    e);
        }
        int group = Math.min(1, pattern.matcher("").groupCount());
        return (text, deadline) -> {
            Matcher matcher = pattern.matcher(new Interruptible(text, deadline));
            try {
                if (!matcher.find()) {
                    throw none("has nothing that matches '" + argument + "'");
                }
            } catch (Interruptible.TooSlow e) {
                throw none("took too long to be searched for '" + argument + "'; make that expression simpler");
            } catch (StackOverflowError e) {
                throw none("is too large to be searched for '" + argument + "'; make that expression simpler");
            }
            return number(matcher.group(group));
        };
    }

    private static Extraction column(String argument) {
        Matcher parts = Pattern.compile("(?<column>.+?)(?:\\s+row\\s+(?<row>\\d{1,9}|last))?")
                .matcher(argument);
        if (!parts.matches()) {
            throw new InvalidInputException("names no column; write its name or number");
        }
        String column = parts.group("column").replaceFirst("^\"(.*)\"$", "$1");
        String row = parts.group("row");
        int wanted = row == null || row.equals("last") ? -1 : Integer.parseInt(row);
        if (column.matches("0{1,9}")) {
            throw new InvalidInputException("asks for column 0; columns are counted from 1");
        }
        if (wanted == 0) {
            throw new InvalidInputException("asks for row 0; rows are counted from 1 below the header");
        }
        return (text, deadline) -> {
            List<String> cells = cells(text, column);
            int place = wanted < 0 ? cells.size() : wanted;
            if (place > cells.size()) {
                throw none("has " + cells.size() + " rows, but row " + place + " is to be taken");
            }
            return number(cells.get(place - 1));
        };
    }

    /** The cells of a column, of a table with commas or one with blanks. */
    private static List<String> cells(String text, String column) throws Trouble {
        String first = text.lines().findFirst().orElse("");
        if (first.contains(",")) {
            try {
                Table table = Csv.parse(text, "its table");
                requireOneSeparator(table.columns());
                for (Table.Row row : table.rows()) {
                    requireOneSeparator(row.cells());
                }
                return column.matches(PLACE) && !table.has(column)
                        ? table.rows().stream()
                                .map(row -> cell(row.cells(), column))
                                .toList()
                        : table.texts(column);
            } catch (InvalidInputException e) {
                throw none("cannot be read: " + e.getMessage().replaceFirst("\\.$", ""));
            }
        }
        List<String> names = List.of(first.strip().split("\\s+"));
        boolean header = !column.matches(PLACE) || Double.isNaN(Decimal.parse(exponent(names.get(0))));
        int place = column.matches(PLACE) ? Integer.parseInt(column) - 1 : names.indexOf(column);
        if (place < 0) {
            throw none("has no column '" + column + "'; its first line is '" + Table.shown(first) + "'");
        }
        List<String> cells = new ArrayList<>();
        Iterator<String> lines = text.lines()
                .skip(header ? 1 : 0)
                .filter(line -> !line.isBlank())
                .iterator();
        lines.forEachRemaining(
                line -> cells.add(cell(List.of(line.strip().split("\\s+")), Integer.toString(place + 1))));
        if (cells.isEmpty()) {
            throw none("has no row below its first line");
        }
        return cells;
    }

    /** Where numbers have blanks between them, commas may be those of decimals. */
    private static void requireOneSeparator(List<String> cells) throws Trouble {
        String line = String.join(",", cells);
        if (COMMAS.matcher(line).matches()) {
            throw none("has commas as well as blanks between its numbers, '" + Table.shown(line)
                    + "'; write one of them, and points for decimals");
        }
    }

    private static String cell(List<String> cells, String column) {
        int place = Integer.parseInt(column);
        return place <= cells.size() ? cells.get(place - 1) : "";
    }

    private static Extraction line(String words) {
        return (text, deadline) -> {
            int place = text.indexOf(words);
            if (place < 0) {
                throw none("has no line with '" + words + "'");
            }
            // With the last character of the words, since what follows it at once may be the rest of a name.
            Iterator<String> lines =
                    text.substring(place + words.length() - 1).lines().iterator();
            int from = 1;
            for (int seen = 0; lines.hasNext() && seen < 2; from = 0) {
                String line = lines.next();
                Matcher found = NUMBER.matcher(line).region(from, line.length()).useTransparentBounds(true);
                if (found.find()) {
                    return number(found.group());
                }
                seen += line.isBlank() ? 0 : 1;
            }
            throw none("has no number behind '" + words + "'");
        };
    }

    /** The number that a text says, also with Fortran's exponents. */
    static double number(String text) throws Trouble {
        double number = Decimal.parse(exponent(text == null ? "" : text.strip()));
        if (Double.isNaN(number)) {
            throw none("has '" + Table.shown(text == null ? "" : text.strip()) + "', where a number is expected");
        }
        return number;
    }

    private static String exponent(String text) {
        return text.matches("[-+.0-9]+[dD][-+0-9]+")
                ? text.toLowerCase(Locale.ROOT).replace('d', 'e')
                : text;
    }

    /** A value is not there. */
    static Trouble none(String what) {
        return new Trouble(Trouble.Kind.NONSENSE, what);
    }

    /** A path such as {@code max.stress[2]}, with places counted from 0 and perhaps a {@code $} before it. */
    final class JsonPath implements Extraction {
        private static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        private static final Pattern STEP = Pattern.compile("\\.?(?:\\[(\\d{1,9})]|\\[[\"'](.+?)[\"']]|([^.\\[\\]]+))");

        private final String path;
        /** Names, and numbers of places. */
        private final List<Object> steps = new ArrayList<>();

        JsonPath(String path) {
            this.path = path;
            Matcher step = STEP.matcher(path.replaceFirst("^\\$", ""));
            int at = 0;
            while (step.find() && step.start() == at) {
                at = step.end();
                steps.add(
                        step.group(1) != null
                                ? (Object) Integer.valueOf(step.group(1))
                                : step.group(2) != null ? step.group(2) : step.group(3));
            }
            if (steps.isEmpty() || at < path.replaceFirst("^\\$", "").length()) {
                throw new InvalidInputException(
                        "has the path '" + path
                                + "', which is none; write names with points between them and places in brackets, e.g. max.stress[2]");
            }
        }

        @Override
        public double from(String text, Deadline deadline) throws Trouble {
            try (JsonParser json = FACTORY.createParser(text)) {
                json.nextToken();
                for (Object step : steps) {
                    if (!(step instanceof Integer place ? toPlace(json, place) : toName(json, (String) step))) {
                        throw none("has nothing at '" + path + "'");
                    }
                }
                if (json.currentToken() == null || !json.currentToken().isScalarValue()) {
                    throw none("has no single value at '" + path + "'");
                }
                return number(json.getText());
            } catch (IOException e) {
                throw none("is no JSON: " + e.getMessage().lines().findFirst().orElse(""));
            }
        }

        private static boolean toName(JsonParser json, String wanted) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals(wanted)) {
                    return true;
                }
                json.skipChildren();
            }
            return false;
        }

        private static boolean toPlace(JsonParser json, int wanted) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                return false;
            }
            for (int place = 0; json.nextToken() != JsonToken.END_ARRAY; place++) {
                if (place == wanted) {
                    return true;
                }
                json.skipChildren();
            }
            return false;
        }
    }
}
