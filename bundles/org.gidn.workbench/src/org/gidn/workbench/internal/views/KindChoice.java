package org.gidn.workbench.internal.views;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IMemento;
import org.gidn.visualisation.FigureKind;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** A button with a menu of all kinds of figures that are installed. The choice outlives the window. */
final class KindChoice extends Action implements IMenuCreator {
    private static final String KEY = "kind";

    private final Consumer<FigureKind> listener;
    private FigureKind kind;
    private Menu menu;

    KindChoice(IMemento memento, Consumer<FigureKind> listener) {
        super(Messages.figureKind, AS_DROP_DOWN_MENU);
        setImageDescriptor(Images.descriptor("figure.svg"));
        setMenuCreator(this);
        this.listener = listener;
        String remembered = memento == null ? null : memento.getString(KEY);
        kind = FigureKind.installed().stream()
                .filter(one -> one.id().equals(remembered))
                .findFirst()
                .orElseGet(() -> FigureKind.installed().get(0));
    }

    FigureKind kind() {
        return kind;
    }

    void save(IMemento memento) {
        memento.putString(KEY, kind.id());
    }

    @Override
    public void runWithEvent(Event event) {
        getMenu(((ToolItem) event.widget).getParent()).setVisible(true);
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        menu = new Menu(parent);
        for (FigureKind one : FigureKind.installed()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(one.name());
            item.setToolTipText(one.description());
            item.setSelection(one.id().equals(kind.id()));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    kind = one;
                    listener.accept(one);
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
