// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that answer by their standard streams, good ones and broken ones. */
@DisabledOnOs(OS.WINDOWS)
class StreamsTest {
    /** Reads requests, and answers those of the cells with what a function says; the first answer stands before. */
    private static final String LOOP = """
            import json, os, sys, time
            first = json.loads(sys.stdin.readline())
            print(json.dumps(dict(version=1, **(GREETING if 'GREETING' in globals() else {}))))
            def say(answer): print(json.dumps(answer))
            for line in sys.stdin:
                request = json.loads(line)
                designs = request['evaluate']['cells']
                %s
            """;

    private static final String SUMS =
            "say(dict(id=request['id'], outputs=dict(sum=[d.count('1') for d in designs], count=[len(d) for d in designs])))";

    @TempDir
    private Path folder;

    private Rig loop(String... statements) throws IOException {
        return new Rig(folder).python(String.format(LOOP, String.join("\n    ", statements)));
    }

    private static Evaluations evaluate(Evaluator evaluator, String... designs) {
        return evaluator.evaluate(DesignText.parse(List.of(designs), evaluator.space()), Cancellation.NONE);
    }

    @Test
    void batchesAreAnswered() throws IOException {
        try (Evaluator evaluator = loop(SUMS).set("batch", 2L).make()) {
            Evaluations results = evaluate(evaluator, "01100000", "11111111", "00000001");
            assertEquals(
                    List.of(2.0, 8.0, 1.0), List.of(results.value(0, 0), results.value(1, 0), results.value(2, 0)));
            assertEquals(8, results.value(2, 1));
            assertEquals(2, evaluator.batchSize());
            assertFalse(evaluator instanceof GradientEvaluator);
        }
    }

    @Test
    void theContractIsKept() throws IOException {
        Rig rig = loop(SUMS);
        new EvaluatorContract(rig::make).check();
    }

    /** A parabola of relaxed cells of three levels and of numbers, with its slopes. */
    @Test
    void theContractIsKeptWithGradients() throws IOException {
        Rig rig = new Rig(folder)
                .set(
                        "variables",
                        "cells: 2 x 2 phases soft middle stiff; x: 3 reals from -1 to 2 mm; n: 2 integers from 1 to 5")
                .set("outputs", "minimise f")
                .set("batch", 3L)
                .python("""
                        import json, sys
                        first = json.loads(sys.stdin.readline())
                        assert [v['kind'] for v in first['variables']] == ['phases', 'real', 'integer'], first
                        assert first['outputs'] == [{'name': 'f', 'unit': '', 'goal': 'minimise'}], first
                        print('{"version": 1, "gradients": true}')
                        def number(c): return int(c) if isinstance(c, str) else c
                        for line in sys.stdin:
                            request = json.loads(line)
                            columns = {n: [[number(c) for c in d] for d in ds] for n, ds in request['evaluate'].items()}
                            f = [0.0] * len(columns['x'])
                            for name, designs in columns.items():
                                for i, design in enumerate(designs):
                                    f[i] += sum((k + 1) * (v - 0.3) ** 2 for k, v in enumerate(design))
                            answer = {'id': request['id'], 'outputs': {'f': f}}
                            if request['gradients']:
                                answer['gradients'] = {n: [[2 * (k + 1) * (v - 0.3) for k, v in enumerate(d)] for d in ds]
                                                       for n, ds in columns.items()}
                            print(json.dumps(answer))
                        """);
        new EvaluatorContract(rig::make).check();
        try (Evaluator evaluator = rig.make()) {
            assertInstanceOf(GradientEvaluator.class, evaluator);
        }
    }

    /** What a program is told of labels and numbers. */
    @Test
    void labelsAndNumbersAreTold() throws IOException {
        Rig rig = new Rig(folder)
                .set(
                        "variables",
                        "x: 2 reals from 0.1 to 35 in²\nn: integer from 1 to 12\nprocess: category cast printed")
                .set("outputs", "mass")
                .python("""
                        import json, sys
                        first = json.loads(sys.stdin.readline())
                        print('{"version": 1}')
                        for line in sys.stdin:
                            request = json.loads(line)
                            assert request == {'id': 1, 'gradients': False, 'evaluate': {
                                'x': [[0.5, 2.0]], 'n': [[7]], 'process': [['printed']]}}, line
                            assert '[7]' in line
                            print(json.dumps({'id': 1, 'outputs': {'mass': [first['variables'][0]['to']]}}))
                        """);
        try (Evaluator evaluator = rig.make()) {
            Evaluations results =
                    evaluator.evaluate(DesignBatch.ofValues(4, new double[] {0.5, 2, 7, 1}), Cancellation.NONE);
            assertNull(results.failure(0));
            assertEquals(35, results.value(0, 0));
        }
    }

