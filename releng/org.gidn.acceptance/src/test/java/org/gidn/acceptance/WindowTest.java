// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window of the built product: Help › Install New Software, Check for Updates and Uninstall; what is kept of a session; what
 * broken plug-ins do to it; how everything looks, and how soon it answers.
 */
@EnabledOnOs(OS.LINUX)
class WindowTest {
    private static final String EVOLUTION = "org.gidn.samples.evolution";

    @TempDir
    Path folder;

    private Path story;

    @Test
    void aPluginIsInstalledUsedUpdatedAndRemovedInTheWindow() throws Exception {
        Product product = product();
        Path newer = ChangedSite.publish(
                product, folder.resolve("newer"), EVOLUTION, text -> text.replaceAll("1\\.0\\.0\\.(\\w)", "1.1.0.$1"));
        Files.writeString(story.resolve("newer"), newer.toUri().toString());
        product.gidn("plugins", "sites", "--add", Product.site().toString()).done();
        try (SiteServer server = new SiteServer(Product.site())) {
            Files.writeString(story.resolve("site"), server.address());
            play(product, "install");
        }
        assertTrue(Files.exists(story.resolve("done")));
        assertEquals(
                "No plug-ins have been added.\n",
                product.gidn("plugins", "list").done().err());
    }

    @Test
    void runsEditorAndViewsAreKeptForTheNextStart() throws Exception {
        Product product = product();
        play(product, "restart");
        assertTrue(Files.notExists(story.resolve("done")));
        play(product, "restart");
        assertTrue(Files.exists(story.resolve("done")));
    }

    @Test
    void aNewcomerGetsToAResultOfTheirOwn() throws Exception {
        Product product = product();
        play(product, "newcomer");
        assertTrue(Files.exists(story.resolve("done")));
    }

    @Test
    void withoutASiteACheckForUpdatesSaysSo() throws Exception {
        Product product = product();
        assertEquals("", product.gidn("plugins", "sites").done().out());
        assertEquals(
                "gidn: No update site is known yet; name one with --site.\n",
                product.gidn("plugins", "install", "org.example.feature")
                        .refused()
                        .err());
        play(product, "no-site");
        assertTrue(Files.exists(story.resolve("done")));
    }

    @Test
    void brokenPluginsAreToldByNameAndHurtNothingElse() throws Exception {
        Product product = product();
        play(product, "broken");
        assertTrue(Files.exists(story.resolve("done")));
    }

    @Test
    void aPluginThatEndsTheProgramIsToldByNameBeforeTheWindowCloses() throws Exception {
        Product product = product();
        Outcome outcome = product.window("-Dgidn.acceptance=" + story, "-Dgidn.acceptance.story=exit");
        keep(story);
        assertTrue(Files.exists(story.resolve("done")), () -> read(story.resolve("failed")) + outcome.err());
        assertEquals(1, outcome.status(), outcome::err);
        String report = product.gidn("report", Files.readString(story.resolve("project")))
                .done()
                .out();
        assertTrue(report.contains("org.gidn.acceptance.window has ended the program with System.exit, in "), report);
    }

    @Test
    void everythingIsSeenWhileAnExperimentRunsAndInTheDark() throws Exception {
        Product product = product();
        play(product, "tour");
        play(product, "tour");
        assertTrue(Files.exists(story.resolve("done")));
    }

    private Product product() throws IOException {
        Product product = Product.copy(folder);
        product.add("org.gidn.acceptance.window", Path.of("../org.gidn.acceptance.window/target"));
        story = Files.createDirectory(folder.resolve("story"));
        return product;
    }

    /** Starts the window, which plays the next chapter, and waits until it is closed for good. */
    private void play(Product product, String name) throws IOException, InterruptedException {
        Outcome outcome = product.window("-Dgidn.acceptance=" + story, "-Dgidn.acceptance.story=" + name);
        keep(story);
        Path failed = story.resolve("failed");
        assertTrue(Files.notExists(failed), () -> read(failed) + outcome.err());
        assertEquals(0, outcome.status(), outcome::err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Keeps a story's pictures and figures. */
    private static void keep(Path story) throws IOException {
        Path target = Files.createDirectories(Path.of("target/screenshots"));
        try (Stream<Path> files = Files.list(story)) {
            List<Path> kept = files.filter(file -> file.toString().matches(".*\\.(png|txt)"))
                    .toList();
            for (Path file : kept) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
