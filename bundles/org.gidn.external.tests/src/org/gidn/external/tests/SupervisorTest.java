// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.Maker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a program has started computes on when it is no longer wanted. */
@EnabledOnOs(OS.LINUX)
class SupervisorTest {
    /** Found in lists of processes. */
    private final String sleep = "sleep 3000." + ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
    /** Children: one plain, one that left its session, one without environment, and one of each that is an orphan. */
    private final String family = sleep + " & setsid " + sleep + " & env -i " + sleep + " & (setsid " + sleep
            + " &) & (env -i " + sleep + " &) & sh -c 'trap \"\" TERM HUP INT; " + sleep + "; " + sleep + "' &\n";

    private static final int CHILDREN = 7;
    private static final String HELLO = "echo '{\"version\": 1}'\n";

    @TempDir
    private Path folder;

    private List<ProcessHandle> alive() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(sleep))
                .toList();
    }

    @AfterEach
    void endWhatIsLeft() {
        alive().forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean soon(double seconds, BooleanSupplier condition) throws InterruptedException {
        for (long end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() < end; ) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(20);
        }
        return condition.getAsBoolean();
    }

    @Test
    void aStoppedProgramLeavesNobodyBehind() throws Exception {
        Rig rig = new Rig(folder).shell(HELLO + "trap '' TERM\nread first; read request\n" + family + "wait");
        try (Evaluator evaluator = rig.make()) {
            assertThrows(
                    CancellationException.class,
                    () -> evaluator.evaluate(DesignBatch.ofBits(8, new long[] {5}), () -> alive().size() >= CHILDREN));
            assertEquals(List.of(), alive());
        }
    }

    @Test
    void aProgramThatEndsLeavesNobodyBehind() throws Exception {
        Rig rig = new Rig(folder)
                .shell(family + "echo sum 1 > out.txt")
                .set("exchange", "files")
                .set("outputs", "sum")
                .set("results", "sum: out.txt line sum");
        rig.write("template/in.txt", "${cells}");
        try (Evaluator evaluator = rig.make()) {
            assertNull(evaluator
                    .evaluate(DesignBatch.ofBits(8, new long[] {5}), Cancellation.NONE)
                    .failure(0));
            assertTrue(soon(5, () -> !alive().isEmpty()), "children are at work");
        }
        assertEquals(List.of(), alive());
    }

    /** As a power cut of the product alone. */
    @Test
    void nobodyComputesOnWhenTheProductIsKilled() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Victim.class.getName()));
        command.add(folder.toString());
        command.add(HELLO + "trap '' TERM HUP PIPE\nread first; read request\n" + family + "while :; do " + sleep
                + "; done");
        Process victim = new ProcessBuilder(command).inheritIO().start();
        try {
            assertTrue(soon(20, () -> alive().size() > CHILDREN), () -> "children: " + alive().size());
        } finally {
            victim.destroyForcibly();
        }
        long killed = System.nanoTime();
        assertTrue(soon(5, () -> alive().isEmpty()), () -> "left: " + alive().size());
        System.getLogger("test")
                .log(System.Logger.Level.INFO, "ended after ms: " + (System.nanoTime() - killed) / 1_000_000);
    }

    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(Victim.class, Maker.class, Settings.class, JsonFactory.class)) {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            places.add(place.toString());
            places.add(place.resolve("target/classes").toString());
            places.add(place.resolve("target/test-classes").toString());
        }
        return String.join(File.pathSeparator, places);
    }

    /** A program that was started from a program of ours is known by what it inherits, not by what it is called. */
    @Test
    void othersAreLeftAlone() throws IOException {
        Process other = new ProcessBuilder(sleep.split(" ")).start();
        try {
            aProgramThatEndsSoon();
            assertTrue(other.isAlive());
        } finally {
            other.destroyForcibly();
        }
    }

    private void aProgramThatEndsSoon() throws IOException {
        Rig rig = new Rig(folder).shell(HELLO + "exec cat > /dev/null");
        rig.make().close();
    }
}
