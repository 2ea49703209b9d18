// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunState;
import org.gidn.slurm.tests.OnSlurm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the real SLURM come to what runs here come to, though they be killed, and their workers can be looked at and ended. */
@Tag("long")
class ClusterTest extends OnSlurm {
    private static final int KILLS = Integer.getInteger("gidn.kills", 1);
    private static final String GENETIC =
            "org.gidn.baselines.geneticAlgorithm, population: 100, parents: 20, generations: 6";
    private static final String RANDOM = "org.gidn.baselines.random, samples: 4000";

    @TempDir
    private Path folder;

    private void write(String name, String optimiser, int size, String executor) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), """
            format: 2
            title: A run somewhere
            problem: {evaluator: {use: org.gidn.fem.crackToughness, size: %d}, volumeFraction: 0.25}
            optimiser: {use: %s}
            executor: {%s}
            """.formatted(size, optimiser, executor));
    }

    private String slurm(int workers) {
        return "use: org.gidn.slurm.cluster, workers: " + workers + ", memory: 0, time: 0:10:00, shared: " + shared()
                + ", login: " + cluster.login();
    }

    private Path shared() {
        return folder.resolve("shared");
    }

    private Outcome run(String... arguments) {
        Outcome outcome = new Gidn(folder).run(arguments);
        assertEquals(0, outcome.status(), outcome.err());
        return outcome;
    }

    @Test
    void theStoreOfARunOnSlurmIsThatOfARunHere() throws Exception {
        write("here", GENETIC, 8, "use: org.gidn.core.local");
        write("there", GENETIC, 8, slurm(2));
        run("run", "here.yaml");
        run("run", "there.yaml");
        assertEquals(RunContents.of(folder.resolve("here")), RunContents.of(folder.resolve("there")));
    }

    /** A script, its input file and a table that it reads: by files, and by standard streams. */
    @Test
    void aProgramGoesOutWithItsFiles() throws Exception {
        Files.writeString(folder.resolve("solver.sh"), """
                read density < "$(dirname "$0")/materials.txt"
                awk -v density="$density" '{ print "mass", density * ($1 + $2 * $2) }' part.inp > part.dat
                """);
        Files.writeString(folder.resolve("materials.txt"), "7.85\n");
        Files.createDirectories(folder.resolve("template"));
        Files.writeString(folder.resolve("template/part.inp"), "${x}\n");
        Files.writeString(folder.resolve("stream.sh"), """
                read -r hello
                echo '{"version": 1, "batch": 1}'
                read -r density < materials.txt
                while read -r request; do
                    id=$(echo "$request" | sed 's/.*"id": *\\([0-9]*\\).*/\\1/')
                    sum=$(echo "$request" | sed 's/.*\\[\\[//; s/\\].*//' | awk -F, -v d="$density" '{ print d * ($1 + $2) }')
                    echo "{\\"id\\": $id, \\"outputs\\": {\\"mass\\": [$sum]}}"
                done
                """);
        String files =
                "command: sh solver.sh, exchange: files, files: materials.txt, results: 'mass: part.dat regex ^mass"
                        + " (\\S+)'";
        String streams = "command: sh stream.sh, exchange: streams, files: materials.txt";
        for (String exchange : List.of(files, streams)) {
            for (String place : List.of("here", "there")) {
                String name = place + (exchange.equals(files) ? "-files" : "-streams");
                Files.writeString(folder.resolve(name + ".yaml"), """
                        format: 2
                        title: A program somewhere
                        problem:
                          evaluator: {use: org.gidn.external.program, variables: 'x: 2 reals from 0 to 1',
                            outputs: minimise mass, %s}
                        optimiser: {use: org.gidn.baselines.random, samples: 40}
                        executor: {%s}
                        """.formatted(
                                exchange, place.equals("here") ? "use: org.gidn.core.local" : slurm(2)));
                run("run", name + ".yaml");
            }
        }
        assertFalse(RunContents.of(folder.resolve("here-files")).get(0).endsWith("best 0.0"), "the table was not read");
        assertEquals(RunContents.of(folder.resolve("here-files")), RunContents.of(folder.resolve("there-files")));
        assertEquals(RunContents.of(folder.resolve("here-streams")), RunContents.of(folder.resolve("there-streams")));
    }

    /** The networks of a study are trained by workers, one each, to the same bits; a run that is killed has those that were. */
    @Test
    void networksAreTrainedByWorkers() throws Exception {
        String study = "org.gidn.predictor.networkStudy, samples: 400, epochs: 30, layers: '1 2', neurons: '8 16'";
        write("here", study, 8, "use: org.gidn.core.local");
        write("there", study, 8, slurm(2));
        run("run", "here.yaml");
        Process process = GidnProcess.start(folder, "run", "there.yaml");
        Path structure = folder.resolve("there/runs/1/structure-1x8.csv");
        while (process.isAlive() && !Files.exists(structure)) {
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        run("run", "there", "--resume");
        assertEquals(RunContents.of(folder.resolve("here")), RunContents.of(folder.resolve("there")));
        // Where all networks were there already, nobody took over the workers of the killed run.
        run("cluster", "stop", "there");
    }

    /** Workers make whole runs of a sweep; a driver that is killed has those that were made, and finds the others. */
    @Test
    void wholeRunsOfASweepAreMadeByWorkers() throws Exception {
        int runs = KILLS > 1 ? 6 : 2;
        String networks = "org.gidn.designer.gidn, samples: 100, starts: 20, predictor: {use: org.gidn.predictor.mlp,"
                + " layers: 2, neurons: 16, epochs: 20}";
        write("here", networks, 8, "use: org.gidn.core.local");
        write("there", networks, 8, slurm(2) + ", wholeRuns: true, gidn: sh " + GidnProcess.program(folder));
        for (String place : List.of("here", "there")) {
            Files.writeString(
                    folder.resolve(place + "-sweep.yaml"), "experiment: " + place + ".yaml\nseeds: 1.." + runs + "\n");
        }
        run("sweep", "here-sweep.yaml");
        Process process = GidnProcess.start(folder, "sweep", "there-sweep.yaml");
        while (process.isAlive() && answers() == 0) {
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        run("sweep", "there-sweep.yaml");
        Project there = Project.open(folder.resolve("there"));
        assertTrue(there.check().sound());
        assertEquals(runs, there.runs().size());
        for (int i = 1; i <= runs; i++) {
            assertEquals(i, there.run(i).seed());
            assertEquals(
                    RunContents.of(folder.resolve("here"), i), RunContents.of(folder.resolve("there"), i), "run " + i);
        }
        run("cluster", "stop", "there");
    }

    /** The networks of an ensemble are trained by workers, one each, to the same bits. */
    @Test
    void membersOfAnEnsembleAreTrainedByWorkers() throws Exception {
        assumeTrue(KILLS > 1, "networks that are worth sending out take a minute: at night only");
        String gidn = "org.gidn.designer.gidn, samples: 400, starts: 50, predictor: {use: org.gidn.predictor.mlp,"
                + " ensemble: 2, layers: 4, neurons: 128, epochs: 1000}";
        write("here", gidn, 8, "use: org.gidn.core.local");
        write("there", gidn, 8, slurm(2));
        run("run", "here.yaml");
        run("run", "there.yaml");
        assertEquals(RunContents.of(folder.resolve("here")), RunContents.of(folder.resolve("there")));
        try (Stream<Path> logs = Files.walk(shared())) {
            assertEquals(
                    2, logs.filter(path -> path.toString().endsWith(".txt")).count(), "trained by workers");
        }
    }

    @Test
    void aKilledRunFindsItsWorkersAndWhatTheyHaveDone() throws Exception {
        write("here", RANDOM, 16, "use: org.gidn.core.local");
        run("run", "here.yaml");
        for (int i = 0; i < KILLS; i++) {
            String name = "killed-" + i;
            write(name, RANDOM, 16, slurm(2));
            Process process = GidnProcess.start(folder, "run", name + ".yaml");
            while (process.isAlive() && answers() == 0) {
                Thread.sleep(20);
            }
            process.destroyForcibly().waitFor();
            assertFalse(Project.open(folder.resolve(name)).run(1).state() == RunState.DONE);
            TreeSet<String> workers = workers();
            Outcome status = run("cluster", "status", name);
            assertTrue(status.out().contains("no run uses them"), status.out());
            run("run", name, "--resume");
            assertTrue(workers.containsAll(workers()), "other workers");
            assertEquals(RunContents.of(folder.resolve("here")), RunContents.of(folder.resolve(name)));
            Pools.closeAll();
        }
    }

    @Test
    void checkTriesTheWholeWay() throws Exception {
        write("there", RANDOM, 8, slurm(2));
        String out = run("cluster", "check", "there.yaml").out();
        String expected = """
            holds  The scheduler answers
            holds  The shared folder takes files
                   SHARED
            holds  The worker is accepted and started
                   job \\d+_1 on \\S+
            holds  It sees the shared folder, and has Java and all files
                   .*
            holds  It gives the bits of this machine for the canary designs
            holds  It gives values for 4 designs
            holds  The worker has ended
            """.replace("SHARED", Pattern.quote(shared().toString()));
        assertTrue(Pattern.matches(expected, out), out);
        assertEquals(List.of(), Spool.list(shared()));
        Outcome broken = new Gidn(folder).run("cluster", "check", "there.yaml", "--set", "executor.java=/nowhere/java");
        assertEquals(1, broken.status(), broken.out());
        assertTrue(broken.out().contains("FAILS  It "), broken.out());
        assertTrue(broken.out().contains(" has no /nowhere/java; name a Java of version 17 or later"), broken.out());
    }

    @Test
    void stopEndsTheWorkersOfAnotherProcess() throws Exception {
        write("there", RANDOM, 16, slurm(2));
        Process process = GidnProcess.start(folder, "run", "there.yaml");
        Outcome nothing = new Gidn(folder).run("cluster", "status", "there.yaml");
        assertEquals(0, nothing.status(), nothing.err());
        while (process.isAlive() && workers().size() < 2) {
            Thread.sleep(50);
        }
        Outcome stopped = run("cluster", "stop", "there.yaml");
        assertTrue(stopped.err().contains("2 jobs were ended in "), stopped.err());
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(1, process.waitFor(), output);
        assertTrue(output.contains("The workers were stopped by 'gidn cluster stop'"), output);
    }

    private Spool spool() throws IOException {
        List<String> pools = Spool.list(shared());
        return new Spool(pools.isEmpty() ? shared().resolve("none") : shared().resolve(pools.get(0)), "test");
    }

    private int answers() throws IOException {
        return Spool.list(spool().done()).size();
    }

    private TreeSet<String> workers() throws IOException {
        return new TreeSet<>(Spool.list(spool().workers()));
    }
}
