// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Everything once, as {@link LooksStory} shows it, and a wait with each until what screen readers are told has been written down. */
final class AccessibleStory implements Story {
    private final Screen screen;
    private final Path folder;

    AccessibleStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        new LooksStory(screen, folder, this::read).play(chapter);
    }

    /** Asks for what is shown to be written down, and waits until it is. */
    private void read(String what) {
        try {
            Files.writeString(folder.resolve(what + ".shown"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        screen.awaitTrue(what + " to be read", () -> Files.exists(folder.resolve(what + ".read")));
    }
}
