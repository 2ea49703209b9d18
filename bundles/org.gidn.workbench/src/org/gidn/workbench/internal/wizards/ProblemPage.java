// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.editor.ExperimentCheck.Outcome;
import org.gidn.workbench.internal.editor.ExperimentFields;
import org.gidn.workbench.internal.editor.ExperimentFields.Field;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.gidn.workbench.internal.editor.FurtherRows;
import org.gidn.workbench.internal.editor.SettingRow;

/** What is designed: the evaluator with its settings, and the share of one kind of elements, called as the evaluator calls it. */
final class ProblemPage extends PartChoicePage {
    private final List<SettingRow> rows = new ArrayList<>();
    private SettingRow share;

    ProblemPage(ExperimentModel model, Catalogue catalogue) {
        super(
                new Step(Messages.wizardProblem, Messages.wizardProblemHint, "wizard-problem.svg"),
                model,
                catalogue,
                ExperimentFields.EVALUATOR);
    }

    @Override
    void createRows(Composite parent, FormToolkit toolkit) {
        super.createRows(parent, toolkit);
        share = row(parent, toolkit, ExperimentFields.VOLUME_FRACTION);
        FurtherRows further = new FurtherRows(parent, toolkit, () -> false);
        ExperimentFields.GOALS.forEach(field -> row(further.rows(), toolkit, field));
    }

    private SettingRow row(Composite parent, FormToolkit toolkit, Field field) {
        SettingRow row = new SettingRow(parent, toolkit, model(), field.path(), field.parameter());
        rows.add(row);
        return row;
    }

    @Override
    void refresh() {
        super.refresh();
        rows.forEach(SettingRow::refresh);
    }

    @Override
    void shown(Outcome outcome) {
        if (outcome.problem() != null) {
            DesignSpace space = outcome.problem().space();
            boolean shared = space.blocks().size() == 1 && space.binary();
            share.setVisible(shared);
            if (shared) {
                String level = space.blocks().get(0).levels().get(0).name();
                share.setLabel(NLS.bind(Messages.wizardShare, level));
            }
            fit();
        }
    }
}
