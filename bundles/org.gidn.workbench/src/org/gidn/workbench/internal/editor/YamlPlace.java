// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a position in an experiment file is, told from the lines alone, so that it holds while the text is being typed and
 * is no YAML yet. A mapping in braces is understood within its line.
 *
 * @param path the keys of the mappings around the position, and the numbers of the items of lists, from 1 on
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
        List<String> path = parents(text.substring(0, lineStart), indent(before), item(before));
        String key = new Opened(path).read(before.strip().concat(" "));
        return new YamlPlace(List.copyOf(path), key, start, end);
    }

    /** Follows the mappings and lists that are opened and closed in a line. */
    private static final class Opened {
        private final List<String> path;
        private final Deque<Character> brackets = new ArrayDeque<>();

        Opened(List<String> path) {
            this.path = path;
        }

        /** The key whose value stands at the end of the text. */
        String read(String text) {
            String key = "";
            StringBuilder word = new StringBuilder();
            for (char c : text.toCharArray()) {
                if (wordPart(c)) {
                    word.append(c);
                    continue;
                }
                switch (c) {
                    case ':' -> key = word.toString();
                    case '{', '[' -> {
                        open(c, key);
                        key = "";
                    }
                    case '}', ']' -> close();
                    case ',' -> {
                        key = "";
                        nextItem();
                    }
                    default -> {
                        // blanks and quotes end a word
                    }
                }
                word.setLength(0);
            }
            return key;
        }

        private void open(char bracket, String key) {
            if (!key.isEmpty()) {
                path.add(key);
            }
            // A mapping that is an item has the place of the item.
            brackets.push(key.isEmpty() ? ' ' : bracket);
            if (bracket == '[') {
                path.add("1");
            }
        }

        private void close() {
            char opened = brackets.isEmpty() ? ' ' : brackets.pop();
            for (int i = 0; i < (opened == '[' ? 2 : opened == '{' ? 1 : 0) && !path.isEmpty(); i++) {
                path.remove(path.size() - 1);
            }
        }

        private void nextItem() {
            if (!brackets.isEmpty() && brackets.peek() == '[') {
                path.add(String.valueOf(Integer.parseInt(path.remove(path.size() - 1)) + 1));
            }
        }
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

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Whether an item of a list begins with a line. */
    private static boolean item(String line) {
        return line.stripLeading().startsWith("- ");
    }

    /**
     * The keys above that are less and less indented, and the numbers of the items between them.
     *
     * @param item whether the position is in the first line of an item
     */
    private static List<String> parents(String above, int indent, boolean item) {
        List<String> path = new ArrayList<>();
        int outer = indent;
        int number = item ? 1 : 0;
        for (String line : above.lines().toList().reversed()) {
            boolean begins = item(line);
            if (number > 0 && begins && indent(line) == outer) {
                number++;
                continue;
            }
            // What follows the dash stands where the other keys of its item do.
            Matcher matcher = KEY.matcher(begins ? line.replaceFirst("- ", "  ") : line);
            int before = number > 0 ? outer + 1 : outer;
            if (outer + number > 0 && matcher.find() && matcher.group(1).length() < before) {
                if (number > 0) {
                    path.add(0, String.valueOf(number));
                    number = 0;
                }
                path.add(0, matcher.group(2));
                outer = matcher.group(1).length();
            }
            if (begins && indent(line) < outer) {
                number = 1;
                outer = indent(line);
            }
        }
        return path;
    }
}
