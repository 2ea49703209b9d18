// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.laboratory.LaboratoryView;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asking for designs and telling what was measured in the window, and running several seeds as one. */
class LaboratoryViewTest {
    private static final String SPECIMENS = """
        format: 2
        title: Specimens
        seed: 3
        budget: 8
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: 8}
        """;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    private static void await(Job job) {
        Window.await("the job to end", () -> job.getResult() != null);
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
    }

    @Test
    void designsAreAskedForPastedAndTold() throws Exception {
        IProject project = Window.project("measured", SPECIMENS);
        Window.model().focus().show(project);
        LaboratoryView view = (LaboratoryView) Window.page().showView(Ids.LABORATORY);
        await(view.ask(3));
        Window.await("three designs", () -> view.shown() != null && view.shown().pending().length == 3);
        // The second one had two specimens, the third broke.
        view.paste("12.5\t\tfirst\r\n13 14\r\n\tbroke\r\n99\r\n");
        await(view.tell());
        Window.await("what was told", () -> view.shown().told().size() == 4);
        LaboratoryRecord record =
                Project.open(Projects.folder(project)).laboratory().orElseThrow();
        assertEquals(RunState.WAITING, record.run().state());
        assertEquals(0, record.pending().length);
        List<Measurement> told =
                record.told().stream().map(LaboratoryRecord.Told::measured).toList();
        assertEquals(12.5, told.get(0).values()[0]);
        assertEquals("first", told.get(0).remark());
        assertEquals(13.5, Measurement.means(told.subList(1, 3))[0]);
        assertEquals("broke", told.get(3).failure());
        await(view.ask(0));
        Window.await("the others", () -> view.shown().pending().length == 5);
    }

    @Test
    void whatWasTypedIsThereWhenTheViewIsOpenedAgain() throws Exception {
        IProject project = Window.project("typed", SPECIMENS);
        Window.model().focus().show(project);
        LaboratoryView view = (LaboratoryView) Window.page().showView(Ids.LABORATORY);
        await(view.ask(3));
        Window.await("three designs", () -> view.shown() != null && view.shown().pending().length == 3);
        view.paste("12.5\t\tfirst\r\n\t\t\r\n13 14\r\n");
        Window.page().hideView(view);
        LaboratoryView again = (LaboratoryView) Window.page().showView(Ids.LABORATORY);
        Window.await("the designs again", () -> again.shown() != null);
        await(again.tell());
        Window.await("what was told", () -> again.shown().told().size() == 3);
        Window.page().hideView(again);
        LaboratoryView last = (LaboratoryView) Window.page().showView(Ids.LABORATORY);
        Window.await("the design that is left", () -> last.shown() != null);
        assertEquals(1, last.shown().pending().length);
        // What was told is not there to be told again.
        assertFalse(last.typed());
    }

    @Test
    void fiveSeedsAreRunAsOneAndOnlyOnce() throws Exception {
        IProject project = Window.project("seeds", SPECIMENS);
        await(Window.model().queue().seeds(project, 5));
        Project folder = Project.open(Projects.folder(project));
        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L),
                folder.runs().stream().map(run -> run.seed()).toList());
        await(Window.model().queue().seeds(project, 5));
        assertEquals(5, folder.runs().size());
    }
}
