// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.comparison.ComparisonView;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.gallery.GalleryView;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.views.ViewExport;
import org.gidn.workbench.internal.welcome.Examples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped 8 by 8 example, edited and run to its end; then all views of it in both themes, and what they write. */
class ShippedExampleTest {
    /** Those that have something to show of this run. */
    private static final List<String> VIEWS = List.of(
            Ids.GALLERY,
            Ids.INSPECTOR,
            Ids.DASHBOARD,
            Ids.COMPARISON,
            Ids.HISTOGRAM,
            Ids.CONVERGENCE,
            Ids.TRAINING_LOSS,
            Ids.PREDICTION,
            Ids.RANKS,
            IPageLayout.ID_PROP_SHEET);

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

    private static IProject project;
    private static ExperimentEditor editor;

    @BeforeAll
    static void editAndRun() throws Exception {
        Window.begin();
        Examples.open(Window.window(), Examples.FIRST, false);
        Window.await("the example to open", () -> Window.page().getActiveEditor() instanceof ExperimentEditor);
        editor = (ExperimentEditor) Window.page().getActiveEditor();
        editor.model().set(List.of("title"), "The 8 by 8 composite, edited");
        editor.doSave(null);
        project = Window.model().focus().project();
        Job job = Window.model().queue().start(project, Overrides.NONE);
        // A user who looks at everything while it runs.
        for (int i = 0; job.getResult() == null; i++) {
            Window.page().showView(VIEWS.get(i % VIEWS.size()));
            Window.draw();
            Window.settle();
        }
        Window.await("the views to follow", ShippedExampleTest::done);
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
    }

    private static boolean done() {
        return Window.model().focus().run() != null
                && Window.model().focus().run().record().state() == RunState.DONE;
    }

    @AfterAll
    static void tidy() throws Exception {
        theme(LIGHT);
        Window.tidy();
    }

    @SuppressWarnings("restriction") // as the preference page does it; the platform has no API for it
    private static void theme(String id) {
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
        Window.rest();
    }

    @Test
    void ranToItsEndAsEdited() {
        RunRecord run = Window.model().focus().run().record();
        assertEquals("The 8 by 8 composite, edited", run.title());
        assertEquals(69.416, run.best(), 1e-3, "the proven optimum");
        assertEquals(50, run.evaluations());
    }

    @Test
    void propertiesSayWhatHasBecomeOfAProject() {
        IPropertySource properties = Adapters.adapt(project, IPropertySource.class);
        Map<String, Object> shown = new HashMap<>();
        for (IPropertyDescriptor row : properties.getPropertyDescriptors()) {
            shown.put(row.getCategory() + "/" + row.getDisplayName(), properties.getPropertyValue(row.getId()));
        }
        RunRecord run = Window.model().focus().run().record();
        assertEquals(
                Map.of(
                        "Project/Name",
                        project.getName(),
                        "Project/Folder",
                        project.getLocation().toOSString(),
                        "Project/Runs",
                        "1",
                        "Latest Run/Number",
                        "1",
                        "Latest Run/State",
                        "done",
                        "Latest Run/Best",
                        String.valueOf(run.best())),
                shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIGHT, "org.eclipse.e4.ui.css.theme.e4_dark"})
    void everyViewAndPageFollowsTheTheme(String theme) throws Exception {
        boolean dark = theme.endsWith("dark");
        theme(theme);
        List<String> wrong = new ArrayList<>();
        for (String id : VIEWS) {
            IViewPart view = Window.page().showView(id);
            Window.page().toggleZoom(Window.page().getReference(view));
            look(id.substring(id.lastIndexOf('.') + 1), dark, wrong);
            Window.page().toggleZoom(Window.page().getReference(view));
        }
        for (String page : new String[] {"overview", "problem.evaluator", "optimiser", "executor"}) {
            Window.page().activate(editor);
            editor.setActivePage(page);
            look("editor-" + page, dark, wrong);
        }
        seeThrough(wrong);
        assertEquals(List.of(), wrong, "what does not follow the theme, or does not stand out");
    }

    /** The content of sections must not show the picture behind their titles. */
    private static void seeThrough(List<String> wrong) {
        for (Control control : Window.controls(Window.window().getShell())) {
            boolean content = control.getClass() == Composite.class
                    && control.getParent().getClass().getSimpleName().equals("Section");
            if (content && control.getBackgroundImage() != null) {
                wrong.add("content of a section at " + control.getBounds());
            }
        }
    }

    private static void look(String what, boolean dark, List<String> wrong) {
        ImageData seen = Window.photograph(Window.window().getShell(), (dark ? "dark-" : "light-") + what);
        double brightness = Window.commonest(seen).getHSB()[2];
        if (dark ? brightness > 0.4 : brightness < 0.8) {
            wrong.add(what + ": " + Window.commonest(seen));
        }
        Contrast.tooLow(Window.window().getShell(), seen).forEach(label -> wrong.add(what + ": " + label));
    }

    @Test
    void everyViewWritesPicturesAndData(@TempDir Path folder) throws Exception {
        for (String id : new String[] {Ids.HISTOGRAM, Ids.CONVERGENCE, Ids.TRAINING_LOSS, Ids.PREDICTION, Ids.RANKS}) {
            FigureView view = (FigureView) Window.page().showView(id);
            Window.await(id + " to draw", () -> view.figure() != null);
            write(view.export(), folder.resolve(id));
        }
        GalleryView gallery = (GalleryView) Window.page().showView(Ids.GALLERY);
        Window.await("the gallery to fill", () -> gallery.count() > 0);
        write(gallery.export(), folder.resolve("gallery"));
        List<String> designs = Files.readAllLines(folder.resolve("gallery/3.csv"));
        assertEquals(gallery.count() + 1, designs.size(), "all of them");
        assertEquals("design,toughness,predicted,source,iteration,count", designs.get(0));

        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        Window.await("the field to show", () -> inspector.export().isEnabled());
        write(inspector.export(), folder.resolve("inspector"));
        assertTrue(Files.readString(folder.resolve("inspector/3.csv")).startsWith("x1,y1,"), "a field");

        ComparisonView comparison = (ComparisonView) Window.page().showView(Ids.COMPARISON);
        Window.await("the curves to be drawn", () -> comparison.figure() != null);
        write(comparison.export(), folder.resolve("comparison"));
        assertTrue(
                Files.readString(folder.resolve("comparison/4.csv")).startsWith("Method,Name,Run,Best,"), "the table");
        assertTrue(
                Files.readString(folder.resolve("comparison/5.csv")).startsWith("method,runs,evaluations,median,"),
                "the methods by budget");
    }

    /** Writes all formats that a view offers, each by its number. */
    private static void write(ViewExport export, Path folder) throws Exception {
        Files.createDirectory(folder);
        List<String> formats = export.suffixes();
        assertEquals(List.of("png", "svg", "pdf", "csv"), formats.subList(0, 4));
        for (int i = 0; i < formats.size(); i++) {
            Path file = folder.resolve(i + "." + formats.get(i));
            Job writing = export.write(i, file);
            Window.await(file + " to be written", () -> writing.getResult() != null);
            assertTrue(Files.size(file) > 50, file::toString);
        }
        assertNotNull(ImageIO.read(folder.resolve("0.png").toFile()));
    }
}
