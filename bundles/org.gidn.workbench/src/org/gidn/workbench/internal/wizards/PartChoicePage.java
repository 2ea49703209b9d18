// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.gidn.workbench.internal.editor.ExtensionRows;

/** The choice of an exchangeable part of the experiment, with its settings. */
class PartChoicePage extends StepPage {
    private final Part choice;
    private ExtensionRows part;

    PartChoicePage(Step step, ExperimentModel model, Catalogue catalogue, Part choice) {
        super(step, model, catalogue);
        this.choice = choice;
    }

    @Override
    void createRows(Composite parent, FormToolkit toolkit) {
        part = new ExtensionRows(parent, toolkit, model(), catalogue(), choice.path(), choice.parameter(), null);
    }

    @Override
    void refresh() {
        part.refresh();
    }
}
