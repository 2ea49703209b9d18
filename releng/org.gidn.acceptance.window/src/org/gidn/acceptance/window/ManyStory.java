// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.projects.ProjectsView;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * A researcher with a hundred projects of a hundred runs each: how soon after a start the tree is there, and how soon a search over
 * all runs answers. Kept for people to read; the figures depend on what else the machine does.
 */
final class ManyStory implements Story {
    private static final int PROJECTS = 100;
    private static final int RUNS = 100;
    private static final String EXPERIMENT = """
        format: 2
        title: One of many
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: 10}
        """;

    /** Typed letter by letter by who looks for something: of all runs, of one project, of one run in each, of none. */
    private static final List<String> WORDS = List.of("r", "random", "crowd-42", "run 57", "no such run", "");

    private final Screen screen;
    private final Path folder;

    ManyStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        switch (chapter) {
            case 1 -> make();
            case 2 -> search();
            default -> throw new AssertionError("started once too often");
        }
    }

    private void make() throws IOException, CoreException {
        IProject first = Projects.create(name(1), EXPERIMENT, null);
        Path source = Projects.folder(first);
        Project project = Project.open(source);
        Experiment experiment = new ExperimentReader(Catalogue.installed())
                .read(EXPERIMENT, Overrides.NONE)
                .orThrow(name(1));
        Runner runner = new Runner(Catalogue.installed());
        for (int run = 0; run < RUNS; run++) {
            runner.run(project, experiment, RunListener.NONE, Cancellation.NONE);
        }
        for (int i = 2; i <= PROJECTS; i++) {
            Path copy = source.resolveSibling(name(i));
            copy(source, copy);
            Projects.open(copy, null);
        }
        screen.open(first);
        screen.leave();
    }

    private static String name(int number) {
        return "crowd-" + number;
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, target.resolve(source.relativize(file).toString()));
        }
    }

    private void search() throws IOException {
        screen.awaitTrue("the workbench to come back", () -> Screen.page().getActiveEditor() != null);
        screen.show(Ids.NAVIGATOR);
        ProjectsView view = (ProjectsView) screen.ask(() -> Screen.page().findView(Ids.NAVIGATOR));
        screen.awaitTrue("the tree", () -> view.getCommonViewer().getTree().getItemCount() >= PROJECTS);
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d runs in %d projects: the tree is there %d ms after the program was started%n",
                PROJECTS * RUNS,
                PROJECTS,
                ManagementFactory.getRuntimeMXBean().getUptime()));
        long begun = System.nanoTime();
        screen.awaitTrue(
                "all runs to be read",
                () -> Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                                .mapToInt(project ->
                                        Screen.model().index().runs(project).size())
                                .sum()
                        >= PROJECTS * RUNS);
        report.append(String.format(Locale.ROOT, "all are read %.0f ms later%n", (System.nanoTime() - begun) / 1e6));
        for (String words : WORDS) {
            report.append(screen.ask(() -> timed(view, words)));
            Screen.pause(500);
        }
        Files.writeString(folder.resolve("many.txt"), report);
        screen.photograph("many");
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }

    /** How long it takes until the tree shows what is found, and how much of that the window's thread was at work. */
    private static String timed(ProjectsView view, String words) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long work = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        view.find(words);
        view.getCommonViewer().getTree().update();
        return String.format(
                Locale.ROOT,
                "search for '%s': %.0f ms, %.0f ms of them at work%n",
                words,
                (System.nanoTime() - begun) / 1e6,
                (threads.getCurrentThreadCpuTime() - work) / 1e6);
    }
}
