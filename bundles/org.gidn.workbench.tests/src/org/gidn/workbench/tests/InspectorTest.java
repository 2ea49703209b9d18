// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.visualisation.screen.Spoken;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be seen of a design in the inspector, and done with it. */
class InspectorTest {
    private static final String COMPOSITE = """
        format: 1
        title: Composite
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: 30}
        """;
    private static final String PATHS = """
        format: 1
        title: Paths
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 40
          starts: 10
          steps: 15
          recordedPaths: 2
          predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 8, epochs: 5}
        """;

    private IProject project;
    private InspectorView inspector;
    private FoundDesign best;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    /** Runs an experiment and looks at the best design that it found. */
    private void inspect(String experiment) throws Exception {
        project = Window.project("inspected", experiment);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
        inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        best = Project.open(Projects.folder(project)).results(1).best(1).get(0);
        Window.await("the best design", () -> inspector.value() == best.value());
    }

    /** A variable whose element has a level. */
    private int variable(int level) {
        int variable = 0;
        while (best.designs().value(0, variable) != level) {
            variable++;
        }
        return variable;
    }

    private void assertSaid(String text) {
        Window.await(text, () -> Window.controls(Window.window().getShell()).stream()
                .anyMatch(control -> control instanceof Label label
                        && label.isVisible()
                        && label.getText().contains(text)));
    }

    private void edit(ActionFactory command) {
        IActionBars bars = inspector.getViewSite().getActionBars();
        bars.getGlobalActionHandler(command.getId()).run();
    }

    @Test
    void changesAreTakenBackStepByStepAndAShareThatNoLongerHoldsIsSaid() throws Exception {
        inspect(COMPOSITE);
        assertSaid("8 of 32 elements of the half model");
        assertSaid("click an element of the whole specimen to change it and its mirror image");
        int first = variable(0);
        inspector.switchElement(first);
        assertSaid("7 elements, where the problem asks for 8");
        Window.await("its value", () -> !Double.isNaN(inspector.value()));
        double changed = inspector.value();
        inspector.switchElement(variable(1));
        assertSaid("8 of 32 elements of the half model");
        edit(ActionFactory.UNDO);
        Window.await("the step before", () -> inspector.value() == changed);
        edit(ActionFactory.UNDO);
        Window.await("the design as it was found", () -> inspector.value() == best.value());
        assertFalse(inspector
                .getViewSite()
                .getActionBars()
                .getGlobalActionHandler(ActionFactory.UNDO.getId())
                .isEnabled());
        edit(ActionFactory.REDO);
        Window.await("the first step again", () -> inspector.value() == changed);
    }

    @Test
    void designsAreComparedSideBySide() throws Exception {
        inspect(COMPOSITE);
        inspector.compare(true);
        inspector.switchElement(variable(0));
        inspector.switchElement(variable(1));
        Window.await("its value", () -> !Double.isNaN(inspector.value()));
        assertSaid(String.format("2 of 32 variables differ, which makes %+.4g", inspector.value() - best.value()));
        List<Rectangle> pictures = Window.controls(Window.window().getShell()).stream()
                .filter(control -> control instanceof DesignControl && control.isVisible())
                .map(control -> picture((DesignControl) control))
                .filter(picture -> picture.width > 110)
                .toList();
        assertEquals(2, pictures.size());
        // Below each other where there is more height than width.
        assertTrue(
                pictures.get(0).y == pictures.get(1).y || pictures.get(0).x == pictures.get(1).x,
                () -> "they stand in line: " + pictures);
        assertEquals(pictures.get(0).width, pictures.get(1).width);
        assertEquals(pictures.get(0).height, pictures.get(1).height);
        Window.photograph(Window.window().getShell(), "inspector-compared");
        inspector.compare(false);
        Window.photograph(Window.window().getShell(), "inspector-changed");
    }

    @Test
    void galleryPictureAndPlotsAreUsedByKeysAndSpeak() throws Exception {
        inspect(COMPOSITE);
        DesignControl picture = visible(DesignControl.class, control -> picture(control).width > 110);
        assertTrue(Spoken.of(picture).name().startsWith("Design of 8 rows and 8 columns"));
        assertEquals("", Spoken.of(picture).value());
        press(picture, SWT.ARROW_DOWN, '\0');
        press(picture, SWT.ARROW_RIGHT, '\0');
        String before = Spoken.of(picture).value();
        assertTrue(before.startsWith("elements[1,2]: "), before);
        press(picture, 0, ' ');
        Window.await("the element to change", () -> !Spoken.of(picture).value().equals(before));

        Window.page().showView(Ids.GALLERY);
        Window.await("the gallery", () -> spoken("30 designs") != null);
        Control gallery = spoken("30 designs");
        press(gallery, SWT.ARROW_RIGHT, '\0');
        press(gallery, SWT.ARROW_RIGHT, '\0');
        String place = Spoken.of(gallery).value();
        assertTrue(place.startsWith("Design 2: "), place);

        FigureView convergence = (FigureView) Window.page().showView(Ids.CONVERGENCE);
        Window.await("the plot", () -> convergence.title().startsWith("inspected") && spoken("Best toughness") != null);
        Control plot = spoken("Best toughness");
        press(plot, SWT.ARROW_RIGHT, '\0');
        String first = Spoken.of(plot).value();
        press(plot, SWT.END, '\0');
        String last = Spoken.of(plot).value();
        assertFalse(first.isEmpty() || first.equals(last), first + " and " + last);
        assertTrue(
                last.contains(String.format(Locale.ROOT, "%.4g", best.value()).substring(0, 4)), last);
    }

