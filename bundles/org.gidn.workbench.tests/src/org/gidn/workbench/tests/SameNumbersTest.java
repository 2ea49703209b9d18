// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.cli.internal.CommandLineTool;
import org.gidn.cli.internal.Output;
import org.gidn.cli.internal.Session;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same experiment in the window and on the command line. */
class SameNumbersTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    @Test
    void theWindowAndTheCommandLineComeToTheSameNumbers() throws Exception {
        IProject project = Window.project("same", WorkbenchTest.SMALL);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
        Project inWindow = Project.open(Projects.folder(project));

        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Output stream = new Output(told, StandardCharsets.UTF_8);
        int status = new CommandLineTool(new Session(
                        Catalogue.installed(),
                        InputStream.nullInputStream(),
                        stream,
                        stream,
                        folder,
                        Cancellation.NONE,
                        false,
                        true))
                .execute("run", inWindow.experimentFile().toString(), "--out", "typed", "--threads", "1");
        assertEquals(0, status, told.toString(StandardCharsets.UTF_8));
        assertEquals(numbers(inWindow), numbers(Project.open(folder.resolve("typed"))));
    }

    /** Every number that the first run has stored, but times; those of its network as the sums that archives keep. */
    private static List<String> numbers(Project project) throws IOException {
        RunResults results = project.results(1);
        List<String> numbers = new ArrayList<>();
        numbers.add(results.run().evaluations() + " " + results.run().best());
        for (CandidateSet set : results.sets()) {
            Values values = results.values(List.of(set));
            DesignBatch designs = results.designs(List.of(set));
            numbers.add(set.source() + " " + set.iteration());
            numbers.add(IntStream.range(0, designs.size())
                    .mapToObj(i -> DesignText.format(results.run().space(), designs, i))
                    .toList()
                    .toString());
            numbers.add(Arrays.toString(values.values()));
            numbers.add(Arrays.toString(values.predicted()));
            numbers.add(Arrays.toString(values.counts()));
        }
        results.metricNames()
                .forEach(name -> numbers.add(name + results.metrics(name).toString()));
        try (ZipFile network =
                new ZipFile(project.runFolder(1).resolve("predictor-0.zip").toFile())) {
            network.stream().forEach(entry -> numbers.add(entry.getName() + " " + entry.getCrc()));
        }
        return numbers;
    }
}
