// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views and editors give back the images, colours, fonts and cursors that they take. */
class LeakTest {
    /** The first opening that leaves something behind is seen; the nightly campaign opens oftener, for what leaks now and then. */
    private static final int TIMES = Integer.getInteger("gidn.openings", 5);

    private static IProject project;

    @BeforeAll
    static void runSomething() throws Exception {
        Window.begin();
        project = Window.project("leaks", WorkbenchTest.SMALL);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        Window.await("the views to follow", () -> Window.model().focus().run() != null);
    }

    @AfterAll
    static void tidy() throws Exception {
        Window.tidy();
    }

    static Stream<String> views() {
        // The tree of projects stays open: the other tests look at it.
        return Arrays.stream(PlatformUI.getWorkbench().getViewRegistry().getViews())
                .map(IViewDescriptor::getId)
                .filter(id -> id.startsWith(Ids.PLUGIN) && !id.equals(Ids.NAVIGATOR));
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewGivesBackItsResources(String id) throws Exception {
        growsNot(() -> {
            try {
                IViewPart view = Window.page().showView(id);
                Window.draw();
                Window.page().hideView(view);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void theEditorGivesBackItsResources() throws Exception {
        growsNot(() -> {
            try {
                Projects.openExperiment(Window.page(), project);
                Window.draw();
                Window.page().closeAllEditors(false);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Whatever is made once and kept is made in the first rounds; from then on nothing may be added. */
    private static void growsNot(Runnable openAndClose) {
        for (int i = 0; i < 3; i++) {
            openAndClose.run();
        }
        long before = resourcesAtRest();
        assertTrue(before > 0, "the display keeps count, see tracing.options");
        for (int i = 0; i < TIMES; i++) {
            openAndClose.run();
        }
        assertEquals(before, resourcesAtRest(), "resources after it was opened " + TIMES + " times");
    }

    /** Their number once it stands still: pictures drawn in the background come and go for a while. */
    private static long resourcesAtRest() {
        Window.rest();
        long[] last = {resources()};
        Window.await("the number of resources to stand still", () -> {
            Window.rest();
            long now = resources();
            boolean still = now == last[0];
            last[0] = now;
            return still;
        });
        return last[0];
    }

    private static long resources() {
        DeviceData data = PlatformUI.getWorkbench().getDisplay().getDeviceData();
        return data.objects == null
                ? 0
                : Arrays.stream(data.objects).filter(Objects::nonNull).count();
    }
}
