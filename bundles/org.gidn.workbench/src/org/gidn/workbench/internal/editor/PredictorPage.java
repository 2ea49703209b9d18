// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.core.settings.Parameter;
import org.gidn.workbench.internal.Messages;

/** The page for what the method learns with: its parts that are predictors. It says so if the method has none. */
final class PredictorPage extends ExperimentPage {
    static final String ID = "predictor";

    private final List<ExtensionRows> rows = new ArrayList<>();
    private List<Parameter> shown;
    private Composite client;
    private FormToolkit toolkit;

    PredictorPage(ExperimentEditor editor) {
        super(editor, ID, Messages.pagePredictor);
    }

    @Override
    void createSections(Composite body, FormToolkit formToolkit) {
        toolkit = formToolkit;
        client = section(body, toolkit, Messages.pagePredictor, Messages.partDescription, SettingRow.COLUMNS);
        show();
        onRefresh(this::show);
    }

    private void show() {
        List<Parameter> predictors = editor().predictors();
        if (predictors.equals(shown)) {
            rows.forEach(ExtensionRows::refresh);
            return;
        }
        shown = predictors;
        rows.clear();
        for (Control child : client.getChildren()) {
            child.dispose();
        }
        for (Parameter predictor : predictors) {
            List<String> path = Vocabulary.longer(ExperimentFields.OPTIMISER.path(), predictor.name());
            rows.add(new ExtensionRows(client, toolkit, editor().model(), editor().catalogue(), path, predictor, null));
        }
        if (predictors.isEmpty()) {
            Label none = toolkit.createLabel(client, Messages.predictorNone, SWT.WRAP);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .span(SettingRow.COLUMNS, 1)
                    .hint(300, SWT.DEFAULT)
                    .applyTo(none);
        }
        client.requestLayout();
    }
}
