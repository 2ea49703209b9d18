// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Decimal;
import org.gidn.external.internal.declared.Variable;

/** What stands between the brackets of a placeholder: variables, what loops are at, numbers, and + − * / of them. */
@FunctionalInterface
interface Expression {
    /** What it stands for. */
    Value value(Scope scope);

    /**
     * Reads an expression.
     *
     * @param names what it may speak of
     * @throws InvalidInputException if it is none; the message goes on after the place
     */
    static Expression parse(String text, Names names) {
        Parser parser = new Parser(text, names);
        Expression expression = parser.sum();
        parser.skip();
        if (parser.at < text.length()) {
            throw new InvalidInputException(
                    "'" + text + "' cannot be read from '" + text.substring(parser.at) + "' on");
        }
        return expression;
    }

    /**
     * What expressions may speak of.
     *
     * @param variables the blocks
     * @param loops the block of each loop that is open, by the loop's name
     */
    record Names(List<Variable> variables, Map<String, Integer> loops) {
        /** The first variable of a block. */
        int first(int block) {
            return variables.subList(0, block).stream()
                    .mapToInt(variable -> variable.block().variables())
                    .sum();
        }

        /** The number of the block of that name; −1 if there is none. */
        int block(String name) {
            for (int b = 0; b < variables.size(); b++) {
                if (variables.get(b).block().name().equals(name)) {
                    return b;
                }
            }
            return -1;
        }

        boolean known(String name) {
            return loops.containsKey(name) || block(name) >= 0;
        }

        InvalidInputException unknown(String name) {
            TreeSet<String> known = new TreeSet<>(loops.keySet());
            variables.forEach(variable -> known.add(variable.block().name()));
            String sentence = NearestName.unknown("variable", name, known);
            return new InvalidInputException(Character.toLowerCase(sentence.charAt(0))
                    + sentence.substring(1).replaceFirst("[.?]$", "")
                    + "; write $${ where the file itself is to have ${");
        }
    }

    /** Reads by recursive descent. */
    final class Parser {
        private static final Pattern NUMBER = Pattern.compile("[0-9.]+(?:[eE][-+]?[0-9]+)?");
        private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

        private final String text;
        private final Names names;
        private int at;

        Parser(String text, Names names) {
            this.text = text;
            this.names = names;
        }

        void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean take(char wanted) {
            skip();
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private void need(char wanted) {
            if (!take(wanted)) {
                throw new InvalidInputException("'" + text + "' lacks a '" + wanted + "'");
            }
        }

        Expression sum() {
            Expression left = product();
            while (true) {
                Expression before = left;
                if (take('+')) {
                    Expression right = product();
                    left = scope -> combined(before.value(scope), '+', right.value(scope));
                } else if (take('-')) {
                    Expression right = product();
                    left = scope -> combined(before.value(scope), '-', right.value(scope));
                } else {
                    return left;
                }
            }
        }

        private Expression product() {
            Expression left = factor();
            while (true) {
                Expression before = left;
                if (take('*')) {
                    Expression right = factor();
                    left = scope -> combined(before.value(scope), '*', right.value(scope));
                } else if (take('/')) {
                    Expression right = factor();
                    left = scope -> combined(before.value(scope), '/', right.value(scope));
                } else {
                    return left;
                }
            }
        }

        private Value combined(Value left, char sign, Value right) {
            double a = number(left);
            double b = number(right);
            boolean whole = left.whole() && right.whole();
            return switch (sign) {
                case '+' -> Value.of(a + b, whole);
                case '-' -> Value.of(a - b, whole);
                case '*' -> Value.of(a * b, whole);
                default -> Value.of(a / b, false);
            };
        }

        private double number(Value value) {
            if (value.text() != null) {
                throw new InvalidInputException(
                        "'" + text + "' calculates with '" + value.text() + "', which is a text; take its .level, say");
            }
            return value.number();
        }

        private Expression factor() {
            if (take('-')) {
                Expression inner = factor();
                return scope -> {
                    Value value = inner.value(scope);
                    return Value.of(-number(value), value.whole());
                };
            }
            if (take('(')) {
                Expression inner = sum();
                need(')');
                return inner;
            }
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            if (number.lookingAt()) {
                at = number.end();
                double value = Decimal.parse(number.group());
                if (Double.isNaN(value)) {
                    throw new InvalidInputException("'" + number.group() + "' is no number");
                }
                Value constant = Value.of(value, number.group().matches("\\d+"));
                return scope -> constant;
            }
            Matcher name = NAME.matcher(text).region(at, text.length());
            if (!name.lookingAt()) {
                throw new InvalidInputException(
                        text.isBlank() ? "${} is empty" : "'" + text + "' ends where a number or a name is expected");
            }
            String word = name.group();
            // A name may have a hyphen in it, which may be a minus as well.
            while (!names.known(word) && word.contains("-")) {
                word = word.substring(0, word.lastIndexOf('-'));
            }
            at += word.length();
            return reference(word);
        }

        private Expression reference(String name) {
            Integer loop = names.loops().get(name);
            int number = loop == null ? names.block(name) : loop;
            if (number < 0) {
                throw names.unknown(name);
            }
            Variable variable = names.variables().get(number);
            Cell cell = loop == null
                    ? cell(variable.block())
                    : scope -> scope.cells().get(name);
            String part = take('.') ? part() : "value";
            int first = names.first(number);
            if (cell == null) {
                return whole(variable, first, part);
            }
            return scope -> Parts.of(variable.block(), cell.number(scope), scope.design(), first, part);
        }

        private String part() {
            Matcher name = NAME.matcher(text).region(at, text.length());
            String found = name.lookingAt() ? name.group() : "";
            while (!Parts.NAMES.contains(found) && found.contains("-")) {
                found = found.substring(0, found.lastIndexOf('-'));
            }
            if (!Parts.NAMES.contains(found)) {
                throw new InvalidInputException("'" + text + "': "
                        + NearestName.unknown("part of a cell", found, Parts.NAMES)
                                .replaceFirst("\\.$", ""));
            }
            at += found.length();
            return found;
        }

        private Expression whole(Variable variable, int first, String part) {
            Block block = variable.block();
            if (block.variables() == 1) {
                return scope -> Parts.of(block, 0, scope.design(), first, part);
            }
            return scope -> Value.of(Parts.all(block, scope.design(), first, part, ""));
        }

        /** Which cell of a block brackets name; null without brackets. */
        private Cell cell(Block block) {
            if (!take('[')) {
                return null;
            }
            Expression row = sum();
            Expression column = take(',') ? sum() : null;
            need(']');
            return scope -> {
                int a = index(row.value(scope), column == null ? block.variables() : block.rows(), block);
                return column == null ? a : a * block.columns() + index(column.value(scope), block.columns(), block);
            };
        }

        private int index(Value value, int most, Block block) {
            double index = number(value);
            if (index != Math.rint(index) || index < 1 || index > most) {
                throw new InvalidInputException("'" + text + "' asks for number " + value + " of " + most + " of '"
                        + block.name() + "', which is " + block + "; they are counted from 1");
            }
            return (int) index - 1;
        }

        /** Which variable of its block is meant. */
        @FunctionalInterface
        private interface Cell {
            int number(Scope scope);
        }
    }
}
