// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A window with 10,000 runs in 100 projects, by night: how soon they are found is in {@code target/screenshots/many.txt}. */
@EnabledIfSystemProperty(named = "gidn.crowd", matches = "true")
class ManyRunsTest {
    @TempDir
    Path folder;

    @Test
    void tenThousandRunsAreShownAndFound() throws Exception {
        Story story = new Story(folder, "many");
        story.play();
        story.play();
        assertTrue(story.done());
    }
}
