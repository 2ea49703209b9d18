// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.text.Position;
import org.gidn.experiments.YamlText;
import org.gidn.experiments.text.Finding;

/** Where in an experiment's text stands what a finding is about. */
public final class FindingPlace {
    private FindingPlace() {}

    /** The name or value that a finding is about; its line if there is none. */
    public static Position of(String text, Finding finding) {
        int line = 0;
        for (int i = 1; i < finding.line() && line >= 0; i++) {
            line = text.indexOf('\n', line) + 1;
        }
        int end = text.indexOf('\n', line);
        end = end < 0 ? text.length() : end;
        int start = Math.min(end, line + Math.max(1, finding.column()) - 1);
        if (start == 0 || beginsSettings(text, start)) {
            Optional<Position> setting = setting(text, finding.message());
            if (setting.isPresent()) {
                return setting.get();
            }
        }
        int length = start < end ? word(text, start) : 0;
        return length > 0 ? new Position(start, length) : new Position(line, end - line);
    }

    /** Whether a place stands for an evaluator or the like as a whole, with all its settings. */
    private static boolean beginsSettings(String text, int start) {
        return text.startsWith("{", start) || text.startsWith("use:", start);
    }

    /** The length of the word, or of the text in quotation marks, at a place. */
    private static int word(String text, int start) {
        char first = text.charAt(start);
        int end = start + 1;
        if (first == '"' || first == '\'') {
            int closing = text.indexOf(first, end);
            return closing < 0 ? 1 : closing + 1 - start;
        }
        while (end < text.length() && ",:{}[]#\n ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end - start;
    }

    /**
     * The value of the setting that a sentence speaks of, told by its value and by the words of its name: what an evaluator or a
     * method says knows nothing of files.
     */
    private static Optional<Position> setting(String text, String sentence) {
        List<String> words =
                Arrays.asList(sentence.toLowerCase(Locale.ROOT).replace(",", "").split("[^\\p{Alnum}.]+|\\.(?=\\s|$)"));
        return YamlText.parse(text).flatMap(yaml -> {
            List<List<String>> best = new ArrayList<>();
            int most = 1;
            for (List<String> path : paths(yaml, List.of())) {
                int score =
                        score(words, path.get(path.size() - 1), yaml.value(path).orElseThrow());
                if (score > most) {
                    best.clear();
                    most = score;
                }
                if (score == most) {
                    best.add(path);
                }
            }
            return best.size() == 1 ? Optional.of(position(yaml, best.get(0))) : Optional.empty();
        });
    }

    /** Three for its value, two for all the words of its name. */
    private static int score(List<String> words, String name, String value) {
        boolean number = !value.isEmpty() && Character.isDigit(value.charAt(0));
        String plain = value.replace("_", "").toLowerCase(Locale.ROOT);
        boolean valued = number && words.stream().anyMatch(word -> same(word, plain)) || words.contains(plain);
        boolean named = words.containsAll(List.of(Words.plain(name).split(" ")));
        return (valued ? 3 : 0) + (named ? 2 : 0);
    }

    /** Whether two texts are one number. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return Double.parseDouble(one) == Double.parseDouble(other);
        } catch (NumberFormatException e) {
            return false; // a word
        }
    }

    private static List<List<String>> paths(YamlText yaml, List<String> path) {
        List<List<String>> all = new ArrayList<>();
        for (String key : yaml.keys(path)) {
            List<String> inner = Vocabulary.longer(path, key);
            if (yaml.value(inner).isPresent()) {
                all.add(inner);
            }
            all.addAll(paths(yaml, inner));
        }
        for (int item = 1; item <= yaml.items(path); item++) {
            all.addAll(paths(yaml, Vocabulary.longer(path, String.valueOf(item))));
        }
        return all;
    }

    private static Position position(YamlText yaml, List<String> path) {
        YamlText.Edit edit = yaml.set(path, "");
        return new Position(edit.offset(), edit.length());
    }
}
