// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.preferences;

import java.io.File;
import java.io.IOException;
import org.eclipse.core.runtime.preferences.UserScope;
import org.eclipse.osgi.service.datalocation.Location;
import org.gidn.workbench.internal.Ids;

/**
 * The folder in which the window keeps projects with their results and models, as the user prefers it. It cannot be kept in
 * that folder itself, so it belongs to the user and holds for all installations.
 */
public final class WorkspaceChoice {
    /** The folder; {@code ""} for the product's own choice. */
    static final String FOLDER = "workspace";

    private WorkspaceChoice() {}

    /** Takes the preferred folder, unless the command line has named one. */
    public static void apply(Location workspace) throws IOException {
        apply(workspace, UserScope.INSTANCE.getNode(Ids.PLUGIN).get(FOLDER, ""));
    }

    /** Takes a folder, unless one is set already or the given one is {@code ""}. */
    @SuppressWarnings(
            "deprecation") // Equinox takes the path out of the address as it stands, so it must not be encoded.
    public static void apply(Location workspace, String folder) throws IOException {
        if (!workspace.isSet() && !folder.isEmpty()) {
            workspace.set(new File(folder).toURL(), false);
        }
    }
}
