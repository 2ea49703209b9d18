// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of all views in all variants, to be looked at: {@code releng/nightly} makes them. */
class LooksTest {
    private static final String LARGE = "large";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "gidn.looks", matches = "true")
    @ValueSource(strings = {"light", "dark", "small", "doubled", LARGE, "translated"})
    void everythingIsSeenOnce(String variant) throws Exception {
        Product product = Product.copy(folder);
        product.add("org.gidn.acceptance.window", Path.of("../org.gidn.acceptance.window/target"));
        if (variant.equals("translated")) {
            PseudoTranslation.add(product.folder());
        }
        Path story = Files.createDirectory(folder.resolve("story"));
        Map<String, String> environment =
                switch (variant) {
                    case "doubled" -> Map.of("GDK_SCALE", "2", "DISPLAY", OwnDisplay.doubled());
                    case LARGE -> Map.of("GDK_DPI_SCALE", "1.5");
                    default -> Map.of();
                };
        String[] options = {
            "-Dgidn.acceptance=" + story,
            "-Dgidn.acceptance.story=looks",
            "-Dgidn.acceptance.variant=" + variant,
            variant.equals("small") ? "-Dgidn.acceptance.size=1024x700" : "",
            variant.equals("translated") ? "-Duser.language=" + PseudoTranslation.LANGUAGE : ""
        };
        if (variant.equals("dark")) {
            product.window(environment, options).done();
        }
        Outcome outcome = product.window(environment, options);
        List<Path> pictures = keep(story);
        assertTrue(Files.exists(story.resolve("done")), outcome::err);
        assertTrue(pictures.size() > 20, pictures::toString);
    }

    private static List<Path> keep(Path story) throws IOException {
        Path target = Files.createDirectories(Path.of("target/screenshots"));
        try (Stream<Path> files = Files.list(story)) {
            List<Path> pictures =
                    files.filter(file -> file.toString().endsWith(".png")).toList();
            for (Path picture : pictures) {
                Files.copy(picture, target.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return pictures;
        }
    }

    @Test
    void aTranslationKeepsPlacesForValues() {
        assertEquals("[{0} öf {1} déšîgñš~~~~]\u200F", PseudoTranslation.of("{0} of {1} designs"));
    }
}
