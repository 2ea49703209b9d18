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

/** Help › Install New Software, Check for Updates and Uninstall in the window of the built product. */
@EnabledOnOs(OS.LINUX)
class WindowTest {
    private static final String EVOLUTION = "org.gidn.samples.evolution";

    @TempDir
    Path folder;

    @Test
    void aPluginIsInstalledUsedUpdatedAndRemovedInTheWindow() throws Exception {
        Product product = Product.copy(folder);
        product.add("org.gidn.acceptance.window", Path.of("../org.gidn.acceptance.window/target"));
        Path story = Files.createDirectory(folder.resolve("story"));
        Path newer = ChangedSite.publish(
                product, folder.resolve("newer"), EVOLUTION, text -> text.replaceAll("1\\.0\\.0\\.(\\w)", "1.1.0.$1"));
        Files.writeString(story.resolve("newer"), newer.toUri().toString());
        try (SiteServer server = new SiteServer(Product.site())) {
            Files.writeString(story.resolve("site"), server.address());
            Outcome outcome = product.window("-Dgidn.acceptance=" + story);
            keepPictures(story);
            Path failed = story.resolve("failed");
            assertTrue(Files.notExists(failed), () -> read(failed) + outcome.err());
            assertEquals(0, outcome.status(), outcome::err);
            assertTrue(Files.exists(story.resolve("done")), outcome::err);
        }
        assertEquals(
                "No plug-ins have been added.\n",
                product.gidn("plugins", "list").done().err());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void keepPictures(Path story) throws IOException {
        Path target = Files.createDirectories(Path.of("target/screenshots"));
        try (Stream<Path> files = Files.list(story)) {
            List<Path> pictures =
                    files.filter(file -> file.toString().endsWith(".png")).toList();
            for (Path picture : pictures) {
                Files.copy(picture, target.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
