// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.gidn.workbench.internal.Images;

/** A button of a view's toolbar with a menu, which is made anew each time that it is opened. */
public abstract class MenuButton extends Action implements IMenuCreator {
    private Menu menu;

    protected MenuButton(String text, String image) {
        super(text, AS_DROP_DOWN_MENU);
        setImageDescriptor(Images.descriptor(image));
        setMenuCreator(this);
    }

    /** Adds the entries. */
    protected abstract void fill(Menu menu);

    @Override
    public final void runWithEvent(Event event) {
        getMenu(((ToolItem) event.widget).getParent()).setVisible(true);
    }

    @Override
    public final Menu getMenu(Control parent) {
        dispose();
        menu = new Menu(parent);
        fill(menu);
        return menu;
    }

    @Override
    public final Menu getMenu(Menu parent) {
        return null; // the button stands in toolbars alone
    }

    @Override
    public final void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
