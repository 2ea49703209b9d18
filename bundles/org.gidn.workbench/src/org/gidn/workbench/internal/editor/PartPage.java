// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;

/** A page for an exchangeable part of the experiment, such as the method, with all its settings but the predictor's. */
final class PartPage extends ExperimentPage {
    private final Part part;
    private final String more;
    private final List<ExperimentFields.Field> fields;

    /**
     * @param more title of the fields that belong to no part
     * @param fields what else the page shows, below the part
     */
    PartPage(ExperimentEditor editor, String title, Part part, String more, List<ExperimentFields.Field> fields) {
        super(editor, id(part), title);
        this.part = part;
        this.more = more;
        this.fields = fields;
    }

    /** The identifier of a part's page. */
    static String id(Part part) {
        return String.join(".", part.path());
    }

    @Override
    void createSections(Composite body, FormToolkit toolkit) {
        addPart(body, toolkit, part);
        if (!fields.isEmpty()) {
            addFields(section(body, toolkit, more, null, SettingRow.COLUMNS), toolkit, fields);
        }
    }
}
