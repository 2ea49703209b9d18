// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.gidn.experiments.YamlText;
import org.gidn.experiments.catalogue.Configuration;

/**
 * The experiment file as the pages of the editor share it. The document is the only state: a form reads from it and
 * changes its text, so that forms and source are always in step and one undo serves both, field by field. To be used on the UI thread.
 */
public final class ExperimentModel {
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final IDocument document;
    private final IDocumentListener documentListener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // only the outcome counts
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            yaml = YamlText.parse(document.get());
            listeners.forEach(Runnable::run);
        }
    };
    private final FieldUndo undo;
    private Optional<YamlText> yaml;
    private Consumer<String> teller = said -> {};

    public ExperimentModel(IDocument document) {
        this.document = document;
        this.yaml = YamlText.parse(document.get());
        this.undo = new FieldUndo(document);
        document.addDocumentListener(documentListener);
    }

    /** To be called when the text is no longer written. */
    public void dispose() {
        document.removeDocumentListener(documentListener);
        undo.dispose();
        listeners.clear();
    }

    /** Sets who shows what is to be said of a change. */
    void setTeller(Consumer<String> told) {
        teller = told;
    }

    /** Says something of the last change. */
    void tell(String said) {
        teller.accept(said);
    }

    /** What is written from now on is another step to be undone, even if it is in the same field. */
    public void endField() {
        undo.end();
    }

    /** The whole text. */
    public String text() {
        return document.get();
    }

    /** Changes the whole text. */
    void replace(String text) {
        document.set(text);
    }

    /** Whether the text is YAML, so that forms can change it. */
    public boolean readable() {
        return yaml.isPresent();
    }

    /** The value at a path; empty if it is left to its default. */
    public Optional<String> value(List<String> path) {
        return yaml.flatMap(text -> text.value(path));
    }

    /** Whether something stands at a path. */
    boolean has(List<String> path) {
        return value(path).isPresent() || extension(path).isPresent();
    }

    /** The identifier of the extension at a path, named by itself or under {@code use}; empty if it is left to its default. */
    Optional<String> extension(List<String> path) {
        return value(Stream.concat(path.stream(), Stream.of(Configuration.USE)).toList());
    }

    /** Changes a value; an empty one is removed from the file, so that its default holds. */
    public void set(List<String> path, String value) {
        if (value.equals(value(path).orElse(""))) {
            return;
        }
        undo.begin(path);
        yaml.flatMap(text -> value.isEmpty() ? text.remove(path) : Optional.of(text.set(path, value)))
                .ifPresent(this::apply);
    }

    /**
     * Puts another extension in the place of the one at a path.
     *
     * @param kept tells by its name whether a setting that the former one has in the file stays there
     * @return the names of the settings that are gone
     */
    public List<String> use(List<String> path, String id, Predicate<String> kept) {
        undo.end();
        if (yaml.isEmpty()) {
            return List.of();
        }
        List<String> settings = yaml.get().keys(path).stream()
                .filter(name -> !name.equals(Configuration.USE))
                .toList();
        List<String> lost = settings.stream().filter(kept.negate()).toList();
        if (lost.size() == settings.size()) {
            apply(yaml.get().use(path, id));
            return lost;
        }
        String text =
                yaml.get().set(Vocabulary.longer(path, Configuration.USE), id).applyTo(text());
        for (String name : lost) {
            text = YamlText.parse(text)
                    .flatMap(now -> now.remove(Vocabulary.longer(path, name)))
                    .orElseThrow()
                    .applyTo(text);
        }
        document.set(text);
        return lost;
    }

    /** The number of items of a list. */
    int items(List<String> path) {
        return yaml.map(text -> text.items(path)).orElse(0);
    }

    /** Adds an extension to a list. */
    void add(List<String> path, String id) {
        undo.end();
        yaml.ifPresent(text -> apply(text.add(path, id)));
    }

    /** Removes what stands at a path, such as an item of a list. */
    void remove(List<String> path) {
        undo.end();
        yaml.flatMap(text -> text.remove(path)).ifPresent(this::apply);
    }

    private void apply(YamlText.Edit edit) {
        try {
            document.replace(edit.offset(), edit.length(), edit.replacement());
        } catch (BadLocationException e) {
            throw new IllegalStateException("the document and its structure differ", e);
        }
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
