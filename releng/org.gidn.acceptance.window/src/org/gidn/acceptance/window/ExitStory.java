// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.workspace.Projects;

/** A plug-in ends the program in the middle of a run; the user reads which one before the window closes. */
final class ExitStory implements Story {
    private static final String EXPERIMENT = """
        format: 1
        problem: {evaluator: {use: org.gidn.acceptance.window.broken, fault: exits}}
        optimiser: {use: org.gidn.baselines.random, samples: 20}
        """;

    private final Screen screen;
    private final Path folder;

    ExitStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        IProject project = Projects.create("exits", EXPERIMENT, null);
        Files.writeString(folder.resolve("project"), Projects.folder(project).toString());
        screen.begin(() -> Screen.model().queue().start(project, Overrides.NONE));
        Shell dialog = screen.window(Messages.exitForced);
        screen.control(dialog, Label.class, label -> label.getText()
                .contains("org.gidn.acceptance.window has ended the program with System.exit, in "));
        screen.photograph("exit");
        Files.writeString(folder.resolve("done"), "");
        screen.press(dialog, "OK");
    }
}
