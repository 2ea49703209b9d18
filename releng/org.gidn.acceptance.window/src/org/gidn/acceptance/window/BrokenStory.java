// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.workspace.Projects;

/** A user meets plug-ins that throw, hang or give no number, is told which, and goes on working. */
final class BrokenStory implements Story {
    private static final String EXPERIMENT = """
        format: 1
        problem: {evaluator: {use: org.gidn.acceptance.window.broken, fault: FAULT}}
        optimiser: {use: org.gidn.baselines.random, samples: 20}
        patience: 2
        stopAt: failure
        """;
    private static final String SOUND = """
        format: 1
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser: {use: org.gidn.baselines.random, samples: 20}
        """;

    private final Screen screen;
    private final Path folder;

    BrokenStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        meet("throws", "failed with an error of its own");
        meet("hangs", "gave no sign of life");
        meet("nan", "gave no value for a design: The value is NaN.");
        IProject sound = Projects.create("sound", SOUND, null);
        screen.open(sound);
        screen.run(sound);
        screen.show(Ids.ERROR_LOG);
        screen.photograph("broken-log");
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    private void meet(String fault, String told) throws CoreException {
        IProject project = Projects.create(fault, EXPERIMENT.replace("FAULT", fault), null);
        screen.open(project);
        screen.begin(() -> Screen.model().queue().start(project, Overrides.NONE));
        Shell dialog = screen.window(fault);
        screen.control(
                dialog,
                Label.class,
                label -> label.getText().contains("org.gidn.acceptance.window")
                        && label.getText().contains(told));
        screen.photograph("broken-" + fault);
        screen.press(dialog, "OK");
        screen.awaitTrue("the dialog to close", dialog::isDisposed);
    }
}
