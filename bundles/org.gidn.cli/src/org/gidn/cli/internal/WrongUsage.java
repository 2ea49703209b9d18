// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gidn.core.settings.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that can't be understood. */
final class WrongUsage {
    /** How the library refuses a word for an option that takes one of some. */
    private static final Pattern WORD = Pattern.compile(
            "Invalid value for option '(?<option>[^']+)'.*: expected one of \\[(?<known>.*)] \\(case-sensitive\\) but was '(?<word>.*)'");

    private WrongUsage() {}

    /** Has the numbers of all commands refused in the words of the product. */
    static void install(CommandLine line) {
        String whole = "whole number from 0 to " + Integer.MAX_VALUE;
        for (Class<Integer> type : List.of(Integer.class, int.class)) {
            line.registerConverter(type, number(Integer::valueOf, whole));
        }
        for (Class<Long> type : List.of(Long.class, long.class)) {
            line.registerConverter(type, number(Long::valueOf, "whole number of at most 18 digits"));
        }
        for (Class<Double> type : List.of(Double.class, double.class)) {
            line.registerConverter(type, number(Double::valueOf, "number"));
        }
    }

    private static <T extends Number> ITypeConverter<T> number(Function<String, T> parser, String kind) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is no " + kind);
            }
        };
    }

    /** One sentence on what is wrong, and one on where to read what would be right. */
    static String sentence(ParameterException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        String wrong = failure instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched, command)
                : worded(failure.getMessage().replaceAll("\\s+", " ").strip());
        return wrong + (wrong.matches(".*[.?]") ? "" : ".") + " See '" + command.qualifiedName() + " --help'.";
    }

    private static String worded(String message) {
        Matcher word = WORD.matcher(message);
        return word.matches()
                ? NearestName.unknown(
                        "value of " + word.group("option"),
                        word.group("word"),
                        Stream.of(word.group("known").toLowerCase(Locale.ROOT).split(", "))
                                .distinct()
                                .toList())
                : message;
    }

    private static String unknown(UnmatchedArgumentException failure, CommandSpec command) {
        String argument = failure.getUnmatched().get(0);
        if (failure.isUnknownOption()) {
            return NearestName.unknown(
                    "option",
                    argument.replaceFirst("=.*", ""),
                    command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "Unexpected argument '" + argument + "'"
                : NearestName.unknown("command", argument, command.subcommands().keySet());
    }
}
