// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.preferences;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.gidn.workbench.internal.Ids;
import org.osgi.service.prefs.BackingStoreException;

/** How the tree shows runs; kept with the workspace. */
public final class TreePreferences {
    private static final String BEST_FIRST = "tree.bestFirst";
    private static final String ARCHIVED = "tree.archived";

    private TreePreferences() {}

    /** Whether the best run of a project stands first, else the latest. */
    public static boolean bestFirst() {
        return node().getBoolean(BEST_FIRST, false);
    }

    public static void setBestFirst(boolean now) {
        put(BEST_FIRST, now);
    }

    /** Whether archived runs are shown too. */
    public static boolean archived() {
        return node().getBoolean(ARCHIVED, false);
    }

    public static void setArchived(boolean now) {
        put(ARCHIVED, now);
    }

    private static void put(String key, boolean value) {
        node().putBoolean(key, value);
        try {
            node().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(TreePreferences.class).error(e.getMessage(), e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
    }
}
