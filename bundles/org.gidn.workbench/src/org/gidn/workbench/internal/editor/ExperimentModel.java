// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.gidn.experiments.YamlText;
import org.gidn.experiments.catalogue.Configuration;

/**
 * The experiment file as the pages of the editor share it. The document is the only state: a form reads from it and
 * changes its text, so that forms and source are always in step and one undo serves both. To be used on the UI thread.
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
    private Optional<YamlText> yaml;

    public ExperimentModel(IDocument document) {
        this.document = document;
        this.yaml = YamlText.parse(document.get());
        document.addDocumentListener(documentListener);
    }

    void dispose() {
        document.removeDocumentListener(documentListener);
        listeners.clear();
    }

    /** The whole text. */
    public String text() {
        return document.get();
    }

    /** Where a line stands in the text; its end if there is none of that number. */
    Position line(int number) {
        try {
            IRegion line = document.getLineInformation(number - 1);
            return new Position(line.getOffset(), line.getLength());
        } catch (BadLocationException e) {
            return new Position(document.getLength(), 0);
        }
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

    /** The identifier of the extension at a path, named by itself or under {@code use}; empty if it is left to its default. */
    Optional<String> extension(List<String> path) {
        return value(Stream.concat(path.stream(), Stream.of(Configuration.USE)).toList());
    }

    /** Changes a value; an empty one is removed from the file, so that its default holds. */
    public void set(List<String> path, String value) {
        if (value.equals(value(path).orElse(""))) {
            return;
        }
        yaml.flatMap(text -> value.isEmpty() ? text.remove(path) : Optional.of(text.set(path, value)))
                .ifPresent(this::apply);
    }

    /** Puts another extension in the place of the one at a path. */
    public void use(List<String> path, String id) {
        yaml.ifPresent(text -> apply(text.use(path, id)));
    }

    /** The number of items of a list. */
    int items(List<String> path) {
        return yaml.map(text -> text.items(path)).orElse(0);
    }

    /** Adds an extension to a list. */
    void add(List<String> path, String id) {
        yaml.ifPresent(text -> apply(text.add(path, id)));
    }

    /** Removes what stands at a path, such as an item of a list. */
    void remove(List<String> path) {
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
