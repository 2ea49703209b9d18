// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.editor.FormEditor;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.runs.RunNode;

/** A newcomer goes the way of the guide's page "Getting started": the first experiment, one of their own, and a change of it. */
final class NewcomerStory implements Story {
    private final Screen screen;
    private final Path folder;

    NewcomerStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        long begun = System.nanoTime();
        Shell window = screen.workbench();
        screen.press(window, "Run the first experiment");
        IProject first = ResourcesPlugin.getWorkspace().getRoot().getProject("composite-8x8");
        awaitRuns(first, 1);
        screen.photograph("newcomer-1-first");

        screen.choose("File", "New", "Experiment");
        Shell wizard = screen.window("New Experiment");
        screen.type(wizard, "Modulus ratio", "5");
        screen.press(wizard, "Next");
        screen.press(wizard, "Next");
        screen.type(wizard, "Project name", "soft-contrast");
        screen.press(wizard, "Finish");
        IProject own = ResourcesPlugin.getWorkspace().getRoot().getProject("soft-contrast");
        awaitRuns(own, 1);
        screen.photograph("newcomer-2-own");

        FormEditor editor = (FormEditor) screen.ask(() -> Screen.page().getActiveEditor());
        screen.begin(() -> editor.setActivePage("problem.evaluator"));
        screen.type(window, "Volume fraction", "0.125");
        screen.choose("Run", "Run");
        awaitRuns(own, 2);
        screen.photograph("newcomer-3-changed");
        List<RunNode> runs = Screen.model().index().runs(own);
        Map<String, Object> settings = runs.get(0).record().settingsByPath();
        if (!"0.125".equals(String.valueOf(settings.get("problem.volumeFraction")))) {
            throw new AssertionError(settings);
        }
        double minutes = (System.nanoTime() - begun) / 6e10;
        Files.writeString(folder.resolve("done"), String.format(Locale.ROOT, "%.1f minutes%n", minutes));
        screen.leave();
    }

    private void awaitRuns(IProject project, int count) {
        screen.awaitTrue("run " + count + " of " + project.getName() + " to be done", () -> {
            List<RunNode> runs = Screen.model().index().runs(project);
            return runs.size() == count && runs.get(0).record().state() == RunState.DONE;
        });
    }
}