    private static String refusal(Rig rig) {
        return assertThrows(InvalidInputException.class, rig::make).getMessage();
    }

    private static void assertMatches(String expected, String found) {
        assertNotNull(found);
        assertTrue(Pattern.matches(expected, found), found);
    }

    @Test
    void programsThatCannotBeStartedAreNamed() throws IOException {
        assertEquals(
                "There is no program 'no-such-solver', neither on the path nor in " + folder
                        + "; install it, or name its file by the setting 'command'.",
                refusal(new Rig(folder).set("command", "no-such-solver --fast")));
        Files.writeString(folder.resolve("plain.py"), "print(1)");
        assertEquals(
                "The program " + folder.resolve("plain.py")
                        + " is not executable; make it so (chmod +x), or put what runs it before it, e.g. 'python3 plain.py'.",
                refusal(new Rig(folder).set("command", "./plain.py")));
        new Rig(folder).write("wrong.py", "#!/usr/bin/python9\nprint(1)\n");
        assertEquals(
                "The first line of " + folder.resolve("wrong.py")
                        + " says that it is run by '/usr/bin/python9', which is not"
                        + " there; mend that line, or put what runs it before it in the setting 'command'.",
                refusal(new Rig(folder).set("command", "./wrong.py")));
        new Rig(folder).write("windows.sh", "#!/bin/sh\r\necho 1\r\n");
        assertEquals(
                "The lines of " + folder.resolve("windows.sh")
                        + " end as on Windows, so that nothing is found that runs it; let them end as here, such as with"
                        + " dos2unix, or put what runs it before it in the setting 'command'.",
                refusal(new Rig(folder).set("command", "./windows.sh")));
        Files.createDirectory(folder.resolve("solver"));
        assertEquals(
                "'./solver' is a folder and no program; name the program's file by the setting 'command'.",
                refusal(new Rig(folder).set("command", "./solver")));
        assertEquals(
                "Setting 'command' has a quote ' that is not closed; close it, or put one of the other kind around it.",
                refusal(new Rig(folder).set("command", "sh -c 'exit")));
    }

    private static final String LOST =
            " This was before the first design; what the program has to say is in the guide under Programs, and"
                    + " 'gidn check-evaluator' tries it.";

    @Test
    void programsThatSpeakSomethingElseAreNamed() throws IOException {
        assertEquals(
                "The program ended with status 3; it last wrote: ImportError: no numpy." + LOST,
                refusal(new Rig(folder).shell("echo 'ImportError: no numpy' >&2; exit 3")));
        assertEquals(
                "The program's first answer took longer than the 0.3 s that the setting 'timeout' allows; it last wrote:"
                        + " Welcome to Solver 7." + LOST,
                refusal(new Rig(folder)
                        .shell("echo Welcome to Solver 7; sleep 30")
                        .set("timeout", 0.3)));
        assertEquals(
                "The program speaks version 2 of the exchange, the product version 1; take a release of both that speak the"
                        + " same, such as the package gidn that the product brings." + LOST,
                refusal(new Rig(folder).shell("echo '{\"version\": 2}'; cat")));
    }

    /** What is said of the one design that a program answers in some way. */
    private String failure(String... statements) throws IOException {
        try (Evaluator evaluator = loop(statements).set("timeout", 2.0).make()) {
            Evaluations results = evaluate(evaluator, "01100000");
            assertTrue(Double.isNaN(results.value(0, 0)));
            return results.failure(0);
        }
    }

