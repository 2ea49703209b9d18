// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.workbench.internal.Messages;

/** The constraints of an experiment on a form, one below the other; each can be removed, and others added. */
final class ConstraintRows {
    private final Composite client;
    private final FormToolkit toolkit;
    private final ExperimentModel model;
    private final Catalogue catalogue;
    private final List<ExtensionRows> rows = new ArrayList<>();

    /** @param parent has a grid of {@link SettingRow#COLUMNS} columns */
    ConstraintRows(Composite parent, FormToolkit toolkit, ExperimentModel model, Catalogue catalogue) {
        this.toolkit = toolkit;
        this.model = model;
        this.catalogue = catalogue;
        client = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults()
                .numColumns(SettingRow.COLUMNS)
                .spacing(6, 6)
                .applyTo(client);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(SettingRow.COLUMNS, 1)
                .applyTo(client);
        Hyperlink add = link(parent, Messages.constraintAdd, this::add);
        GridDataFactory.fillDefaults().span(SettingRow.COLUMNS, 1).applyTo(add);
        build();
    }

    private void add() {
        List<Extension> kinds = catalogue.extensions(ExperimentFields.CONSTRAINT.point());
        if (!kinds.isEmpty()) {
            model.add(ExperimentFields.CONSTRAINTS, kinds.get(0).id());
        }
    }

    /** Shows what the file has now. */
    void refresh() {
        if (model.items(ExperimentFields.CONSTRAINTS) == rows.size()) {
            rows.forEach(ExtensionRows::refresh);
        } else {
            build();
        }
    }

    private void build() {
        for (Control child : client.getChildren()) {
            child.dispose();
        }
        rows.clear();
        for (int number = 1; number <= model.items(ExperimentFields.CONSTRAINTS); number++) {
            List<String> path = Vocabulary.longer(ExperimentFields.CONSTRAINTS, String.valueOf(number));
            Parameter parameter = ExperimentFields.CONSTRAINT;
            rows.add(new ExtensionRows(client, toolkit, model, catalogue, path, parameter, null));
            toolkit.createLabel(client, "");
            Hyperlink remove = link(client, Messages.constraintRemove, () -> model.remove(path));
            GridDataFactory.fillDefaults()
                    .span(SettingRow.COLUMNS - 1, 1)
                    .indent(8, 0)
                    .applyTo(remove);
        }
        client.requestLayout();
    }

    private Hyperlink link(Composite parent, String text, Runnable work) {
        Hyperlink link = toolkit.createHyperlink(parent, text, SWT.NONE);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                // The link itself goes where a constraint is removed.
                link.getDisplay().asyncExec(work);
            }
        });
        return link;
    }
}
