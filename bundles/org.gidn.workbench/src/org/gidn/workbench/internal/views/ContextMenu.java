// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
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
        control.addListener(SWT.MenuDetect, event -> {
            // By the keys, the mouse may be anywhere.
            if (event.detail == SWT.MENU_KEYBOARD) {
                Point corner = control.toDisplay(0, 0);
                event.x = corner.x;
                event.y = corner.y;
            }
        });
        control.addDisposeListener(event -> menu.dispose());
    }
}
