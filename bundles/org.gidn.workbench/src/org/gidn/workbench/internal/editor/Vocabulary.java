// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.editor.ExperimentFields.Field;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;

/** What may stand where in an experiment file, by what is installed: names of settings, their values, what they mean. */
final class Vocabulary {
    private static final Word FORMAT = new Word("format", "", Messages.wordFormat);
    private static final Word SCALES = new Word("scales", "", Messages.wordScales);

    private static final Word CONSTRAINTS = new Word("constraints", "", Messages.wordConstraints);

    private final Catalogue catalogue;
    private final Function<List<String>, Optional<String>> inUse;

    /**
     * A word that may stand somewhere.
     *
     * @param text as it is written
     * @param title what it is called, or {@code ""}
     * @param explanation what it means
     */
    record Word(String text, String title, String explanation) {}

    /** @param inUse the identifier that the file names at the path of an exchangeable part */
    Vocabulary(Catalogue catalogue, Function<List<String>, Optional<String>> inUse) {
        this.catalogue = catalogue;
        this.inUse = inUse;
    }

    /** The names that may stand below a path. */
    List<Word> names(List<String> path) {
        Optional<Parameter> parameter = parameter(path);
        if (parameter.isPresent()) {
            List<Word> words = new ArrayList<>();
            words.add(new Word(Configuration.USE, "", Messages.wordUse));
            extension(path, parameter.get())
                    .ifPresent(extension -> extension.parameters().forEach(one -> words.add(word(one))));
            return words;
        }
        Stream<List<String>> places = Stream.concat(
                fields().map(Field::path), ExperimentFields.PARTS.stream().map(Part::path));
        List<Word> words = new ArrayList<>(places.filter(place -> place.size() > path.size()
                        && place.subList(0, path.size()).equals(path))
                .map(place -> place.get(path.size()))
                .distinct()
                .map(name -> new Word(
                        name,
                        "",
                        word(longer(path, name)).map(Word::explanation).orElse("")))
                .toList());
        if (path.isEmpty()) {
            words.add(0, FORMAT);
            words.add(SCALES);
        }
        if (Vocabulary.longer(path, CONSTRAINTS.text()).equals(ExperimentFields.CONSTRAINTS)) {
            words.add(CONSTRAINTS);
        }
        return words;
    }

    /** The values that may stand at a path; empty if any number or text may. */
    List<Word> values(List<String> path) {
        boolean use = !path.isEmpty() && path.get(path.size() - 1).equals(Configuration.USE);
        Parameter parameter =
                parameter(use ? path.subList(0, path.size() - 1) : path).orElse(null);
        if (parameter == null) {
            return List.of();
        }
        return switch (parameter.type()) {
            case EXTENSION ->
                catalogue.extensions(parameter.point()).stream()
                        .map(Vocabulary::word)
                        .toList();
            case CHOICE ->
                parameter.choices().stream()
                        .map(choice -> new Word(choice, "", ""))
                        .toList();
            case BOOLEAN -> List.of(new Word("true", "", ""), new Word("false", "", ""));
            default ->
                parameter.defaultValue() == null || parameter.defaultValue().isEmpty()
                        ? List.of()
                        : List.of(new Word(parameter.defaultValue(), Messages.wordDefault, ""));
        };
    }

    /** What stands at a path: a setting, or the extension that is used there. */
    Optional<Word> word(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<String> parent = path.subList(0, path.size() - 1);
        if (path.get(path.size() - 1).equals(Configuration.USE)) {
            return parameter(parent).flatMap(part -> extension(parent, part)).map(Vocabulary::word);
        }
        if (path.equals(List.of(FORMAT.text()))) {
            return Optional.of(FORMAT);
        }
        if (path.equals(List.of(SCALES.text()))) {
            return Optional.of(SCALES);
        }
        if (path.equals(ExperimentFields.CONSTRAINTS)) {
            return Optional.of(CONSTRAINTS);
        }
        return parameter(path)
                .map(parameter -> parameter.description().isEmpty()
                        ? extension(path, parameter).map(Vocabulary::word).orElse(word(parameter))
                        : word(parameter));
    }

    private static Word word(Parameter parameter) {
        return new Word(parameter.name(), "", Words.explanation(parameter));
    }

    private static Word word(Extension extension) {
        return new Word(extension.id(), extension.name(), extension.description());
    }

    private static Stream<Field> fields() {
        return Stream.of(
                        ExperimentFields.TITLE,
                        ExperimentFields.SCALE,
                        ExperimentFields.TROUBLE,
                        ExperimentFields.PROBLEM)
                .flatMap(List::stream);
    }

    /** The declaration of what stands at a path. */
    private Optional<Parameter> parameter(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<Parameter> declared = Stream.concat(
                        fields().filter(field -> field.path().equals(path)).map(Field::parameter),
                        ExperimentFields.PARTS.stream()
                                .filter(part -> part.path().equals(path))
                                .map(Part::parameter))
                .findFirst();
        List<String> parent = path.subList(0, path.size() - 1);
        if (parent.equals(ExperimentFields.CONSTRAINTS)) {
            return Optional.of(ExperimentFields.CONSTRAINT);
        }
        return declared.or(() -> parameter(parent)
                .flatMap(part -> extension(parent, part))
                .flatMap(extension -> extension.parameters().stream()
                        .filter(one -> one.name().equals(path.get(path.size() - 1)))
                        .findFirst()));
    }

    private Optional<Extension> extension(List<String> path, Parameter part) {
        if (part.type() != Parameter.Type.EXTENSION) {
            return Optional.empty();
        }
        String id = inUse.apply(path).orElse(part.defaultValue());
        return catalogue.extensions(part.point()).stream()
                .filter(extension -> extension.id().equals(id))
                .findFirst();
    }

    static List<String> longer(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
