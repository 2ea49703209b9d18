// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.acceptance.Product.Outcome;

/** A story that {@code org.gidn.acceptance.window} plays in the window of a copy of the built product. */
final class Story {
    private final Product product;
    private final Path folder;
    private final String name;

    /**
     * Copies the product.
     *
     * @param folder for the copy and for what the story leaves
     */
    Story(Path folder, String name) throws IOException {
        product = Product.copy(folder);
        product.add("org.gidn.acceptance.window", Path.of("../org.gidn.acceptance.window/target"));
        this.folder = Files.createDirectory(folder.resolve("story"));
        this.name = name;
    }

    Product product() {
        return product;
    }

    /** A file of the story's own. */
    Path file(String file) {
        return folder.resolve(file);
    }

    /** Whether it has been played to its end. */
    boolean done() {
        return Files.exists(file("done"));
    }

    /** Starts the window, which plays the next chapter, and waits until it is closed for good. */
    void play(String... options) throws IOException, InterruptedException {
        Outcome outcome = playUntilItEnds(options);
        assertEquals(0, outcome.status(), outcome::err);
    }

    /** As {@link #play}, however the window ends. */
    Outcome playUntilItEnds(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dgidn.acceptance=" + folder);
        all.add("-Dgidn.acceptance.story=" + name);
        Outcome outcome = product.window(all.toArray(String[]::new));
        keep();
        String failed = Files.exists(file("failed")) ? Files.readString(file("failed")) : "";
        assertTrue(failed.isEmpty(), () -> failed + outcome.err());
        return outcome;
    }

    /** Keeps its pictures and figures. */
    private void keep() throws IOException {
        Path target = Files.createDirectories(Path.of("target/screenshots"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.filter(file -> file.toString().matches(".*\\.(png|txt)"))
                    .toList();
            for (Path file : kept) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
