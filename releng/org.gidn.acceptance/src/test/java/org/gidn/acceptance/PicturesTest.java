// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the window in the guide and in README.md; {@code releng/pictures} puts them there. */
@EnabledIfSystemProperty(named = "gidn.pictures", matches = "true")
class PicturesTest {
    @TempDir
    Path folder;

    @Test
    void theWindowIsSeenAsTheGuideShowsIt() throws Exception {
        Story story = new Story(folder, "pictures");
        story.play();
        assertTrue(story.done());
        for (String picture : new String[] {"workbench", "wizard", "results"}) {
            assertTrue(Files.exists(story.file(picture + ".png")), picture);
        }
    }
}
