// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Decimal;
import org.gidn.experiments.catalogue.Declaration.BundleFile;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.reading.Tree;
import org.gidn.experiments.internal.reading.TreeReader;
import org.gidn.experiments.text.Finding;

/** Reads the file of a study: YAML with the fields of {@link Study}. */
final class StudyReader {
    private static final String FILE = "study.yaml";

    private final String id;

    private StudyReader(String id) {
        this.id = id;
    }

    /**
     * Reads a declared study.
     *
     * @throws InvalidInputException if its file is missing or wrong
     */
    static Study read(Declaration declaration) {
        String id = String.valueOf(declaration.attribute("id"));
        String text = declaration.files(String.valueOf(declaration.attribute("path"))).stream()
                .filter(file -> file.name().equals(FILE))
                .findFirst()
                .map(BundleFile::read)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.studyNoFile, id, FILE)));
        List<Finding> findings = new ArrayList<>();
        Tree tree = new TreeReader(findings).read(text);
        if (!findings.isEmpty()) {
            throw new InvalidInputException(findings.get(0).text(id + "/" + FILE));
        }
        return new StudyReader(id).study(tree);
    }

    private Study study(Tree root) {
        if (!root.isMap()) {
            throw wrong(root, Messages.studyNoFields);
        }
        List<Study.Part> parts = list(map(root, "parts"), part -> part(part, root));
        return new Study(
                id,
                text(root, "title"),
                text(root, "note", ""),
                root.get("statistics") == null
                        ? List.of()
                        : map(root, "statistics").fields().keySet().stream()
                                .flatMap(source -> items(root.get("statistics"), source).stream()
                                        .map(name -> new Study.Measure(source, name)))
                                .toList(),
                items(root, "figures"),
                items(root, "together"),
                list(map(root, "scales"), scale -> scale(scale, parts)),
                parts);
    }

    private Study.Part part(Named part, Tree root) {
        String example = text(part.tree(), "example", text(root, "example", ""));
        if (example.isEmpty()) {
            throw wrong(part.tree(), NLS.bind(Messages.studyNoExample, part.name()));
        }
        Map<Study.Measure, Double> paper = new LinkedHashMap<>();
        if (part.tree().get("paper") != null) {
            Tree printed = map(part.tree(), "paper");
            printed.fields().keySet().forEach(source -> numbers(printed, source)
                    .forEach((name, value) -> paper.put(new Study.Measure(source, name), value)));
        }
        return new Study.Part(part.name(), example, texts(part.tree(), "settings"), paper);
    }

    private Study.Scale scale(Named scale, List<Study.Part> parts) {
        String seeds = text(scale.tree(), "seeds", "1");
        if (!seeds.matches("[1-9]\\d{0,3}")) {
            throw wrong(scale.tree().get("seeds"), NLS.bind(Messages.studySeeds, seeds));
        }
        return new Study.Scale(
                scale.name(),
                text(scale.tree(), "cost"),
                Integer.parseInt(seeds),
                texts(scale.tree(), "settings"),
                scale.tree().get("parts") == null
                        ? parts.stream().map(Study.Part::name).toList()
                        : items(scale.tree(), "parts"));
    }

    private record Named(String name, Tree tree) {}

    private <T> List<T> list(Tree map, Function<Named, T> reader) {
        List<T> list = new ArrayList<>();
        map.fields().forEach((name, tree) -> {
            if (!tree.isMap()) {
                throw wrong(tree, NLS.bind(Messages.studyFieldsBelow, name));
            }
            list.add(reader.apply(new Named(name, tree)));
        });
        return list;
    }

    private Tree map(Tree tree, String name) {
        Tree value = tree.get(name);
        if (value == null || !value.isMap()) {
            throw wrong(tree, NLS.bind(Messages.studyFieldsMissing, name));
        }
        return value;
    }

    private String text(Tree tree, String name) {
        Tree value = tree.get(name);
        if (value == null || !value.isText()) {
            throw wrong(tree, NLS.bind(Messages.studyFieldMissing, name));
        }
        return value.text();
    }

    private String text(Tree tree, String name, String otherwise) {
        return tree.get(name) == null ? otherwise : text(tree, name);
    }

    private Map<String, String> texts(Tree tree, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (tree.get(name) != null) {
            Tree map = map(tree, name);
            map.fields().keySet().forEach(field -> texts.put(field, text(map, field)));
        }
        return texts;
    }

    private Map<String, Double> numbers(Tree tree, String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        texts(tree, name).forEach((statistic, value) -> {
            double number = Decimal.parse(value);
            if (Double.isNaN(number)) {
                throw wrong(tree.get(name), NLS.bind(Messages.studyNoNumber, statistic));
            }
            numbers.put(statistic, number);
        });
        return numbers;
    }

    private List<String> items(Tree tree, String name) {
        Tree value = tree.get(name);
        if (value == null) {
            return List.of();
        }
        if (value.items() == null || !value.items().stream().allMatch(Tree::isText)) {
            throw wrong(value, NLS.bind(Messages.studyNoList, name));
        }
        return value.items().stream().map(Tree::text).toList();
    }

    private InvalidInputException wrong(Tree place, String message) {
        return new InvalidInputException(place.finding(message).text(id + "/" + FILE));
    }
}
