// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.text.Finding;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML with places. Only maps, lists and plain values are allowed: no types, no anchors, at most 1 MB and 50 levels.
 */
public final class TreeReader {
    /** The most characters of a file. */
    public static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_LEVELS = 50;

    private final List<Finding> findings;

    /**
     * @param findings receives what is wrong
     */
    public TreeReader(List<Finding> findings) {
        this.findings = findings;
    }

    /** Reads a text; null if it is no YAML, too long or empty, for which there is a finding then. */
    public Tree read(String yaml) {
        if (yaml.length() > MOST_CHARACTERS) {
            findings.add(new Finding(1, 1, Messages.fileTooLarge));
            return null;
        }
        LoadSettings settings = LoadSettings.builder().build();
        try {
            if (!allowed(new Parse(settings).parseString(yaml))) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isPresent()) {
                return tree(root.get());
            }
            findings.add(new Finding(1, 1, Messages.fileEmpty));
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            findings.add(new Finding(
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    NLS.bind(Messages.fileNoYaml, e.getProblem().strip())));
        } catch (YamlEngineException e) {
            findings.add(new Finding(1, 1, NLS.bind(Messages.fileUnreadable, e.getMessage())));
        }
        return null;
    }

    /** Looks at what is written before anything is made of it; adds a finding if that is more than plain values. */
    private boolean allowed(Iterable<Event> events) {
        int levels = 0;
        for (Event event : events) {
            String wrong = null;
            switch (event) {
                case AliasEvent alias -> wrong = Messages.fileAliases;
                case ScalarEvent scalar -> wrong = scalar.getTag().isPresent() ? Messages.fileTypes : null;
                case CollectionStartEvent start -> {
                    wrong = start.getTag().isPresent() ? Messages.fileTypes : null;
                    if (++levels > MOST_LEVELS) {
                        wrong = NLS.bind(Messages.fileTooDeep, MOST_LEVELS);
                    }
                }
                case CollectionEndEvent end -> levels--;
                default -> {}
            }
            if (wrong != null) {
                Mark mark = event.getStartMark().orElseThrow();
                findings.add(new Finding(mark.getLine() + 1, mark.getColumn() + 1, wrong));
                return false;
            }
        }
        return true;
    }

    private Tree tree(Node node) {
        Mark mark = node.getStartMark().orElseThrow();
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return switch (node) {
            case ScalarNode scalar ->
                Tree.text(line, column, scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue());
            case MappingNode mapping -> map(mapping, line, column);
            case SequenceNode sequence -> {
                List<Tree> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(tree(item)));
                yield Tree.list(line, column, items);
            }
            default -> throw new IllegalStateException(node.getClass().getName());
        };
    }

    private Tree map(MappingNode mapping, int line, int column) {
        Tree map = Tree.map(line, column);
        for (NodeTuple tuple : mapping.getValue()) {
            Tree name = tree(tuple.getKeyNode());
            Tree value = tree(tuple.getValueNode());
            if (!name.isText()) {
                findings.add(name.finding(Messages.nameExpected));
            } else if (map.get(name.text()) != null) {
                findings.add(name.finding(NLS.bind(Messages.nameTwice, name.text())));
            } else {
                map.put(name, value);
            }
        }
        return map;
    }
}
