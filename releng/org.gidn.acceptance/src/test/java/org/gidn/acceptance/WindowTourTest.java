// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * How everything looks in the window of the built product, and how soon it answers. Played by night; {@code gidn.many} says how many
 * evaluations its large project has.
 */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "gidn.many", matches = "\\d+")
class WindowTourTest {
    @TempDir
    Path folder;

    @Test
    void everythingIsSeenWhileAnExperimentRunsAndInTheDark() throws Exception {
        Story story = new Story(folder, "tour");
        String many = "-Dgidn.acceptance.many=" + Integer.getInteger("gidn.many");
        story.play(many);
        story.play(many);
        assertTrue(story.done());
    }
}
