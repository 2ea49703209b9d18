// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.RunState;
import org.gidn.visualisation.Figure;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * A user who looks at everything: at all views while an experiment runs, when it is kept how soon the window answers; at the
 * figures, helps and dialogs that other stories do not come by, in the light and in the dark theme; and at a project with many
 * evaluations, by night a million, when it is kept how long that takes to open.
 */
final class TourStory implements Story {
    /** In which a user sees what a view shows, and turns to the next. */
    private static final int GLANCE_MILLISECONDS = 300;
    /** In which everything is drawn that is to be in a picture. */
    private static final int LOOK_MILLISECONDS = 1000;
    /** How many evaluations the large project has, and ten times as many as the paper's experiment has starts. */
    private static final int MANY = Integer.getInteger("gidn.acceptance.many");

    private static final String PEAKS = """
        format: 1
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser:
          use: org.gidn.designer.gidn
          samples: 5000
          starts: 500
          startDeviation: 1.5
          steps: 500
          learningRate: 0.01
          recordedPaths: 40
          predictor: {use: org.gidn.predictor.mlp, layers: 3, neurons: 32, batchSize: 100, epochs: 60}
        """;
    private static final String STRUCTURES = """
        format: 1
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.predictor.networkStudy
          samples: 1000
          epochs: 20
          batchSize: 200
          layers: 2 4
          neurons: 16 32 64
        """;
    private static final String LARGE = String.format(Locale.ROOT, """
        format: 1
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: %d}
        """, MANY);

    private final Screen screen;
    private final Path folder;

    TourStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        switch (chapter) {
            case 1 -> light();
            case 2 -> dark();
            default -> throw new AssertionError("started once too often");
        }
    }

    private void light() throws Exception {
        screen.awaitTrue(
                "the Welcome page",
                () -> PlatformUI.getWorkbench().getIntroManager().getIntro() != null);
        for (String[] project : new String[][] {{"peaks", PEAKS}, {"structures", STRUCTURES}, {"large", LARGE}}) {
            IProject created = Projects.create(project[0], project[1], null);
            screen.open(created);
            screen.run(created);
        }
        lookAround("light");
        screen.begin(Screen::darken);
        screen.leave();
    }

    /** All views in turn, while the paper's experiment runs, which takes long enough for that. */
    private void lookAtARun() throws Exception {
        Example paper = Example.of(Catalogue.installed().examples(), "composite-8x8-paper");
        IProject project = Projects.create(paper.id(), paper, null);
        screen.open(project);
        Overrides starts = Overrides.parse(List.of("optimiser.starts=" + MANY / 10));
        screen.begin(() -> Screen.model().queue().start(project, starts));
        screen.awaitTrue(
                "the run to begin", () -> !Screen.model().index().runs(project).isEmpty());
        Responsiveness window =
                new Responsiveness(screen.ask(() -> screen.workbench().getDisplay()));
        List<String> views = views();
        try (window) {
            for (int i = 0; !ended(project); i++) {
                screen.show(views.get(i % views.size()));
                Screen.pause(GLANCE_MILLISECONDS);
            }
        }
        Files.writeString(folder.resolve("responsiveness.txt"), window.report("while the paper's 8 by 8 example ran"));
    }

    /** The workbench's own views in the window, and the properties of what is selected. */
    private List<String> views() {
        return screen.ask(() -> Stream.concat(
                        Arrays.stream(Screen.page().getViewReferences())
                                .map(IViewReference::getId)
                                .filter(id -> id.startsWith(Ids.PLUGIN)),
                        Stream.of(IPageLayout.ID_PROP_SHEET))
                .toList());
    }

    private boolean ended(IProject project) {
        List<RunNode> runs = screen.ask(() -> Screen.model().index().runs(project));
        return runs.get(0).record().state() == RunState.DONE;
    }

    private void dark() throws Exception {
        openTheLargeOne();
        lookAtARun();
        lookAround("dark");
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    /** From the wish to see the project to its best designs and its histogram. */
    private void openTheLargeOne() throws IOException {
        screen.awaitTrue("the workbench to come back", () -> Screen.page().getActiveEditor() != null);
        screen.open(project("peaks"));
        screen.show(Ids.GALLERY);
        screen.show(Ids.HISTOGRAM);
        Figure before = awaitFigure(Ids.HISTOGRAM, null);
        long begun = System.nanoTime();
        screen.open(project("large"));
        screen.awaitBestDesigns("large, run 1");
        double designs = (System.nanoTime() - begun) / 1e9;
        awaitFigure(Ids.HISTOGRAM, before);
        double histogram = (System.nanoTime() - begun) / 1e9;
        Files.writeString(
                folder.resolve("large.txt"),
                String.format(
                        Locale.ROOT,
                        "A project with %,d evaluations: best designs after %.2f s, histogram after %.2f s%n",
                        MANY,
                        designs,
                        histogram));
    }

    private void lookAround(String theme) {
        look(theme, "peaks", Ids.PATHS);
        look(theme, "structures", Ids.NETWORKS);
        look(theme, "large", Ids.HISTOGRAM);
        look(theme, "large", Ids.GALLERY);
        look(theme, "large", Ids.CONVERGENCE);
        screen.show(Ids.ERROR_LOG);
        Screen.pause(LOOK_MILLISECONDS);
        screen.photograph("tour-" + theme + "-errors");
        screen.begin(() -> PlatformUI.getWorkbench().getHelpSystem().search("toughness"));
        Screen.pause(LOOK_MILLISECONDS);
        screen.photograph("tour-" + theme + "-help");
        screen.begin(() -> new OpenCheatSheetAction(Ids.FIRST_EXPERIMENT).run());
        Screen.pause(LOOK_MILLISECONDS);
        screen.photograph("tour-" + theme + "-cheatsheet");
        screen.show(Ids.NAVIGATOR);
        screen.select(screen.item(screen.workbench(), "structures"));
        dialog(theme, IWorkbenchCommandConstants.EDIT_DELETE, "Confirm Project Delete");
        dialog(theme, IWorkbenchCommandConstants.FILE_RENAME, "Rename Project");
    }

    private IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    /** Waits for a view to show another figure. */
    private Figure awaitFigure(String view, Figure before) {
        return screen.await(
                view + " to draw",
                () -> Screen.page().findView(view) instanceof FigureView shown && shown.figure() != before
                        ? shown.figure()
                        : null);
    }

    /** Photographs one view of a project as large as the window. */
    private void look(String theme, String project, String view) {
        screen.open(project(project));
        screen.show(view);
        if (view.startsWith(Ids.FIGURES)) {
            awaitFigure(view, null);
        }
        IViewReference reference = screen.ask(() -> Screen.page().findViewReference(view));
        screen.begin(() -> Screen.page().toggleZoom(reference));
        Screen.pause(LOOK_MILLISECONDS);
        screen.photograph("tour-" + theme + "-" + project + "-" + view.substring(view.lastIndexOf('.') + 1));
        screen.begin(() -> Screen.page().toggleZoom(reference));
    }

    private void dialog(String theme, String command, String title) {
        screen.awaitTrue(title + " to be possible", () -> PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand(command)
                .isEnabled());
        screen.begin(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
        Shell dialog = screen.window(title);
        Screen.pause(LOOK_MILLISECONDS);
        screen.photograph("tour-" + theme + "-" + title.replace(' ', '-'));
        screen.begin(dialog::close);
        screen.awaitTrue(title + " to close", dialog::isDisposed);
    }
}
