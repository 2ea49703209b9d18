// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Table;

/**
 * The setting {@code outputs}: what a program gives for a design, e.g. {@code minimise mass in lb, stress in ksi}. Those with a goal
 * are objectives; without any, the first is maximised.
 */
public final class OutputsText {
    private static final Pattern OUTPUT = Pattern.compile(
            "(?:(?<goal>maximi[sz]e|minimi[sz]e)\\s+)?(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]{0,59})(?:\\s+in\\s+(?<unit>.+))?");

    /** Lines may end with a comma or without one, and there may be empty ones. */
    private static final Pattern LINE_END = Pattern.compile("([,;]?)\\s*\\n\\s*");

    private OutputsText() {}

    /**
     * Reads the setting.
     *
     * @throws InvalidInputException if a part of it is none; says what it may be
     */
    public static List<Output> parse(String text) {
        List<Output> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (text.isBlank()) {
            throw new InvalidInputException(
                    "Setting 'outputs' is empty; name what the program gives for a design, e.g. 'minimise mass'.");
        }
        for (String part : LINE_END.matcher(text.strip()).replaceAll("$1\n").split("[,;]\\n?|\\n", -1)) {
            if (part.isBlank()) {
                throw new InvalidInputException(
                        "Setting 'outputs' is '" + Table.shown(text.strip().replaceAll("\\s+", " "))
                                + "', where no name stands beside one of the commas; add the name, or take the comma out.");
            }
            Matcher output = OUTPUT.matcher(part.strip());
            if (!output.matches()) {
                throw new InvalidInputException("Setting 'outputs' has '" + Table.shown(part.strip())
                        + "'; name an output by one word, with its goal before and its unit behind it if it has them, e.g."
                        + " 'minimise mass in lb'.");
            }
            String goal = output.group("goal");
            String unit = output.group("unit");
            outputs.add(new Output(
                    output.group("name"),
                    unit == null ? "" : unit,
                    goal == null ? null : goal.startsWith("max") ? Goal.MAXIMISE : Goal.MINIMISE));
            if (!names.add(output.group("name"))) {
                throw new InvalidInputException("Setting 'outputs' names '" + output.group("name")
                        + "' twice; each output needs a name of its own.");
            }
        }
        if (outputs.stream().noneMatch(Output::judged)) {
            outputs.set(0, outputs.get(0).with(Goal.MAXIMISE));
        }
        return List.copyOf(outputs);
    }
}
