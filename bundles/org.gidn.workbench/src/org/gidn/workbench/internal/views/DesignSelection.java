// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.workbench.internal.runs.RunNode;

/** Tells the workbench which design is chosen in a view. */
public final class DesignSelection implements ISelectionProvider {
    private final CopyOnWriteArrayList<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    /** Chooses a design of a run; null for none. */
    public void set(RunNode run, FoundDesign design) {
        setSelection(
                run == null || design == null
                        ? StructuredSelection.EMPTY
                        : new StructuredSelection(new DesignNode(run, design)));
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection chosen) {
        selection = chosen;
        SelectionChangedEvent event = new SelectionChangedEvent(this, chosen);
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
