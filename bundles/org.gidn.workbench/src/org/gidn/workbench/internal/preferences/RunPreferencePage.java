// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;

/** The preferences of runs. Colours and update sites have the platform's own pages. */
public final class RunPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int MOST_THREADS = 1024;

    public RunPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, Ids.PLUGIN));
        setDescription(Messages.preferencesRuns);
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing to prepare
    }

    @Override
    protected void createFieldEditors() {
        IntegerFieldEditor threads = new IntegerFieldEditor(
                RunPreferences.THREADS,
                NLS.bind(Messages.preferencesThreads, Runtime.getRuntime().availableProcessors()),
                getFieldEditorParent(),
                4);
        threads.setValidRange(0, MOST_THREADS);
        threads.setErrorMessage(NLS.bind(Messages.preferencesThreadsRange, MOST_THREADS));
        addField(threads);
    }
}
