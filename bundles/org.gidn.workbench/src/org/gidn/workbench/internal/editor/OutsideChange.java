// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.eclipse.ui.texteditor.IDocumentProviderExtension;
import org.eclipse.ui.texteditor.IDocumentProviderExtension3;
import org.gidn.workbench.internal.Messages;

/**
 * What becomes of an editor's text when another program changes its file: text that is saved is read again, of text that is not
 * the user says which of the two stays. To be used on the UI thread.
 */
final class OutsideChange {
    private final ExperimentEditor editor;
    private final IDocumentProvider documents;
    private boolean open;
    private boolean kept;
    private boolean asking;

    OutsideChange(ExperimentEditor editor, IDocumentProvider documents) {
        this.editor = editor;
        this.documents = documents;
    }

    /** Another program has written the file. */
    void happened() {
        if (!editor.file().exists()) {
            return;
        }
        open = !documents.canSaveDocument(editor.getEditorInput()) || !written();
        if (open && editor.getSite().getPage().isPartVisible(editor)) {
            ask();
        }
    }

    /** Whether the file is as this editor read or wrote it last. */
    private boolean written() {
        return !(documents instanceof IDocumentProviderExtension3 provider)
                || provider.isSynchronized(editor.getEditorInput());
    }

    /** Asks what is to stay if that is open. */
    void ask() {
        IFile file = editor.file();
        if (!open || asking || file == null) {
            return;
        }
        open = false;
        asking = true;
        try {
            kept = documents.canSaveDocument(editor.getEditorInput())
                    && MessageDialog.open(
                                    MessageDialog.QUESTION,
                                    editor.getSite().getShell(),
                                    Messages.editorChangedOutside,
                                    NLS.bind(
                                            Messages.editorChangedOutsideQuestion,
                                            file.getFullPath().makeRelative()),
                                    0,
                                    Messages.editorReload,
                                    Messages.editorKeep)
                            != 0;
            if (!kept) {
                if (!written()) {
                    ((IDocumentProviderExtension) documents).synchronize(editor.getEditorInput());
                }
                documents.resetDocument(editor.getEditorInput());
                editor.tell(Messages.editorReloaded);
            }
        } catch (CoreException e) {
            Platform.getLog(getClass()).log(e.getStatus());
        } finally {
            asking = false;
        }
    }

    /** Whether the user wants the text here to take the place of what the file has become. */
    boolean kept() {
        return kept;
    }

    void saved() {
        kept = false;
    }
}
