// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.function.BooleanSupplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.ExpansionAdapter;
import org.eclipse.ui.forms.events.ExpansionEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.SharedScrolledComposite;
import org.gidn.workbench.internal.Messages;

/** Settings that few need, folded away as long as the file has none of them. */
public final class FurtherRows {
    private final ExpandableComposite fold;
    private final Composite rows;
    private final BooleanSupplier used;

    /**
     * @param parent has a grid of {@link SettingRow#COLUMNS} columns
     * @param used whether the file has one of them
     */
    public FurtherRows(Composite parent, FormToolkit toolkit, BooleanSupplier used) {
        this.used = used;
        fold = toolkit.createExpandableComposite(parent, ExpandableComposite.TWISTIE);
        fold.setText(Messages.settingsFurther);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(SettingRow.COLUMNS, 1)
                .applyTo(fold);
        rows = toolkit.createComposite(fold);
        GridLayoutFactory.fillDefaults()
                .numColumns(SettingRow.COLUMNS)
                .spacing(6, 6)
                .extendedMargins(0, 0, 4, 0)
                .applyTo(rows);
        fold.setClient(rows);
        fold.setExpanded(used.getAsBoolean());
        // Else keys would lead to what is not seen.
        rows.setVisible(fold.isExpanded());
        fold.addExpansionListener(new ExpansionAdapter() {
            @Override
            public void expansionStateChanged(ExpansionEvent event) {
                reflow();
            }
        });
    }

    /** Where the settings go, in a grid of {@link SettingRow#COLUMNS} columns. */
    public Composite rows() {
        return rows;
    }

    /** Shows them where the file has one now. */
    public void refresh() {
        if (!fold.isExpanded() && used.getAsBoolean()) {
            fold.setExpanded(true);
            reflow();
        }
    }

    private void reflow() {
        for (Composite outer = fold.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof SharedScrolledComposite form) {
                form.reflow(true);
                return;
            }
        }
    }
}
