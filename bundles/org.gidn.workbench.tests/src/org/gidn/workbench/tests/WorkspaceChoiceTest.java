// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.gidn.workbench.internal.preferences.WorkspaceChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the window keeps its projects. */
class WorkspaceChoiceTest {
    @TempDir
    private Path folder;

    private static Location unset() {
        return Platform.getInstanceLocation().createLocation(null, null, false);
    }

    @Test
    void aPreferredFolderIsTaken() throws Exception {
        Path preferred = folder.resolve("my projects");
        Location workspace = unset();
        WorkspaceChoice.apply(workspace, preferred.toString());
        assertEquals(preferred, Path.of(workspace.getURL().getPath()));
    }

    @Test
    void withoutAPreferenceTheProductChooses() throws Exception {
        Location workspace = unset();
        WorkspaceChoice.apply(workspace, "");
        assertFalse(workspace.isSet());
    }

    @Test
    void theCommandLineGoesFirst() throws Exception {
        Location workspace = unset();
        Path named = folder.resolve("named");
        WorkspaceChoice.apply(workspace, named.toString());
        WorkspaceChoice.apply(workspace, folder.resolve("preferred").toString());
        assertEquals(named, Path.of(workspace.getURL().getPath()));
    }
}
