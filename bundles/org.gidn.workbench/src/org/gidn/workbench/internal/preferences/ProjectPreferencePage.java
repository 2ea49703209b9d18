// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.preferences;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.UserScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;

/** The preference of where projects are kept. */
public final class ProjectPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private IWorkbench workbench;

    public ProjectPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(UserScope.INSTANCE, Ids.PLUGIN));
        setDescription(NLS.bind(
                Messages.preferencesProjects,
                ResourcesPlugin.getWorkspace().getRoot().getLocation().toOSString()));
    }

    @Override
    public void init(IWorkbench owner) {
        workbench = owner;
    }

    @Override
    protected void createFieldEditors() {
        DirectoryFieldEditor folder =
                new DirectoryFieldEditor(WorkspaceChoice.FOLDER, Messages.preferencesWorkspace, getFieldEditorParent());
        folder.setErrorMessage(Messages.preferencesWorkspaceMissing);
        addField(folder);
    }

    @Override
    public boolean performOk() {
        String before = getPreferenceStore().getString(WorkspaceChoice.FOLDER);
        boolean done = super.performOk();
        boolean changed = !before.equals(getPreferenceStore().getString(WorkspaceChoice.FOLDER));
        if (done && changed && MessageDialog.openQuestion(getShell(), getTitle(), Messages.preferencesRestart)) {
            // The dialog of the preferences has to be gone first.
            getShell().getDisplay().asyncExec(workbench::restart);
        }
        return done;
    }
}
