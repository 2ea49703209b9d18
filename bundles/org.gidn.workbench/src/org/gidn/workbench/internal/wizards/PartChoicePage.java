// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.editor.ExperimentFields;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.gidn.workbench.internal.editor.ExtensionRows;
import org.gidn.workbench.internal.editor.SettingRow;

/** The choice of an exchangeable part of the experiment, with its settings. */
final class PartChoicePage extends StepPage {
    private final Part choice;
    private final List<ExperimentFields.Field> fields;
    private final List<SettingRow> rows = new ArrayList<>();
    private ExtensionRows part;

    PartChoicePage(
            Step step, ExperimentModel model, Catalogue catalogue, Part choice, List<ExperimentFields.Field> fields) {
        super(step, model, catalogue);
        this.choice = choice;
        this.fields = fields;
    }

    @Override
    void createRows(Composite parent, FormToolkit toolkit) {
        for (ExperimentFields.Field field : fields) {
            rows.add(new SettingRow(parent, toolkit, model(), field.path(), field.parameter()));
        }
        part = new ExtensionRows(parent, toolkit, model(), catalogue(), choice.path(), choice.parameter(), null);
    }

    @Override
    void refresh() {
        part.refresh();
        rows.forEach(SettingRow::refresh);
    }
}
