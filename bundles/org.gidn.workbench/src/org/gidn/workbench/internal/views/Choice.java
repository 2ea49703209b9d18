// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.gidn.workbench.internal.Images;

/**
 * A button of a view's toolbar with a menu, of whose entries one is chosen.
 *
 * @param <T> what is chosen among
 */
public final class Choice<T> extends Action implements IMenuCreator {
    private final List<T> values;
    private final Function<T, String> name;
    private final Function<T, String> description;
    private final Consumer<T> listener;
    private T chosen;
    private Menu menu;

    /**
     * @param text what is chosen here
     * @param name what the user sees of a value
     * @param description more about a value, shown where the mouse points at it
     * @param listener told when the user has chosen
     */
    public Choice(
            String text,
            String image,
            List<T> values,
            T chosen,
            Function<T, String> name,
            Function<T, String> description,
            Consumer<T> listener) {
        super(text, AS_DROP_DOWN_MENU);
        setImageDescriptor(Images.descriptor(image));
        setMenuCreator(this);
        this.values = List.copyOf(values);
        this.name = name;
        this.description = description;
        this.listener = listener;
        this.chosen = chosen;
    }

    public T chosen() {
        return chosen;
    }

    /** Chooses a value, as its entry of the menu does. */
    public void choose(T value) {
        chosen = value;
        listener.accept(value);
    }

    @Override
    public void runWithEvent(Event event) {
        getMenu(((ToolItem) event.widget).getParent()).setVisible(true);
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        menu = new Menu(parent);
        for (T value : values) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(name.apply(value));
            item.setToolTipText(description.apply(value));
            item.setSelection(value.equals(chosen));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    choose(value);
                }
            });
        }
        return menu;
    }

    @Override
    public Menu getMenu(Menu parent) {
        return null; // the button stands in toolbars alone
    }

    @Override
    public void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
