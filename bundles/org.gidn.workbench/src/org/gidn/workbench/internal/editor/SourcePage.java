// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.gidn.experiments.catalogue.Catalogue;

/** The experiment file as text. */
final class SourcePage extends TextEditor {
    /** @param catalogue what completion offers */
    SourcePage(Catalogue catalogue) {
        setSourceViewerConfiguration(new YamlConfiguration(
                getPreferenceStore(),
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry(),
                new YamlAssist(catalogue)));
    }
}
