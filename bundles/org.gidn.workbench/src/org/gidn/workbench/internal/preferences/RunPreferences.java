// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.preferences;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.Ids;

/** What the user prefers for runs that are started in the window. */
public final class RunPreferences extends AbstractPreferenceInitializer {
    /** Most threads that a run may use; 0 leaves that to the experiment. */
    static final String THREADS = "threads";

    @Override
    public void initializeDefaultPreferences() {
        DefaultScope.INSTANCE.getNode(Ids.PLUGIN).putInt(THREADS, 0);
    }

    /** The overrides with the preferred number of threads, where the experiment's executor has such a setting. */
    public static Overrides with(Overrides overrides, Experiment experiment) {
        int threads = Platform.getPreferencesService().getInt(Ids.PLUGIN, THREADS, 0, null);
        boolean known = experiment.executor().extension().parameter(THREADS).isPresent();
        return threads > 0 && known ? overrides.with("executor." + THREADS, Integer.toString(threads)) : overrides;
    }
}
