// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** A user leaves runs, an open editor and an arrangement of views behind, and finds all of it at the next start. */
final class RestartStory implements Story {
    private static final String EXPERIMENT = """
        format: 1
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 200
          starts: 500
          predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 16, epochs: 40}
        """;

    private final Screen screen;
    private final Path folder;

    RestartStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        switch (chapter) {
            case 1 -> leave();
            case 2 -> find();
            default -> throw new AssertionError("started once too often");
        }
    }

    private void leave() throws CoreException {
        IProject project = Projects.create("kept", EXPERIMENT, null);
        screen.open(project);
        screen.run(project);
        Job stopped = screen.ask(() -> Screen.model()
                .queue()
                .start(
                        project,
                        Overrides.parse(List.of("optimiser.predictor.epochs=3000", "optimiser.predictor.neurons=64"))));
        screen.awaitTrue("the second run to train", () -> {
            var job = Screen.model().queue().job(project);
            return job != null
                    && "training the predictor".equals(job.live().snapshot().current());
        });
        stopped.cancel();
        awaitStates(project, RunState.CANCELLED, RunState.DONE);
        screen.show(Ids.RANKS);
        screen.begin(() -> Screen.page().hideView(Screen.page().findView(Ids.HISTOGRAM)));
        screen.photograph("before-restart");
        screen.leave();
    }

    private void find() throws IOException {
        screen.awaitTrue("the editor to come back", () -> Screen.page().getActiveEditor() instanceof ExperimentEditor);
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("kept");
        List<RunNode> runs = awaitStates(project, RunState.CANCELLED, RunState.DONE);
        screen.awaitTrue("the experiment to be in focus", () -> runs.get(0)
                .equals(Screen.model().focus().run()));
        screen.begin(() -> Screen.model().focus().show(runs.get(1)));
        screen.awaitTrue(
                "the ranks to be drawn again",
                () -> Screen.page().findView(Ids.RANKS) instanceof FigureView view && view.figure() != null);
        screen.awaitBestDesigns("kept, run 1");
        if (screen.ask(() -> Screen.page().findViewReference(Ids.HISTOGRAM)) != null) {
            throw new AssertionError("the histogram had been closed");
        }
        screen.photograph("after-restart");
        Job resumed = screen.ask(() -> Screen.model().queue().resume(runs.get(0)));
        screen.awaitTrue("the stopped run to end", () -> resumed.getResult() != null);
        awaitStates(project, RunState.DONE, RunState.DONE);
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    /** Waits until the project's runs are known to have ended so, the latest first. */
    private List<RunNode> awaitStates(IProject project, RunState... states) {
        return screen.await("the runs to have ended as " + List.of(states), () -> {
            List<RunNode> runs = Screen.model().index().runs(project);
            List<RunState> now = runs.stream().map(run -> run.record().state()).toList();
            return now.equals(List.of(states)) ? runs : null;
        });
    }
}
