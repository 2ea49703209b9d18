package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.workbench.internal.Messages;

/** A page for an exchangeable part of the experiment, such as the method, with all its settings. */
final class PartPage extends ExperimentPage {
    private final Part part;
    private final List<ExperimentFields.Field> fields;

    /**
     * An exchangeable part.
     *
     * @param path where it stands in the file
     * @param point extension point of what can be put there
     * @param defaultId what stands there if the file names nothing; null if it must
     */
    record Part(List<String> path, String point, String defaultId) {}

    PartPage(ExperimentEditor editor, String title, Part part, List<ExperimentFields.Field> fields) {
        super(editor, String.join(".", part.path()), title);
        this.part = part;
        this.fields = fields;
    }

    @Override
    void createSections(Composite body, FormToolkit toolkit) {
        String name = part.path().get(part.path().size() - 1);
        Composite client = section(body, toolkit, Words.of(name), Messages.partDescription, SettingRow.COLUMNS);
        Parameter parameter = new Parameter(
                name, Parameter.Type.EXTENSION, part.defaultId(), Range.ALL, "", List.of(), part.point(), "");
        ExtensionRows rows =
                new ExtensionRows(client, toolkit, editor().model(), editor().catalogue(), part.path(), parameter);
        onRefresh(rows::refresh);
        if (!fields.isEmpty()) {
            Composite more = section(body, toolkit, Messages.sectionConstraints, null, SettingRow.COLUMNS);
            addFields(more, toolkit, fields);
        }
    }
}