    @Test
    void aDesignThatIsOpenedIsShownByAnInspectorThatWasNotThere() throws Exception {
        inspect(COMPOSITE);
        double second =
                Project.open(Projects.folder(project)).results(1).best(2).get(1).value();
        Window.page().showView(Ids.GALLERY);
        Window.await("the gallery", () -> spoken("30 designs") != null);
        Window.page().hideView(inspector);
        Control gallery = spoken("30 designs");
        press(gallery, SWT.ARROW_RIGHT, '\0');
        press(gallery, SWT.ARROW_RIGHT, '\0');
        press(gallery, SWT.CR, '\0');
        InspectorView opened = (InspectorView) Window.page().findView(Ids.INSPECTOR);
        Window.await("the second design", () -> opened.value() == second);
        Window.await("the run to be read", () -> opened.title().startsWith("inspected"));
        assertEquals(second, opened.value());
    }

    private static Control spoken(String name) {
        return Window.controls(Window.window().getShell()).stream()
                .filter(control -> control.isVisible()
                        && Spoken.of(control) != null
                        && Spoken.of(control).name().startsWith(name))
                .findFirst()
                .orElse(null);
    }

    private static void press(Control control, int key, char character) {
        Event event = new Event();
        event.keyCode = key == 0 ? character : key;
        event.character = character;
        control.notifyListeners(SWT.KeyDown, event);
    }

    /** The place of the elements in the window. */
    private static Rectangle picture(DesignControl control) {
        Rectangle area = control.getClientArea();
        int left = area.width;
        int right = -1;
        int top = area.height;
        int bottom = -1;
        for (int x = 0; x < area.width; x++) {
            for (int y = 0; y < area.height; y++) {
                if (control.variableAt(x, y) >= 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return control.getDisplay().map(control, null, new Rectangle(left, top, right - left + 1, bottom - top + 1));
    }

    @Test
    void theFieldIsAsLargeAsTheDesignBesideIt() throws Exception {
        inspect(COMPOSITE);
        Window.rest();
        FigureControl figure = visible(FigureControl.class, control -> control.figure() instanceof FieldPicture);
        Rectangle bounds = figure.getDisplay().map(figure, null, figure.getClientArea());
        Rectangle design = Window.controls(Window.window().getShell()).stream()
                .filter(control -> control instanceof DesignControl && control.isVisible())
                .map(control -> picture((DesignControl) control))
                .filter(picture -> picture.width > 110)
                .findFirst()
                .orElseThrow();
        assertEquals(design.width, design.height, "elements are square, and the specimen is");
        Rectangle room = FigureControl.aroundField(design);
        assertEquals(room.width, bounds.width);
        assertEquals(room.height, bounds.height);
        assertTrue(room.y == bounds.y || room.x == bounds.x, "they stand in line: " + room + " and " + bounds);
    }

    @Test
    void theStepsOfAGrowingCrackAreSeenAndPlayed() throws Exception {
        inspect(COMPOSITE.replace("crackToughness", "crackGrowth"));
        Button play = visible(Button.class, button -> button.getText().equals("Play"));
        Window.await(
                "room for it", () -> play.getSize().x > 0 && play.getParent().getSize().y >= play.getSize().y);
        assertSaid("crack of 2 of 8 rows");
        int first = shownField().crackXs().length;
        play.setSelection(true);
        play.notifyListeners(SWT.Selection, new Event());
        Window.await("the last step", () -> !play.getSelection());
        assertSaid("crack of 7 of 8 rows");
        assertTrue(shownField().crackXs().length > first);
        Window.photograph(Window.window().getShell(), "inspector-steps");
        Scale slider = (Scale) play.getParent().getChildren()[1];
        slider.setSelection(0);
        slider.notifyListeners(SWT.Selection, new Event());
        assertSaid("crack of 2 of 8 rows");
        assertEquals(first, shownField().crackXs().length);
    }

    private static FieldPicture shownField() {
        return (FieldPicture) visible(FigureControl.class, control -> control.figure() instanceof FieldPicture)
                .figure();
    }

    private static <T extends Control> T visible(Class<T> type, Predicate<T> wanted) {
        return Window.controls(Window.window().getShell()).stream()
                .filter(control -> type.isInstance(control) && control.isVisible() && wanted.test(type.cast(control)))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangedDesignIsKeptAsARunOfItsOwn() throws Exception {
        inspect(COMPOSITE);
        inspector.switchElement(variable(0));
        inspector.switchElement(variable(1));
        Window.await("its value", () -> !Double.isNaN(inspector.value()));
        double value = inspector.value();
        Job keeping = inspector.keep();
        Window.await("it to be kept", () -> keeping.getResult() != null);
        assertTrue(keeping.getResult().isOK(), () -> keeping.getResult().getMessage());
        RunRecord kept = Project.open(Projects.folder(project)).run(2);
        assertEquals(value, kept.best());
        assertEquals("changed by hand, from run 1", kept.title());
        assertSaid("kept as run 2");
    }

    @Test
    void theWayToADesignIsFollowed() throws Exception {
        inspect(PATHS);
        Window.await("the ways", () -> inspector.paths() == 2);
        inspector.follow(3);
        assertSaid("Step 3 of 15 from start 0");
        assertSaid("no value is known between the levels");
        Window.await("what is predicted there", () -> !Double.isNaN(inspector.predicted()));
        assertTrue(Double.isNaN(inspector.value()));
        Window.photograph(Window.window().getShell(), "inspector-path");
        inspector.switchElement(0);
        Window.await("the design that was nearest, changed", () -> !Double.isNaN(inspector.value()));
    }
}
