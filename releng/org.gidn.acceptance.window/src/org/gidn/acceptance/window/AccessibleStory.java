// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IProject;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.workspace.Projects;

/** Shows views and forms one after the other, and waits with each until what screen readers are told has been written down. */
final class AccessibleStory implements Story {
    private static final int SETTLE_MILLISECONDS = 1500;

    private static final String[] VIEWS = {
        Ids.NAVIGATOR,
        Ids.GALLERY,
        Ids.INSPECTOR,
        Ids.DASHBOARD,
        Ids.COMPARISON,
        Ids.LABORATORY,
        Ids.HISTOGRAM,
        Ids.PREDICTION
    };

    private static final String EXPERIMENT = """
        format: 2
        title: Read aloud
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.designer.frugal}
        budget: 20
        """;

    private final Screen screen;
    private final Path folder;

    AccessibleStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        IProject project = Projects.create("aloud", EXPERIMENT, null);
        ExperimentEditor editor = (ExperimentEditor) screen.open(project);
        screen.run(project);
        for (String view : VIEWS) {
            screen.show(view);
            read(view.substring(view.lastIndexOf('.') + 1));
        }
        screen.begin(() -> editor.setActivePage("problem.evaluator"));
        read("form");
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    /** Asks for what is shown to be written down, and waits until it is. */
    private void read(String what) throws Exception {
        Screen.pause(SETTLE_MILLISECONDS);
        Files.writeString(folder.resolve(what + ".shown"), "");
        screen.awaitTrue(what + " to be read", () -> Files.exists(folder.resolve(what + ".read")));
    }
}
