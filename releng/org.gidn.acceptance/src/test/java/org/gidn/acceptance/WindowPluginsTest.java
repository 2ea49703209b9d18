// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** In the window of the built product: Help › Install New Software, Check for Updates and Uninstall. */
@EnabledOnOs(OS.LINUX)
class WindowPluginsTest {
    private static final String EVOLUTION = "org.gidn.samples.evolution";

    @TempDir
    Path folder;

    @Test
    void aPluginIsInstalledUsedUpdatedAndRemovedInTheWindow() throws Exception {
        Story story = new Story(folder, "install");
        Product product = story.product();
        Path newer = ChangedSite.publish(
                product, folder.resolve("newer"), EVOLUTION, text -> text.replaceAll("1\\.0\\.0\\.(\\w)", "1.1.0.$1"));
        Files.writeString(story.file("newer"), newer.toUri().toString());
        product.gidn("plugins", "sites", "--add", Product.site().toString()).done();
        try (SiteServer server = new SiteServer(Product.site())) {
            Files.writeString(story.file("site"), server.address());
            story.play(Product.QUICK);
        }
        assertTrue(story.done());
        assertEquals(
                "No plug-ins have been added.\n",
                product.gidn("plugins", "list").done().err());
    }

    @Test
    void withoutASiteACheckForUpdatesSaysSo() throws Exception {
        Story story = new Story(folder, "no-site");
        Product product = story.product();
        assertEquals("", product.gidn("plugins", "sites").done().out());
        assertEquals(
                "gidn: No update site is known yet; name one with --site.\n",
                product.gidn("plugins", "install", "org.example.feature")
                        .refused()
                        .err());
        story.play(Product.QUICK);
        assertTrue(story.done());
    }
}
