// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that asks its run for nonsense is named, and what it had found before is kept. */
class MisbehavingMethodTest {
    private static final Map<String, Consumer<RunContext>> NONSENSE = Map.ofEntries(
            Map.entry("no candidates", run -> run.evaluate(null)),
            Map.entry("no source", run -> run.evaluate(Candidates.of(Bench.designs(7), null, 0))),
            Map.entry("an iteration below 0", run -> run.evaluate(Candidates.of(Bench.designs(7), "second", -1))),
            Map.entry(
                    "designs of another size",
                    run -> run.evaluate(Candidates.of(DesignBatch.ofBits(9, new long[1]), "second", 0))),
            Map.entry(
                    "counts below 1",
                    run -> run.evaluate(new Candidates(Bench.designs(7), "second", 0, null, new int[] {-1}))),
            Map.entry("no probe", run -> run.probe(null)),
            Map.entry("no phase", run -> run.phase(null, 5, "steps")),
            Map.entry("no unit", run -> run.phase("searching", 5, null)),
            Map.entry("no metric", run -> run.metric(null, 0, 0, 1)),
            Map.entry("a metric of an iteration below 0", run -> run.metric("loss", -1, 0, 1)),
            Map.entry("no event", run -> run.event(null)),
            Map.entry("no reason", run -> run.done(null)),
            Map.entry("fewer evaluations than none", run -> run.continueFrom(-1)),
            Map.entry("no artefact", run -> run.file((Artefact) null)),
            Map.entry("no writer", run -> run.write("file.txt", null)),
            Map.entry("nothing written", run -> run.write("file.txt", file -> {})),
            Map.entry("a folder instead of a file", run -> run.write("file.txt", Files::createDirectory)),
            Map.entry("a name with folders", run -> run.write("../file.txt", file -> Files.writeString(file, "x"))),
            Map.entry("a checked exception", run -> hurl(new IOException("undeclared"))));

    private static final String NAME = "The optimiser 'guest.method' of bundle guest ";

    @TempDir
    private Path folder;

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void hurl(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static Stream<String> nonsense() {
        return NONSENSE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsToldByItsName(String what) {
        Project project = Bench.project(folder.resolve("project"));
        RunRecord run = new Bench(context -> {
                    context.evaluate(Candidates.of(Bench.designs(1, 2, 3), "first", 0));
                    NONSENSE.get(what).accept(context);
                })
                .run(project);
        assertEquals(3, project.run(1).evaluations());
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME), run.failure());
    }

    /** Texts that no terminal and no file of text should see as they are. */
    private static Stream<String> texts() {
        return Stream.of("a\0b", "\ud800", "\u001b[2J", "one\ntwo", "x".repeat(100_000), "\uffff");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextOfAnyKindIsStoredAndReadAgain(String text) {
        Project project = Bench.project(folder.resolve("project"));
        RunRecord run = new Bench(context -> {
                    context.evaluate(Candidates.of(Bench.designs(1, 2, 3), text, 0));
                    context.event(text);
                    context.metric(text, 0, 1, 2);
                    context.phase(text, 1, text).close();
                    context.done(text);
                    throw new IllegalStateException(text);
                })
                .run(project);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith(NAME), run.failure());
        RunResults results = project.results(1);
        assertEquals(3, results.values(results.sets()).size());
        assertEquals(1, results.events().size());
        assertEquals(1, results.metrics(text).size());
        assertEquals(List.of(), project.check().damages());
    }
}
