// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.gidn.experiments.catalogue.InstalledVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

class VersionTest {
    @TempDir
    private Path folder;

    @Test
    void theVersionIsThatOfTheBundles() {
        String version = InstalledVersion.of(FrameworkUtil.getBundle(VersionTest.class));
        assertEquals(
                "GIDN Workbench " + version,
                new Gidn(folder).run("--version").out().strip());
    }
}
