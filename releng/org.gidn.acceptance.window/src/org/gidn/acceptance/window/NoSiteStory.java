// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Shell;

/** A user asks for updates though no site is known, and is told so in one dialog. */
final class NoSiteStory implements Story {
    private final Screen screen;
    private final Path folder;

    NoSiteStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        screen.choose("Help", "Check for Updates");
        Shell told = screen.window("No Updates Found");
        screen.photograph("no-site");
        screen.press(told, "No");
        screen.awaitTrue("the dialog to close", told::isDisposed);
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }
}
