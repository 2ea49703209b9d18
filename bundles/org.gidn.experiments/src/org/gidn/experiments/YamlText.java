// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.experiments.catalogue.Configuration;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of an experiment file with its structure, so that a form changes one value and leaves all else, comments and
 * layout included, as the user wrote it. Immutable: an {@link Edit} is applied to the document, which is then read anew.
 *
 * <p>A place in the file is a path of keys; the items of a list have the keys 1, 2 and so on. Where an extension is named by its bare identifier, that scalar stands for a
 * mapping whose only key is {@code use}.
 *
 * @since 1.0
 */
public final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-][A-Za-z0-9_./+ -]*");
    private static final Set<ScalarStyle> IN_LINES = Set.of(ScalarStyle.LITERAL, ScalarStyle.FOLDED);
    private static final Pattern SPECIAL_WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|~|-.*");

    private final String text;
    private final Node root;

    private YamlText(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /** A replacement of {@code length} characters at {@code offset}. */
    public record Edit(int offset, int length, String replacement) {
        /** The text after the replacement. */
        public String applyTo(String text) {
            return text.substring(0, offset) + replacement + text.substring(offset + length);
        }
    }

    /** Reads a text; empty if it is no YAML, so that nothing can be changed by a form. */
    public static Optional<YamlText> parse(String text) {
        try {
            Node root = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElse(null);
            return root instanceof MappingNode ? Optional.of(new YamlText(text, root)) : Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /** The scalar at a path, as it is written; empty if there is none. */
    public Optional<String> value(List<String> path) {
        Node node = find(path);
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The keys of the mapping at a path, in order; empty if there is none. */
    public List<String> keys(List<String> path) {
        return find(path) instanceof MappingNode mapping
                ? mapping.getValue().stream().map(YamlText::key).toList()
                : List.of();
    }

    /** The number of items of the list at a path; 0 if there is none. */
    public int items(List<String> path) {
        return find(path) instanceof SequenceNode list ? list.getValue().size() : 0;
    }

    /** Adds an extension to the end of the list at a path, which is made if there is none. */
    public Edit add(List<String> path, String id) {
        Node existing = find(path);
        if (existing instanceof SequenceNode list && !list.getValue().isEmpty()) {
            Node last = list.getValue().get(list.getValue().size() - 1);
            if (list.getFlowStyle() == FlowStyle.FLOW) {
                return new Edit(end(last), 0, ", " + id);
            }
            return appendLine(end(last), " ".repeat(column(start(list))) + "- " + id);
        }
        return put(path, "[" + id + "]");
    }

    /**
     * Changes a value, or adds it. One that was written in lines of its own and still has several stays so.
     *
     * @param value a scalar's text
     */
    public Edit set(List<String> path, String value) {
        if (value.contains("\n")
                && find(path) instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            return new Edit(start(scalar), end(scalar) - start(scalar), inLines(scalar, value));
        }
        return put(path, quoted(value));
    }

    /** The lines of a value below the head of the scalar that they replace, as far in as its own were. */
    private String inLines(ScalarNode scalar, String value) {
        int head = text.indexOf('\n', start(scalar));
        int first = head + 1;
        while (Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        String indent = " ".repeat(column(first));
        return text.substring(start(scalar), head)
                + value.stripTrailing()
                        .lines()
                        .map(line -> line.isBlank() ? "\n" : "\n" + indent + line)
                        .collect(Collectors.joining());
    }

    /** Replaces an extension by another one; the settings of the former go. */
    public Edit use(List<String> path, String id) {
        return put(path, id);
    }

    /** Removes a value, so that its default holds, or an item of a list, with the list if it is the only one; empty if there is none. */
    public Optional<Edit> remove(List<String> path) {
        List<String> parentPath = path.subList(0, path.size() - 1);
        if (find(parentPath) instanceof SequenceNode list) {
            return find(path) == null
                    ? Optional.empty()
                    : list.getValue().size() == 1
                            ? remove(parentPath)
                            : Optional.of(removal(list, Integer.parseInt(path.get(path.size() - 1)) - 1));
        }
        if (!(find(parentPath) instanceof MappingNode parent)) {
            return Optional.empty();
        }
        List<NodeTuple> tuples = parent.getValue();
        for (int i = 0; i < tuples.size(); i++) {
            if (key(tuples.get(i)).equals(path.get(path.size() - 1))) {
                return Optional.of(removal(parent, i));
            }
        }
        return Optional.empty();
    }

    private Edit removal(MappingNode parent, int index) {
        List<NodeTuple> tuples = parent.getValue();
        NodeTuple tuple = tuples.get(index);
        int from = start(tuple.getKeyNode());
        int to = end(tuple.getValueNode());
        if (parent.getFlowStyle() == FlowStyle.FLOW) {
            if (index + 1 < tuples.size()) {
                to = start(tuples.get(index + 1).getKeyNode());
            } else if (index > 0) {
                from = end(tuples.get(index - 1).getValueNode());
            }
            return new Edit(from, to - from, "");
        }
        return lines(from, to);
    }

    private Edit removal(SequenceNode list, int index) {
        List<Node> items = list.getValue();
        int from = start(items.get(index));
        int to = end(items.get(index));
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            if (index + 1 < items.size()) {
                to = start(items.get(index + 1));
            } else {
                from = end(items.get(index - 1));
            }
            return new Edit(from, to - from, "");
        }
        return lines(from, to);
    }

    /** Takes whole lines away. */
    private Edit lines(int from, int to) {
        int first = text.lastIndexOf('\n', from - 1) + 1;
        int line = text.indexOf('\n', to);
        int behind = line < 0 ? text.length() : line + 1;
        return new Edit(first, behind - first, "");
    }

    private Edit put(List<String> path, String written) {
        Node existing = find(path);
        if (existing != null) {
            return replace(existing, written);
        }
        String key = path.get(path.size() - 1);
        List<String> parentPath = path.subList(0, path.size() - 1);
        Node parent = find(parentPath);
        if (parent instanceof MappingNode mapping) {
            return insert(mapping, key + ": " + written);
        }
        if (parent instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return replace(parent, "{use: " + scalar.getValue() + ", " + key + ": " + written + "}");
        }
        String group = "{" + key + ": " + written + "}";
        return parent == null ? put(parentPath, group) : new Edit(end(parent), 0, " " + group);
    }

    private Edit replace(Node node, String written) {
        int from = start(node);
        int to = end(node);
        boolean opensLines = from > 0
                && node instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && !text.substring(from - column(from), from).strip().equals("-");
        if (opensLines) {
            // A block mapping begins on a line of its own; what replaces it follows its key.
            int colon = text.lastIndexOf(':', from - 1);
            return new Edit(colon + 1, to - colon - 1, " " + written);
        }
        boolean afterColon = from > 0 && text.charAt(from - 1) == ':';
        return new Edit(from, to - from, afterColon ? " " + written : written);
    }

    private Edit insert(MappingNode mapping, String entry) {
        List<NodeTuple> tuples = mapping.getValue();
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            int close = end(mapping) - 1;
            if (tuples.isEmpty()) {
                return new Edit(close, 0, entry);
            }
            return new Edit(end(tuples.get(tuples.size() - 1).getValueNode()), 0, ", " + entry);
        }
        NodeTuple last = tuples.get(tuples.size() - 1);
        int first = start(tuples.get(0).getKeyNode());
        return appendLine(
                Math.max(end(last.getValueNode()), end(last.getKeyNode())), " ".repeat(column(first)) + entry);
    }

    /** Adds a line below that of a place. */
    private Edit appendLine(int place, String added) {
        int line = text.indexOf('\n', place);
        return line < 0 ? new Edit(text.length(), 0, "\n" + added + "\n") : new Edit(line + 1, 0, added + "\n");
    }

    /** How far a place is from the beginning of its line. */
    private int column(int place) {
        return place - text.lastIndexOf('\n', place - 1) - 1;
    }

    private Node find(List<String> path) {
        Node node = root;
        for (String key : path) {
            if (node instanceof MappingNode mapping) {
                node = mapping.getValue().stream()
                        .filter(tuple -> key(tuple).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(null);
            } else if (node instanceof SequenceNode list) {
                node = item(list, key);
            } else if (!(node instanceof ScalarNode && key.equals(Configuration.USE))) {
                return null;
            }
        }
        return node;
    }

    private static Node item(SequenceNode list, String number) {
        int items = list.getValue().size();
        return IntStream.range(0, items)
                .filter(index -> number.equals(String.valueOf(index + 1)))
                .mapToObj(list.getValue()::get)
                .findFirst()
                .orElse(null);
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private int start(Node node) {
        return index(node.getStartMark());
    }

    /** Where a node's own text ends; what is written in lines ends with its last value, not with the blanks behind it. */
    private int end(Node node) {
        if (node instanceof SequenceNode list
                && list.getFlowStyle() == FlowStyle.BLOCK
                && !list.getValue().isEmpty()) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        if (node instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && !mapping.getValue().isEmpty()) {
            NodeTuple last = mapping.getValue().get(mapping.getValue().size() - 1);
            return Math.max(end(last.getKeyNode()), end(last.getValueNode()));
        }
        int end = index(node.getEndMark());
        if (node instanceof ScalarNode scalar && IN_LINES.contains(scalar.getScalarStyle())) {
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    private int index(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }

    private static String quoted(String value) {
        boolean plain = PLAIN.matcher(value).matches()
                && !value.endsWith(" ")
                && (!SPECIAL_WORD.matcher(value).matches()
                        || value.equals("true")
                        || value.equals("false")
                        || value.matches("-\\d.*"));
        return plain
                ? value
                : '"'
                        + value.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                        + '"';
    }
}