    @Test
    void whatIsWrongWithAnAnswerIsSaid() throws IOException {
        String design = "Design 01100000: The program";
        assertEquals(
                design + "'s answer lacks output 'count', and has 'sum'.",
                failure("say(dict(id=1, outputs=dict(sum=[1])))"));
        assertEquals(
                design + "'s answer has 2 values of 'sum' for 1 design; give one a design, in their order.",
                failure("say(dict(id=1, outputs=dict(sum=[1, 2], count=[1])))"));
        assertEquals(
                "The program gave no number (NaN or null) as 'sum' without saying why; it wrote nothing.",
                failure("say(dict(id=1, outputs=dict(sum=[float('nan')], count=[1])))"));
        assertEquals(
                "did not converge.",
                failure("say(dict(id=1, outputs=dict(sum=[None], count=[1]), failures={'0': 'did not converge.'}))"));
        assertEquals(
                design + "'s answer has 'heavy' as output 'sum', where a number or null is expected.",
                failure("say(dict(id=1, outputs=dict(sum=['heavy'], count=[1])))"));
        assertEquals(design + " says: no licence.", failure("say(dict(id=1, error='no licence.'))"));
        assertEquals(
                design + "'s answer has the id 7, where 1 was asked; repeat that of the request; it wrote nothing.",
                failure("say(dict(id=7, outputs=dict(sum=[1], count=[1])))"));
        assertEquals(
                design + "'s answer is no JSON: '{\"id\": 1, \"outputs\": {\"sum\": [1}'.",
                failure("print('{\"id\": 1, \"outputs\": {\"sum\": [1}')"));
        assertEquals(
                design + "'s answer has neither 'outputs' nor 'error'; it wrote nothing.", failure("say(dict(id=1))"));
        assertMatches(
                design
                        + " took longer than the 2 s that the setting 'timeout' allows; it last wrote: thinking / hard\\.",
                failure("print('thinking'); print('hard'); time.sleep(30)"));
        assertEquals(
                design + " was killed by signal 9; it last wrote: going under.",
                failure("print('going under', file=sys.stderr, flush=True); os.kill(os.getpid(), 9)"));
    }

    @Test
    void whatIsSaidTwiceOrOfAnotherTypeIsToldAsThat() throws IOException {
        String answer = "Design 01100000: The program's answer ";
        Map<String, String> said = new LinkedHashMap<>();
        said.put("{\"id\": \"7\", \"outputs\": {}}", "has \"7\" as id, where the number of the request is expected");
        said.put("{\"id\": 99999999999999999999}", "has 99999999999999999999 as id, where the number of");
        said.put("{\"id\": 1, \"id\": 1}", "has 'id' twice; give it once");
        said.put("{\"id\": 1, \"outputs\": {}, \"outputs\": {}}", "has 'outputs' twice; give it once");
        said.put(
                "{\"id\": 1, \"outputs\": {\"sum\": [1], \"sum\": [2], \"count\": [1]}}",
                "has output 'sum' twice; give it once");
        said.put(
                "{\"id\": 1, \"failures\": {\"0\": \"a\", \"00\": \"b\"}, \"outputs\": {}}",
                "has the failure of design 00 twice; give it once");
        said.put("{\"id\": 1, \"failures\": {\"0\": {}}, \"outputs\": {}}", "has no text as the failure of design 0");
        said.put(
                "{\"id\": 1, \"failures\": {\"1\": \"a\"}, \"outputs\": {\"sum\": [1], \"count\": [1]}}",
                "has a failure of design 1, but the batch has only design 0");
        said.put("{\"id\": 1, \"error\": []}", "has no text as 'error'");
        said.put("{\"id\": 1, \"error\": \"a\"}{\"id\": 2}", "is followed by another one on its line; write one");
        for (Map.Entry<String, String> each : said.entrySet()) {
            String told = failure("print('" + each.getKey() + "')");
            assertTrue(told.startsWith(answer + each.getValue()), () -> each.getKey() + " gives " + told);
        }
    }

