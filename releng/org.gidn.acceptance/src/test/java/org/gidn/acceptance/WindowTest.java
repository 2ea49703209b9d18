// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The window of the built product: what is kept of a session, how a newcomer fares, and what broken plug-ins do to it. */
@EnabledOnOs(OS.LINUX)
class WindowTest {
    @TempDir
    Path folder;

    @Test
    void runsEditorAndViewsAreKeptForTheNextStart() throws Exception {
        Story story = new Story(folder, "restart");
        story.play(Product.EQUAL);
        assertFalse(story.done());
        story.play(Product.EQUAL);
        assertTrue(story.done());
    }

    @Test
    void aNewcomerGetsToAResultOfTheirOwn() throws Exception {
        Story story = new Story(folder, "newcomer");
        story.play(Product.EQUAL);
        assertTrue(story.done());
    }

    @Test
    void brokenPluginsAreToldByNameAndHurtNothingElse() throws Exception {
        Story story = new Story(folder, "broken");
        story.play(Product.QUICK);
        assertTrue(story.done());
    }

    @Test
    void aPluginThatEndsTheProgramIsToldByNameBeforeTheWindowCloses() throws Exception {
        Story story = new Story(folder, "exit");
        Outcome outcome = story.playUntilItEnds(Product.QUICK);
        assertTrue(story.done(), outcome::err);
        assertEquals(1, outcome.status(), outcome::err);
        String report = story.product()
                .gidn("report", Files.readString(story.file("project")))
                .done()
                .out();
        assertTrue(report.contains("org.gidn.acceptance.window has ended the program with System.exit, in "), report);
    }
}
