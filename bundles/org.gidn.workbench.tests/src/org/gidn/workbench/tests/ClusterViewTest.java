// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.cluster.ClusterView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The view of a cluster's workers shows them live, ends them, and tries the way to them. */
@DisabledOnOs(OS.WINDOWS)
class ClusterViewTest {
    private static final String EXPERIMENT = """
        format: 2
        title: Designs evaluated by workers
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 16}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: 500000}
        """;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    @Test
    void workersAreShownCheckedAndStopped() throws Exception {
        IProject project =
                Window.project("workers", EXPERIMENT + "executor: {use: org.gidn.workbench.tests.processes}\n");
        Window.model().focus().show(project);
        ClusterView view = (ClusterView) Window.page().showView(Ids.CLUSTER);
        Window.await("no workers", () -> view.summary().contains(" has no workers now."));
        view.check();
        Window.await("the check's last step", () -> view.words().contains("\u2713 The worker has ended"));
        assertTrue(view.words().contains("\u2713 It gives the bits of this machine for the canary designs"));
        Job run = Window.model().queue().start(project, Overrides.NONE);
        Window.await("two workers at work", () -> view.summary().startsWith("2 of 2 work, 0 queued,"));
        assertEquals(2, view.workers());
        assertTrue(view.summary().contains("They work for process "), view.summary());
        Window.photograph(view.getSite().getShell(), "cluster");
        List<String> dialogs = Window.awaitDialog("stopped");
        view.stop();
        Window.await("the dialog to say why", () -> !dialogs.isEmpty());
        Window.await("the run's end", () -> run.getResult() != null);
        assertFalse(run.getResult().isOK());
        assertTrue(
                run.getResult().getMessage().startsWith("The workers were stopped"),
                run.getResult().getMessage());
        Window.await("what was ended", () -> view.words().contains("Jobs that were ended in "));
    }

    @Test
    void anExperimentOfThisMachineHasNoWorkers() throws Exception {
        Window.model().focus().show(Window.project("here", EXPERIMENT));
        ClusterView view = (ClusterView) Window.page().showView(Ids.CLUSTER);
        Window.await("that there is no cluster", () -> view.summary()
                .startsWith("Project here has its designs evaluated on this machine."));
    }
}
