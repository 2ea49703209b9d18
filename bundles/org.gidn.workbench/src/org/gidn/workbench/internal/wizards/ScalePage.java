// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.editor.ExperimentFields;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.gidn.workbench.internal.editor.SettingRow;
import org.gidn.workbench.internal.workspace.Projects;

/** Name, seed and budget, and whether to run at once. */
final class ScalePage extends StepPage {
    private final List<SettingRow> rows = new ArrayList<>();
    private Text name;
    private Button run;

    ScalePage(ExperimentModel model, Catalogue catalogue) {
        super(new Step(Messages.wizardScale, Messages.wizardScaleHint, "wizard-scale.svg"), model, catalogue);
    }

    @Override
    void createRows(Composite parent, FormToolkit toolkit) {
        Label label = SettingRow.addLabel(parent, toolkit, Messages.projectName, 0);
        name = toolkit.createText(parent, Projects.freeName(Messages.projectDefaultName), SWT.BORDER);
        Named.name(name, label);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(8, 0).applyTo(name);
        name.addListener(SWT.Modify, event -> check());
        Stream.concat(ExperimentFields.TITLE.stream(), ExperimentFields.SCALE.stream())
                .map(field -> new SettingRow(parent, toolkit, model(), field.path(), field.parameter()))
                .forEach(rows::add);
        toolkit.createLabel(parent, "");
        run = toolkit.createButton(parent, Messages.wizardRunAtOnce, SWT.CHECK);
        run.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).indent(8, 6).applyTo(run);
    }

    @Override
    void refresh() {
        rows.forEach(SettingRow::refresh);
    }

    @Override
    String ownProblem() {
        return Projects.nameProblem(name.getText()).orElse(null);
    }

    /** The name of the new project. */
    String projectName() {
        return name.getText();
    }

    /** Whether the experiment is to run as soon as the wizard ends. */
    boolean runAtOnce() {
        return run.getSelection();
    }
}
