// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.PackedFolder;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.execution.Recipe;
import org.gidn.core.execution.Task;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.Sweep;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.experiments.run.SweepRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a sweep that are made in other projects come to what they come to here, in the same order. */
class WholeRunsTest {
    private static final String THERE = Bench.YAML + "executor: guest.cluster\n";

    @TempDir
    private Path folder;

    private final Bench bench = new Bench(WholeRunsTest::optimise);
    private final AtomicInteger made = new AtomicInteger();

    /** What is installed where the runs are made. */
    private Catalogue others = bench.catalogue();

    /** A method that stores some of everything; with seed 3 it fails. */
    private static void optimise(RunContext run) {
        long seed = run.random().seed();
        for (int i = 0; i < 3; i++) {
            run.evaluate(Candidates.of(Bench.designs(seed + i, 7, 20 + i), Candidates.SAMPLE, i));
            run.metric("loss", i, 5, 1.0 / (seed + i));
        }
        run.event("The seed is " + seed + ".");
        run.write("kept.txt", file -> Files.writeString(file, "seed " + seed));
        if (seed == 3) {
            throw new InvalidInputException("Three is too many.");
        }
    }

    private Sweep sweep() throws IOException {
        return Sweep.read(Files.writeString(folder.resolve("sweep.yaml"), "seeds: 1..4\n"));
    }

    private List<RunRecord> sweep(Project project, String yaml, Cancellation cancellation) throws IOException {
        List<Declaration> all = new ArrayList<>(bench.declarations());
        all.add(Declared.extension(Points.EXECUTORS, "executor", "guest.cluster", settings -> new Cluster()));
        return new SweepRunner(Catalogue.of(all), project, yaml)
                .run(sweep(), (variant, number, count) -> {}, RunListener.NONE, cancellation);
    }

    @Test
    void theProjectIsThatOfRunsHere() throws IOException {
        Project here = Bench.project(folder.resolve("here"));
        Project there = Bench.project(folder.resolve("there"));
        sweep(here, Bench.YAML, Cancellation.NONE);
        List<RunRecord> runs = sweep(there, THERE, Cancellation.NONE);
        assertEquals(
                List.of(RunState.DONE, RunState.DONE, RunState.FAILED, RunState.DONE),
                runs.stream().map(RunRecord::state).toList());
        assertTrue(there.check().sound());
        for (int run = 1; run <= 4; run++) {
            assertEquals(contents(here, run), contents(there, run));
        }
        assertEquals("guest.cluster", ((Map<?, ?>) there.run(1).settings().get("executor")).get("use"));
        assertEquals(4, made.get());
        try (Stream<Path> left = Files.list(there.folder())) {
            assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith(".taken")));
        }
    }

    /** What is there is not made again, and the others keep their order. */
    @Test
    void stoppedItGoesOn() throws IOException {
        Project here = Bench.project(folder.resolve("here"));
        Project there = Bench.project(folder.resolve("there"));
        sweep(here, Bench.YAML, Cancellation.NONE);
        assertThrows(CancellationException.class, () -> sweep(there, THERE, () -> made.get() == 2));
        assertEquals(2, there.runs().size());
        sweep(there, THERE, Cancellation.NONE);
        assertEquals(4, made.get());
        for (int run = 1; run <= 4; run++) {
            assertEquals(contents(here, run), contents(there, run));
        }
    }

    @Test
    void anotherProductIsRefused() {
        Project there = Bench.project(folder.resolve("there"));
        others = Catalogue.of(bench.declarations().stream()
                .<Declaration>map(each -> new Newer(each))
                .toList());
        String message = assertThrows(InvalidInputException.class, () -> sweep(there, THERE, Cancellation.NONE))
                .getMessage();
        assertEquals(
                "The GIDN on the workers' machines is another one than here: guest has version 2.0.0 there and"
                        + " 1.2.3.qualifier here; install the same.",
                message);
        assertEquals(List.of(), there.runs());
    }

    private static List<String> contents(Project project, int number) throws IOException {
        RunResults results = project.results(number);
        RunRecord run = results.run();
        List<String> contents = new ArrayList<>(List.of(
                run.title() + ", " + run.optimiser() + ", seed " + run.seed(),
                run.state() + ", " + run.failure() + ", " + run.evaluations() + ", " + run.best()));
        for (CandidateSet set : results.sets()) {
            DesignBatch designs = results.designs(List.of(set));
            double[] values = results.values(List.of(set)).values();
            for (int i = 0; i < values.length; i++) {
                contents.add(set.source() + " " + set.iteration() + ": " + designs.word(i, 0) + " " + values[i]);
            }
        }
        results.metrics("loss").forEach(value -> contents.add(value.toString()));
        for (Path file : results.files()) {
            contents.add(file.getFileName() + ": " + Files.readString(file));
        }
        return contents;
    }

    /** An executor that has whole runs made in projects of their own, in pairs of which the second is done first. */
    private final class Cluster implements BatchExecutor {
        private final LocalExecutor local = new LocalExecutor(1);

        @Override
        public Evaluations evaluate(Task task, Phase progress, Cancellation cancellation) {
            return local.evaluate(task, progress, cancellation);
        }

        @Override
        public Optional<PieceSource> runs() {
            return Optional.of(new PieceSource() {
                @Override
                public PieceWork here() {
                    return new Maker();
                }

                @Override
                public Recipe recipe() {
                    throw new AssertionError();
                }
            });
        }

        @Override
        public void work(PieceTask task, Workers workers, Phase progress, PieceTask.Listener listener) {
            int size = task.inputs().size();
            for (int i = 0; i < size; i++) {
                int piece = i % 2 == 0 && i + 1 < size ? i + 1 : i % 2 == 1 ? i - 1 : i;
                workers.cancellation().check();
                listener.done(
                        piece, task.method().here().piece(task.inputs().get(piece), workers, (share, note) -> {}));
            }
        }
    }

    /** A declaration of a bundle of another version. */
    private record Newer(Declaration of) implements Declaration {
        @Override
        public String point() {
            return of.point();
        }

        @Override
        public String element() {
            return of.element();
        }

        @Override
        public String bundle() {
            return of.bundle();
        }

        @Override
        public String version() {
            return "2.0.0";
        }

        @Override
        public String sum() {
            return of.sum();
        }

        @Override
        public List<Path> classPath() {
            return of.classPath();
        }

        @Override
        public String attribute(String name) {
            return of.attribute(name);
        }

        @Override
        public List<Declaration> children(String name) {
            return of.children(name);
        }

        @Override
        public Object instantiate() {
            return of.instantiate();
        }

        @Override
        public List<Declaration.BundleFile> files(String folder) {
            return of.files(folder);
        }
    }

    private final class Maker implements PieceWork {
        @Override
        public byte[] piece(byte[] input, Workers workers, Listener listener) {
            try {
                Path place = Files.createTempDirectory(folder, "worker");
                PackedFolder.of(input).unpack(place);
                Project project = Project.open(place);
                new Runner(others)
                        .run(
                                project,
                                new ExperimentReader(others).read(project.experimentFile(), Overrides.NONE),
                                RunListener.NONE,
                                Cancellation.NONE);
                made.incrementAndGet();
                return PackedFolder.pack(place, List.of(project.database(), place.resolve("runs/1")))
                        .bytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] trial() {
            return new byte[0];
        }
    }
}
