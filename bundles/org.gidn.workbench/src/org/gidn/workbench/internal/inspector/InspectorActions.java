// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.Push;
import org.gidn.workbench.internal.views.Toggle;

/** What can be done with the design in the inspector, by its toolbar and by the menu Edit. */
final class InspectorActions {
    private final InspectorView view;
    private final Push undo;
    private final Push redo;
    private final Push reset;
    private final Toggle compare;
    private final Push keep;
    private final Push copy;

    InspectorActions(InspectorView view) {
        this.view = view;
        undo = new Push(Messages.inspectorUndo, "undo.svg", view::undo);
        redo = new Push(Messages.inspectorRedo, "redo.svg", view::redo);
        reset = new Push(Messages.inspectorReset, "reset.svg", view::reset);
        compare = new Toggle(Messages.inspectorCompare, "beside.svg", view::compare);
        keep = new Push(Messages.inspectorKeep, "keep.svg", view::keep);
        copy = new Push(Messages.inspectorCopy, "copy.svg", view::copy);
    }

    void contribute(IActionBars bars) {
        IToolBarManager bar = bars.getToolBarManager();
        bar.add(undo);
        bar.add(redo);
        bar.add(reset);
        bar.add(compare);
        bar.add(keep);
        bar.add(copy);
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
        update();
    }

    /** To be called when another design is shown, or more is known of it. */
    void update() {
        undo.setEnabled(view.canUndo());
        redo.setEnabled(view.canRedo());
        reset.setEnabled(view.canReset());
        compare.setEnabled(view.isDesign());
        compare.setChecked(view.comparing());
        keep.setEnabled(view.canKeep() && view.canReset());
        copy.setEnabled(view.isDesign());
    }
}
