// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;

/**
 * Plays a user in the product's own process, one chapter of a story at each start of the program. The system property
 * {@code gidn.acceptance} names the folder in which the story is kept: {@code chapter} counts the starts, {@code failed} says
 * what went wrong, {@code done} that it has come to its end, and there are pictures. {@code gidn.acceptance.story} says which
 * story it is.
 */
public final class Start implements IStartup {
    @Override
    public void earlyStartup() {
        Path folder = Path.of(System.getProperty("gidn.acceptance"));
        Thread thread = new Thread(() -> play(folder), "acceptance");
        thread.setDaemon(true);
        thread.start();
    }

    private static void play(Path folder) {
        Screen screen = new Screen(folder);
        try {
            Path file = folder.resolve("chapter");
            int chapter = Files.exists(file) ? Integer.parseInt(Files.readString(file)) + 1 : 1;
            Files.writeString(file, String.valueOf(chapter));
            story(screen, folder).play(chapter);
        } catch (Exception | AssertionError | LinkageError e) {
            fail(folder, screen, e);
        }
    }

    private static Story story(Screen screen, Path folder) {
        String name = System.getProperty("gidn.acceptance.story");
        return switch (name) {
            case "install" -> new InstallStory(screen, folder);
            case "restart" -> new RestartStory(screen, folder);
            case "newcomer" -> new NewcomerStory(screen, folder);
            case "looks" -> new LooksStory(screen, folder);
            case "accessible" -> new AccessibleStory(screen, folder);
            case "pictures" -> new PicturesStory(screen, folder);
            case "tour" -> new TourStory(screen, folder);
            case "no-site" -> new NoSiteStory(screen, folder);
            case "many" -> new ManyStory(screen, folder);
            case "broken" -> new BrokenStory(screen, folder);
            case "exit" -> new ExitStory(screen, folder);
            default -> throw new AssertionError("no story " + name);
        };
    }

    private static void fail(Path folder, Screen screen, Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        try {
            Files.writeString(folder.resolve("failed"), text + screen.text());
            screen.photograph("failed");
        } catch (IOException e) {
            Platform.getLog(Start.class).error("what went wrong could not be kept: " + failure, e);
        }
        // Dialogs that nobody answers keep the workbench from ending.
        Runtime.getRuntime().halt(1);
    }
}
