// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.function.Function;
import org.gidn.core.settings.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that can't be understood. */
final class WrongUsage {
    private WrongUsage() {}

    /** Has the numbers of all commands refused in the words of the product. */
    static void install(CommandLine line) {
        line.registerConverter(Integer.class, number(Integer::valueOf, "whole number from 0 to " + Integer.MAX_VALUE));
        line.registerConverter(Long.class, number(Long::valueOf, "whole number of at most 18 digits"));
        line.registerConverter(Double.class, number(Double::valueOf, "number"));
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
                : failure.getMessage().replaceAll("\\s+", " ").strip();
        return wrong + (wrong.matches(".*[.?]") ? "" : ".") + " See '" + command.qualifiedName() + " --help'.";
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
