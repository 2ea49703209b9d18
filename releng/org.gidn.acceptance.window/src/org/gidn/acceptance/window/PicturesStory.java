// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.runs.RunNode;

/** The pictures of the window in the guide and in README.md. */
final class PicturesStory implements Story {
    private static final int WIDTH = 1436;
    private static final int HEIGHT = 895;
    private static final int LOOK_MILLISECONDS = 3000;

    private final Screen screen;
    private final Path folder;

    PicturesStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        Shell window = screen.workbench();
        screen.ask(() -> {
            window.setMaximized(false);
            window.setBounds(0, 0, WIDTH, HEIGHT);
            return window;
        });
        screen.press(window, "Run the first experiment");
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("composite-8x8");
        awaitRuns(project, 1);
        photograph(window, "workbench");

        screen.choose("File", "New", "Experiment");
        Shell wizard = screen.window("New Experiment");
        screen.awaitTrue(
                "the first page to be checked",
                () -> wizard.getData() instanceof WizardDialog dialog
                        && dialog.getCurrentPage() instanceof IWizardPage page
                        && page.isPageComplete());
        photograph(wizard, "wizard");
        screen.begin(wizard::close);

        screen.ask(() -> Screen.model().queue().start(project, Overrides.parse(List.of("seed=2"))));
        awaitRuns(project, 2);
        screen.ask(() -> {
            try {
                return PlatformUI.getWorkbench()
                        .showPerspective(
                                Ids.RESULTS_PERSPECTIVE,
                                PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
            } catch (WorkbenchException e) {
                throw new AssertionError(e);
            }
        });
        photograph(window, "results");
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    private void photograph(Shell shell, String name) {
        Screen.pause(LOOK_MILLISECONDS);
        screen.photograph(name, screen.ask(shell::getBounds));
    }

    private void awaitRuns(IProject project, int count) {
        screen.awaitTrue("run " + count + " to be done", () -> {
            List<RunNode> runs = Screen.model().index().runs(project);
            return runs.size() == count
                    && runs.stream().allMatch(run -> run.record().state() == RunState.DONE);
        });
    }
}