    @Test
    void aFirstAnswerWithAnotherTypeIsToldAsThat() throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("{\"version\": \"1\"}", "has \"1\" as version, where the number 1 is expected");
        said.put("{\"version\": 1, \"version\": 1}", "has 'version' twice; give it once");
        said.put("{\"version\": 1, \"gradients\": \"yes\"}", "has something else than true or false as 'gradients'");
        for (Map.Entry<String, String> each : said.entrySet()) {
            Rig rig = new Rig(folder)
                    .python("import sys\nsys.stdin.readline()\nprint('" + each.getKey()
                            + "', flush=True)\nsys.stdin.read()");
            String told = assertThrows(InvalidInputException.class, rig::make).getMessage();
            assertTrue(told.contains("first answer " + each.getValue()), told);
        }
    }

    /** Stray prints, also such as look like JSON, are kept beside. */
    @Test
    void aStrayPrintBreaksNothing() throws IOException {
        try (Evaluator evaluator = loop(
                        "print('step', designs); print({}); print(json.dumps({'step': 1}))",
                        SUMS,
                        "print('{ unfinished')")
                .make()) {
            assertEquals(2, evaluate(evaluator, "01100000").value(0, 0));
            assertEquals(1, evaluate(evaluator, "00000001").value(0, 0));
        }
    }

    /** An answer behind what was printed without an end of line is an answer, however it comes over. */
    @Test
    void anAnswerBehindAStrayPrintIsTaken() throws IOException {
        for (String print : List.of(
                "print('50 % {', end='')",
                "[print(c, end='', flush=True) for c in '1, {2} {']",
                "print('x = {\\'a\\': 1} ', end='', flush=True)")) {
            try (Evaluator evaluator = loop("designs and " + print, SUMS).make()) {
                assertEquals(2, evaluate(evaluator, "01100000").value(0, 0), print);
            }
        }
    }

    /** One design of a batch at which a program dies takes nothing from the others. */
    @Test
    void onlyTheDesignsAtFaultFail() throws IOException {
        try (Evaluator evaluator = loop("if '11100000' in designs: sys.exit(4)", SUMS)
                .set("batch", 8L)
                .make()) {
            Evaluations results = evaluate(
                    evaluator,
                    "00000000",
                    "10000000",
                    "11000000",
                    "11100000",
                    "11110000",
                    "11111000",
                    "11111100",
                    "11111110");
            for (int i = 0; i < 8; i++) {
                assertEquals(i == 3 ? Double.NaN : i, results.value(i, 0));
            }
            assertEquals("Design 11100000: The program ended with status 4; it wrote nothing.", results.failure(3));
        }
    }

    @Test
    void aDesignIsTriedAgainWhereThatIsAsked() throws IOException {
        Rig rig = loop(
                        "tries = open('tries.txt', 'a'); tries.write('x'); tries.close()",
                        "if os.path.getsize('tries.txt') < 3: sys.exit(1)",
                        SUMS)
                .set("retries", 2L);
        try (Evaluator evaluator = rig.make()) {
            assertEquals(3, evaluate(evaluator, "11100000").value(0, 0));
        }
    }

    /** Whatever is written, and on whichever stream, takes no more memory than an answer may. */
    @Test
    void aFloodTakesNoMemory() throws IOException {
        String flood = "chunk = 'x' * (1 << 20)";
        System.gc();
        long before = used();
        try (Evaluator evaluator = loop(
                        flood,
                        "for i in range(300): sys.stderr.write(chunk)",
                        "for i in range(300): sys.stdout.write(chunk)",
                        "print()",
                        SUMS)
                .make()) {
            assertEquals(2, evaluate(evaluator, "01100000").value(0, 0));
            System.gc();
            assertTrue(used() - before < 50_000_000, () -> "bytes: " + (used() - before));
        }
        assertMatches(
                "Design 01100000: The program's answer is longer than any that was asked for; it wrote nothing\\.",
                failure(flood, "print('{' + chunk + chunk)", "time.sleep(30)"));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aProgramThatReadsNothingIsEnded() throws IOException {
        Rig rig = new Rig(folder)
                .shell("echo '{\"version\": 1, \"batch\": 50000}'; exec sleep 30")
                .set("timeout", 1.0);
        try (Evaluator evaluator = rig.make()) {
            Evaluations results = evaluator.evaluate(DesignBatch.ofBits(8, new long[] {5}), Cancellation.NONE);
            assertMatches("Design .* took longer than the 1 s .*", results.failure(0));
        }
    }

    @Test
    void theUserCanStopAProgramThatHangsWithinASecond() throws IOException {
        try (Evaluator evaluator = loop("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(30)")
                .make()) {
            long start = System.nanoTime();
            assertThrows(
                    CancellationException.class,
                    () -> evaluator.evaluate(
                            DesignBatch.ofBits(8, new long[] {5}), () -> System.nanoTime() - start > 300_000_000L));
            assertTrue(System.nanoTime() - start < 5_000_000_000L);
        }
    }

    /** A design's text is data, whatever it may look like; and a shell only reads what it is asked to. */
    @Test
    void wordsMeanNothing() throws IOException {
        Rig rig = new Rig(folder).shell("echo \"$1|$2|$3\" >&2; exit 1");
        assertEquals(
                "The program ended with status 1; it last wrote: $HOME|a b; touch x|*." + LOST,
                refusal(rig.set("command", "./program.sh $HOME 'a b; touch x' *")));
        assertFalse(Files.exists(folder.resolve("x")));
        assertEquals(
                "The program ended with status 1; it last wrote: 3||." + LOST,
                refusal(rig.set("command", "./program.sh $((1+2)) | cat; exit 1")
                        .set("shell", true)));
    }
}
