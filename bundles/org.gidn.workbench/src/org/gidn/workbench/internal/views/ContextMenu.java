// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;

/** What can be done with what a view shows, under the right button of the mouse. */
public final class ContextMenu {
    private ContextMenu() {}

    public static void set(Control control, IAction... actions) {
        MenuManager menu = new MenuManager();
        for (IAction action : actions) {
            menu.add(action);
        }
        control.setMenu(menu.createContextMenu(control));
        control.addDisposeListener(event -> menu.dispose());
    }
}
