// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.MenuButton;
import org.osgi.service.prefs.BackingStoreException;

/** A button of a view's toolbar with a menu of the columns of a table, each to be hidden or shown; remembered with the workspace. */
final class ColumnChoice extends MenuButton {
    private static final String HIDDEN = "comparison.hidden";

    private final Supplier<List<String>> columns;
    private final Runnable changed;
    private final Set<String> hidden;

    /**
     * @param columns the titles of all columns that there are now
     */
    ColumnChoice(Supplier<List<String>> columns, Runnable changed) {
        super(Messages.comparisonColumns, "table.svg");
        this.columns = columns;
        this.changed = changed;
        this.hidden = new LinkedHashSet<>(node().get(HIDDEN, "").lines().toList());
    }

    boolean shows(String column) {
        return !hidden.contains(column);
    }

    /** Shows or hides a column, as its entry of the menu does. */
    void show(String column, boolean shown) {
        if (shown ? hidden.remove(column) : hidden.add(column)) {
            node().put(HIDDEN, String.join("\n", hidden));
            try {
                node().flush();
            } catch (BackingStoreException e) {
                Platform.getLog(getClass()).error(e.getMessage(), e);
            }
            changed.run();
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
    }

    @Override
    protected void fill(Menu menu) {
        for (String column : columns.get()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(column);
            item.setSelection(shows(column));
            item.addListener(SWT.Selection, event -> show(column, item.getSelection()));
        }
    }
}
