// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoEvent;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoListener;
import org.eclipse.text.undo.IDocumentUndoManager;

/** Lets all that is typed into one field of a form be undone at once, in the history that the text has too. */
final class FieldUndo {
    private final IDocument document;
    private final IDocumentUndoManager manager;
    private final IDocumentUndoListener listener = this::undone;
    /** The setting that is being written; null if none is. */
    private List<String> field;

    FieldUndo(IDocument document) {
        this.document = document;
        DocumentUndoManagerRegistry.connect(document);
        this.manager = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        manager.connect(this);
        manager.addDocumentUndoListener(listener);
    }

    void dispose() {
        end();
        manager.removeDocumentUndoListener(listener);
        manager.disconnect(this);
        DocumentUndoManagerRegistry.disconnect(document);
    }

    /** A setting is about to be written, again or for the first time. */
    void begin(List<String> setting) {
        if (!setting.equals(field)) {
            end();
            field = setting;
            manager.beginCompoundChange();
        }
    }

    /** What is written next is a step of its own. */
    void end() {
        if (field != null) {
            field = null;
            manager.endCompoundChange();
        }
    }

    private void undone(DocumentUndoEvent event) {
        if ((event.getEventType() & (DocumentUndoEvent.ABOUT_TO_UNDO | DocumentUndoEvent.ABOUT_TO_REDO)) != 0) {
            end();
        }
    }
}
