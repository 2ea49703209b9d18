// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Phase;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.store.RunClock;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was stopped and resumed tells of its work: what was done, each step once. */
class ResumedPhasesTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean stop = new AtomicBoolean();

    /** Runs a method, and resumes it as often as it stops itself. */
    private Project lives(Consumer<RunContext> method, RunListener listener) {
        Project project = Bench.project(folder);
        Bench bench = new Bench(method);
        Runner runner = new Runner(bench.catalogue());
        RunRecord run = runner.run(project, bench.experiment(), listener, stop::get);
        while (run.state().unfinished()) {
            stop.set(false);
            run = runner.resume(project, 1, listener, stop::get);
        }
        return project;
    }

    private void stopHere() {
        stop.set(true);
        throw new CancellationException();
    }

    private static List<String> steps(Project project) {
        return project.results(1).phases().stream()
                .map(phase -> phase.name() + " " + phase.steps())
                .toList();
    }

    @Test
    void stepsThatAreRepeatedCountOnce() {
        int[] life = new int[1];
        Project project = lives(
                run -> {
                    life[0]++;
                    for (int iteration = 0; iteration < 2; iteration++) {
                        run.evaluate(Candidates.of(
                                Bench.designs(3 * iteration, 3 * iteration + 1, 3 * iteration + 2),
                                "sample",
                                iteration));
                        try (Phase phase = run.phase("training", 10, "epochs")) {
                            for (int epoch = 0; epoch < 10; epoch++) {
                                phase.advance(1);
                                if (iteration == 1 && epoch == 6 && life[0] <= 2) {
                                    stopHere();
                                }
                            }
                        }
                    }
                },
                RunListener.NONE);
        assertEquals(3, life[0]);
        assertEquals(List.of("evaluating sample designs 6", "training 20"), steps(project));
    }

    @Test
    void workThatAKeptStateSparesALaterLifeStaysCounted() {
        int[] life = new int[1];
        Project project = lives(
                run -> {
                    life[0]++;
                    try (Phase phase = run.phase("steps", 100, "steps")) {
                        int first = run.file("state").isPresent() ? 60 : 0;
                        phase.skip(first);
                        for (int step = first; step < 100; step++) {
                            phase.advance(1);
                            if (step == 60) {
                                run.once("state", file -> Files.writeString(file, "60"));
                            }
                            if (step == 80 && life[0] == 1) {
                                stopHere();
                            }
                        }
                    }
                    // A stretch that is spared as a whole.
                    if (run.file("model").isEmpty()) {
                        try (Phase phase = run.phase("training", 5, "epochs")) {
                            phase.advance(5);
                        }
                        run.once("model", file -> Files.writeString(file, "weights"));
                    }
                    if (life[0] == 2) {
                        stopHere();
                    }
                },
                RunListener.NONE);
        assertEquals(3, life[0]);
        assertEquals(List.of("steps 100", "training 5"), steps(project));
    }

    @Test
    void whatIsAnsweredFromTheStoreSaysNothingOfHowFastItGoes() {
        List<Progress> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void phaseEnded(Progress progress) {
                told.add(progress);
            }
        };
        int[] life = new int[1];
        lives(
                run -> {
                    life[0]++;
                    try (Phase phase = run.phase("steps", 200, "steps")) {
                        for (int step = 0; step < 200; step++) {
                            run.evaluate(Candidates.of(Bench.designs(step), "step", 0));
                            phase.advance(1);
                            if (step == 199 && life[0] == 1) {
                                stopHere();
                            }
                        }
                    }
                },
                listener);
        assertEquals(200, told.get(1).done());
        assertTrue(Double.isNaN(told.get(1).rate()), told.get(1)::text);
    }

    @Test
    void aClockThatWasSetBackTellsNoTimeBeforeThoseThatTheRunKnows() {
        long future = System.currentTimeMillis() + Duration.ofDays(365).toMillis();
        RunClock clock = new RunClock(future);
        long first = clock.millis();
        assertTrue(first >= future && first < future + Duration.ofDays(1).toMillis());
        assertTrue(clock.millis() >= first);
    }

    @Test
    void aResumedRunEndsAfterItsStart() {
        Project project = lives(
                run -> {
                    run.event("A life has begun.");
                    if (run.file("state").isEmpty()) {
                        run.once("state", file -> Files.writeString(file, "1"));
                        stopHere();
                    }
                },
                RunListener.NONE);
        RunRecord run = project.run(1);
        assertFalse(run.finished().isBefore(run.started()));
        assertFalse(project.results(1).events().get(0).time().isBefore(run.started()));
    }
}
