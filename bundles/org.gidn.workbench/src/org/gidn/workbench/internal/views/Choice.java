// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * A button of a view's toolbar with a menu, of whose entries one is chosen.
 *
 * @param <T> what is chosen among
 */
public final class Choice<T> extends MenuButton {
    private final List<T> values;
    private final Function<T, String> name;
    private final Function<T, String> description;
    private final Consumer<T> listener;
    private T chosen;

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
        super(text, image);
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
    protected void fill(Menu menu) {
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
    }
}
