// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.workbench.internal.Messages;

/** The page for what is designed: the evaluator, what counts of its values, and what designs have to keep to. */
final class ProblemPage extends ExperimentPage {
    ProblemPage(ExperimentEditor editor) {
        super(editor, PartPage.id(ExperimentFields.EVALUATOR), Messages.pageProblem);
    }

    @Override
    void createSections(Composite body, FormToolkit toolkit) {
        addPart(body, toolkit, ExperimentFields.EVALUATOR);
        Composite client = section(body, toolkit, Messages.sectionConstraints, null, SettingRow.COLUMNS);
        addFields(client, toolkit, ExperimentFields.PROBLEM);
        ConstraintRows constraints = new ConstraintRows(client, toolkit, editor().model(), editor().catalogue());
        onRefresh(constraints::refresh);
    }
}
