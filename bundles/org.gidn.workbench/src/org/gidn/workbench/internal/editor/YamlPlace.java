// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a position in an experiment file is, told from the lines alone, so that it holds while the text is being typed and
 * is no YAML yet. A mapping in braces is understood within its line.
 *
 * @param path the keys of the mappings around the position
 * @param key the key whose value is at the position; {@code ""} where a key is expected
 * @param start where the word at the position begins
 * @param end where it ends
 */
record YamlPlace(List<String> path, String key, int start, int end) {
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z0-9_.]+):(\\s|$)");

    /** The place of an offset; its word is the one that the offset is in or at the end of. */
    static YamlPlace of(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int start = offset;
        while (start > lineStart && wordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < text.length() && wordPart(text.charAt(end))) {
            end++;
        }
        String before = text.substring(lineStart, start);
        int indent = before.length() - before.stripLeading().length();
        List<String> path = parents(text.substring(0, lineStart), indent);
        String key = "";
        StringBuilder word = new StringBuilder();
        for (char c : before.strip().concat(" ").toCharArray()) {
            if (wordPart(c)) {
                word.append(c);
                continue;
            }
            switch (c) {
                case ':' -> key = word.toString();
                case '{' -> {
                    path.add(key);
                    key = "";
                }
                case '}' -> path.remove(path.size() - 1);
                case ',' -> key = "";
                default -> {
                    // blanks and quotes end a word
                }
            }
            word.setLength(0);
        }
        return new YamlPlace(List.copyOf(path), key, start, end);
    }

    /** The path of the value at the position, or of the key that the word at it would be. */
    List<String> target(String word) {
        return Vocabulary.longer(path, key.isEmpty() ? word : key);
    }

    /** Whether a position is in a comment. */
    static boolean inComment(String text, int offset) {
        String line = text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset);
        return line.startsWith("#") || line.contains(" #");
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }

    /** The keys above that are less and less indented. */
    private static List<String> parents(String above, int indent) {
        List<String> path = new ArrayList<>();
        int outer = indent;
        for (String line : above.lines().toList().reversed()) {
            Matcher matcher = KEY.matcher(line);
            if (outer > 0 && matcher.find() && matcher.group(1).length() < outer) {
                path.add(0, matcher.group(2));
                outer = matcher.group(1).length();
            }
        }
        return path;
    }
}
