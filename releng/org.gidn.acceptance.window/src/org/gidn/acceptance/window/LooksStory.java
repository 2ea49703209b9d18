// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.screen.ChosenPoints;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Everything once, to be looked at: the Welcome page, all views of a run, the pages of its editor, what can be done with points
 * and designs, and the wizards. {@code gidn.acceptance.variant} names the pictures; {@code gidn.acceptance.size} is the size of the
 * window, as {@code 1024x700}; with the variant {@code dark} all is dark, for which it takes two starts.
 */
final class LooksStory implements Story {
    private static final int LOOK_MILLISECONDS = 1500;
    private static final int PAGES = 6;
    private static final String NEXT_PAGE = "org.eclipse.ui.navigate.nextSubTab";

    /** Has something for most views within seconds. */
    private static final String COMPOSITE = """
        format: 2
        title: A small composite
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 200
          starts: 60
          steps: 60
          recordedPaths: 3
          predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 32, epochs: 30}
        """;

    private final Screen screen;
    private final Path folder;
    private final String variant = System.getProperty("gidn.acceptance.variant", "");
    private final Consumer<String> look;

    LooksStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
        look = what -> screen.photograph("looks-" + variant + "-" + what);
    }

    /** The same walk with something else than a picture of each thing, whose name it gets. */
    LooksStory(Screen screen, Path folder, Consumer<String> look) {
        this.screen = screen;
        this.folder = folder;
        this.look = look;
    }

    @Override
    public void play(int chapter) throws Exception {
        screen.awaitTrue(
                "the Welcome page",
                () -> PlatformUI.getWorkbench().getIntroManager().getIntro() != null);
        if (chapter == 1 && variant.equals("dark")) {
            screen.begin(Screen::darken);
            screen.leave();
            return;
        }
        resize();
        look("welcome");
        IProject project = Projects.create("looks", COMPOSITE, null);
        screen.open(project);
        screen.run(project);
        lookAtPages();
        for (String view : views()) {
            screen.show(view);
            look(view.substring(view.lastIndexOf('.') + 1));
        }
        lookAtDesigns();
        lookAtDialogs(project);
        lookAtWizards();
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    private void resize() {
        String size = System.getProperty("gidn.acceptance.size");
        Shell window = screen.workbench();
        screen.ask(() -> {
            if (size == null) {
                window.setMaximized(true);
            } else {
                String[] sides = size.split("x");
                window.setMaximized(false);
                window.setBounds(0, 0, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            }
            return window;
        });
    }

    private void look(String what) {
        Screen.pause(LOOK_MILLISECONDS);
        look.accept(what);
    }

    private void lookAtPages() {
        for (int page = 1; page <= PAGES; page++) {
            look("page-" + page);
            begin(NEXT_PAGE);
        }
    }

    /** Gives a command, which may end only when a dialog is closed. */
    private void begin(String command) {
        screen.begin(() -> execute(command));
    }

    private static void execute(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> views() {
        return screen.ask(() -> {
            List<String> views = new ArrayList<>();
            Arrays.stream(Screen.page().getViewReferences())
                    .map(IViewReference::getId)
                    .filter(id -> id.startsWith(Ids.PLUGIN))
                    .forEach(views::add);
            views.add(Ids.LABORATORY);
            return views;
        });
    }

    /** A changed design beside the one that was found, and the designs of some points. */
    private void lookAtDesigns() {
        screen.show(Ids.INSPECTOR);
        InspectorView inspector = (InspectorView) screen.ask(() -> Screen.page().findView(Ids.INSPECTOR));
        screen.awaitTrue("the best design", () -> !Double.isNaN(inspector.value()));
        screen.ask(() -> {
            inspector.compare(true);
            inspector.switchElement(0);
            inspector.switchElement(1);
            return inspector;
        });
        screen.awaitTrue("its value", () -> !Double.isNaN(inspector.value()));
        look("compared");
        screen.show(Ids.PREDICTION);
        FigureView figures = (FigureView) screen.ask(() -> Screen.page().findView(Ids.PREDICTION));
        Plot plot = screen.await(
                "the predictions",
                () -> figures.figure() instanceof Plot shown && points(shown) != null ? shown : null);
        Series points = points(plot);
        screen.ask(() -> {
            figures.showChosen(
                    List.of(new ChosenPoints(points, IntStream.range(0, 5).toArray())));
            return figures;
        });
        screen.awaitTrue("their designs", () -> figures.chosenCount() > 0);
        look("chosen");
    }

    private static Series points(Plot plot) {
        return plot.series().stream()
                .filter(series -> series.pointDesigns().isPresent())
                .findFirst()
                .orElse(null);
    }

    /** What is asked of a run and of a figure's axes. */
    private void lookAtDialogs(IProject project) {
        screen.show(Ids.NAVIGATOR);
        screen.ask(() -> {
            Screen.page()
                    .findView(Ids.NAVIGATOR)
                    .getSite()
                    .getSelectionProvider()
                    .setSelection(new StructuredSelection(Screen.model().index().runs(project)));
            return project;
        });
        lookAt("org.gidn.workbench.label", "labels");
        lookAt("org.gidn.workbench.importMeasured", "import");
        lookAt("org.gidn.workbench.export", "export");
        screen.show(Ids.PREDICTION);
        FigureView figures = (FigureView) screen.ask(() -> Screen.page().findView(Ids.PREDICTION));
        lookAt(figures::chooseAxes, "axes");
    }

    private void lookAtWizards() {
        lookAt(IWorkbenchCommandConstants.FILE_NEW, "new");
        lookAt(Commands.NEW_EXPERIMENT, "wizard");
        lookAt(Commands.NEW_FROM_EXAMPLE, "example");
        lookAt(IWorkbenchCommandConstants.WINDOW_PREFERENCES, "preferences");
    }

    /** Opens a dialog, looks at it and closes it. */
    private void lookAt(String command, String name) {
        lookAt(() -> execute(command), name);
    }

    private void lookAt(Runnable opening, String name) {
        Shell workbench = screen.workbench();
        screen.begin(opening);
        Shell dialog = screen.await(name + " to open", () -> Arrays.stream(screen.windows())
                .filter(shell -> shell != workbench
                        && shell.isVisible()
                        && !shell.getText().isEmpty())
                .findFirst()
                .orElse(null));
        look(name);
        screen.begin(dialog::close);
        screen.awaitTrue(name + " to close", dialog::isDisposed);
    }
}
