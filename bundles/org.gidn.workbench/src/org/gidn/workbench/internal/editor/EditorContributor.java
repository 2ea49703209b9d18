// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** Connects the window's menu entries for editing with the experiment file's text, whichever page is shown. */
public final class EditorContributor extends MultiPageEditorActionBarContributor {
    private static final ActionFactory[] OF_TEXT = {
        ActionFactory.CUT,
        ActionFactory.COPY,
        ActionFactory.PASTE,
        ActionFactory.DELETE,
        ActionFactory.SELECT_ALL,
        ActionFactory.FIND
    };

    private IEditorPart editor;

    @Override
    public void setActiveEditor(IEditorPart part) {
        editor = part;
        super.setActiveEditor(part);
    }

    @Override
    public void setActivePage(IEditorPart page) {
        IActionBars bars = getActionBars();
        ITextEditor source = editor == null ? null : editor.getAdapter(ITextEditor.class);
        if (source != null) {
            // One history for all pages: what a form changes is undone like what is typed.
            bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), source.getAction(ITextEditorActionConstants.UNDO));
            bars.setGlobalActionHandler(ActionFactory.REDO.getId(), source.getAction(ITextEditorActionConstants.REDO));
        }
        for (ActionFactory factory : OF_TEXT) {
            bars.setGlobalActionHandler(
                    factory.getId(), page instanceof ITextEditor text ? text.getAction(factory.getId()) : null);
        }
        bars.updateActionBars();
    }
}
