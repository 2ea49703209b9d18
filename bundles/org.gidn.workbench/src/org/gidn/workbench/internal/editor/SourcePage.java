// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.Named;

/** The experiment file as text. */
final class SourcePage extends TextEditor {
    /** @param catalogue what completion offers */
    SourcePage(Catalogue catalogue) {
        setSourceViewerConfiguration(new YamlConfiguration(
                getPreferenceStore(),
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry(),
                new YamlAssist(catalogue)));
        // The experiment editor asks what is to become of text when its file was changed outside, on whatever page.
        enableSanityChecking(false);
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        Named.name(getSourceViewer().getTextWidget(), () -> getEditorInput().getName());
    }

    /** Saves in spite of what the file has become. */
    void overwrite(IProgressMonitor monitor) {
        performSave(true, monitor);
    }
}
