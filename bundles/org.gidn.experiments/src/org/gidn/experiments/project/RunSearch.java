// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds runs by words. A run is found if each word is part of what is said of it: its project, {@code run} and its number, name,
 * note, tags with {@code #} before them, title, method, evaluator, state, and {@code starred} or {@code archived}. Upper and lower case are alike.
 *
 * @since 1.0
 */
public final class RunSearch {
    private static final List<String> PARTS = List.of("optimiser.use", "problem.evaluator.use");

    private final List<String> words;

    private RunSearch(List<String> words) {
        this.words = words;
    }

    /** Finds by the words of a text; by none, all runs are found. */
    public static RunSearch of(String text) {
        return new RunSearch(Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** What a run is found by. */
    public static String text(String project, RunRecord run, RunLabel label) {
        StringBuilder text = new StringBuilder(project)
                .append("\nrun ")
                .append(run.number())
                .append('\n')
                .append(label.name())
                .append('\n')
                .append(label.note())
                .append('\n');
        label.tags().forEach(tag -> text.append('#').append(tag).append('\n'));
        text.append(run.title())
                .append('\n')
                .append(run.optimiser())
                .append('\n')
                .append(run.state().title())
                .append('\n');
        PARTS.forEach(part -> text.append(Objects.toString(run.settingsByPath().get(part), ""))
                .append('\n'));
        text.append(label.star() ? "starred\n" : "").append(label.archived() ? "archived\n" : "");
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether something is found by what {@link #text} gave. */
    public boolean finds(String text) {
        return words.stream().allMatch(text::contains);
    }
}
