// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Spelling;
import org.gidn.experiments.internal.Messages;

/**
 * The objectives of an experiment as one text: names of outputs, separated by commas, each after {@code maximise} or {@code
 * minimise} where the evaluator's own goal is not meant, e.g. {@code toughness, minimise weight}.
 *
 * @since 1.0
 */
public final class ObjectivesText {
    private ObjectivesText() {}

    /**
     * Reads the text.
     *
     * @return goals by name, in their order; null for the evaluator's own
     * @throws InvalidInputException if it is no such text
     */
    public static Map<String, Goal> parse(String text) {
        Map<String, Goal> objectives = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            Goal goal = goal(part);
            String name = name(part, goal);
            if (goal == null) {
                checkGoal(name);
            }
            if (name.isEmpty() || objectives.containsKey(name)) {
                throw new InvalidInputException(
                        name.isEmpty() ? Messages.objectiveEmpty : NLS.bind(Messages.objectiveTwice, name));
            }
            objectives.put(name, goal);
        }
        return objectives;
    }

    /** At which character of the text each objective's name begins, from 0 on. */
    public static Map<String, Integer> columns(String text) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        int from = 0;
        for (String part : text.split(",", -1)) {
            String name = name(part, goal(part));
            columns.putIfAbsent(name, from + part.lastIndexOf(name));
            from += part.length() + 1;
        }
        return columns;
    }

    private static Goal goal(String part) {
        for (Goal each : Goal.values()) {
            // American spelling has as many letters.
            if (part.strip().replaceFirst("^(m[axin]{2}imi)ze ", "$1se ").startsWith(word(each))) {
                return each;
            }
        }
        return null;
    }

    /** A name of several words does not begin with one that is almost a goal. */
    private static void checkGoal(String name) {
        List<String> goals =
                Stream.of(Goal.values()).map(each -> word(each).strip()).toList();
        String first = name.replaceFirst(" .*", "");
        if (name.contains(" ")
                && goals.stream()
                        .anyMatch(goal -> Spelling.alike(goal, List.of(first)).isPresent())) {
            throw new InvalidInputException(NearestName.unknown(Messages.kindGoal, first, goals));
        }
    }

    private static String name(String part, Goal goal) {
        return goal == null
                ? part.strip()
                : part.strip().substring(word(goal).length()).strip();
    }

    private static String word(Goal goal) {
        return goal.name().toLowerCase(Locale.ROOT) + " ";
    }

    /** Writes objectives in the form that {@link #parse} reads. */
    public static String write(Map<String, Goal> objectives) {
        StringJoiner text = new StringJoiner(", ");
        objectives.forEach((name, goal) -> text.add(goal == null ? name : word(goal) + name));
        return text.toString();
    }
}
