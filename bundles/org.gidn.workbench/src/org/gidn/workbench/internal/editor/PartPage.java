package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;

/** A page for an exchangeable part of the experiment, such as the method, with all its settings. */
final class PartPage extends ExperimentPage {
    private final Part part;
    private final List<ExperimentFields.Field> fields;

    PartPage(ExperimentEditor editor, String title, Part part, List<ExperimentFields.Field> fields) {
        super(editor, String.join(".", part.path()), title);
        this.part = part;
        this.fields = fields;
    }

    @Override
    void createSections(Composite body, FormToolkit toolkit) {
        Composite client = section(body, toolkit, Words.of(part.name()), Messages.partDescription, SettingRow.COLUMNS);
        ExtensionRows rows = new ExtensionRows(
                client, toolkit, editor().model(), editor().catalogue(), part.path(), part.parameter());
        onRefresh(rows::refresh);
        if (!fields.isEmpty()) {
            Composite more = section(body, toolkit, Messages.sectionConstraints, null, SettingRow.COLUMNS);
            addFields(more, toolkit, fields);
        }
    }
}
