// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.ProjectCheck;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage to what is stored is seen: whatever is asked of a spoilt project, the answer is the true one, or a sentence. How often
 * it is spoilt is told by the system properties {@code gidn.flips} and {@code gidn.pages}; {@code gidn.damageSeed} tells how.
 */
@Tag("long")
class DamageTest {
    private static final int FLIPS = Integer.getInteger("gidn.flips", 60);
    private static final int PAGES = Integer.getInteger("gidn.pages", 30);
    private static final long SEED = Long.getLong("gidn.damageSeed", 1);
    private static final int SETS = 10;
    private static final int DESIGNS = 200;

    @TempDir
    private Path folder;

    private Project whole;
    private Map<String, String> truth;

    /** What became of asking everything of a spoilt project. */
    private enum Outcome {
        UNTOUCHED,
        SAID,
        SILENT,
        ERROR
    }

    private static void method(RunContext run) {
        for (int set = 0; set < SETS; set++) {
            DesignBatch designs = Bench.designs(
                    new SplittableRandom(set).longs(DESIGNS, 0, 256).distinct().toArray());
            double[] predicted = new double[designs.size()];
            int[] counts = new int[designs.size()];
            for (int i = 0; i < designs.size(); i++) {
                predicted[i] = i * 0.7;
                counts[i] = set % 2 == 0 ? 1 : 1 + i % 3;
            }
            String source = set % 3 == 0 ? Candidates.SAMPLE : Candidates.INVERSE;
            run.evaluate(new Candidates(designs, source, set, predicted, counts));
            for (int step = 0; step < 30; step++) {
                run.metric("loss " + set % 2, set, step, Math.sin(set + step));
            }
            run.event("Set " + set + " is done.");
            run.phase("phase " + set, 1, "sets").close();
            run.write("model-" + set + ".bin", file -> Files.write(file, new byte[500]));
        }
    }

    private static double worth(double number) {
        return number % 50 == 7 ? Double.NaN : number / 3;
    }

    private static Bench bench(Consumer<RunContext> method) {
        return new Bench(method)
                .worth(DamageTest::worth)
                .judgedBy(new Output("a", "", Goal.MAXIMISE), new Output("b", "", Goal.MINIMISE));
    }

    @BeforeEach
    void run() throws Exception {
        whole = Bench.project(folder.resolve("whole"));
        Bench bench = bench(DamageTest::method);
        bench.run(whole, "title=" + "A long title. ".repeat(400));
        bench.run(whole, "variant=2");
        truth = new LinkedHashMap<>();
        copy(whole.folder(), folder.resolve("asked"));
        Project asked = Project.open(folder.resolve("asked"));
        for (Map.Entry<String, Callable<String>> question : questions(asked).entrySet()) {
            truth.put(question.getKey(), question.getValue().call());
        }
    }

    @Test
    void noFlippedBitChangesANumberInSilence() throws Exception {
        campaign("single-bit flips", FLIPS, (project, random) -> Damage.flip(project.folder(), random));
    }

    @Test
    void noSpoiltPageChangesANumberInSilence() throws Exception {
        campaign("spoilt pages", PAGES, (project, random) -> Damage.page(project.database(), random));
    }

    @FunctionalInterface
    private interface Spoiling {
        String spoil(Project project, RandomGenerator random) throws IOException;
    }

    private void campaign(String name, int times, Spoiling spoiling) throws Exception {
        int[] counts = new int[Outcome.values().length];
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Path copy = folder.resolve(name + " " + i);
            copy(whole.folder(), copy);
            Project project = Project.open(copy);
            String done = spoiling.spoil(project, new SplittableRandom(SEED * 1_000_003 + i));
            Outcome outcome = ask(project, i + ", " + done, failures);
            counts[outcome.ordinal()]++;
            mend(project, i + ", " + done, failures);
            delete(copy);
        }
        System.out.printf(
                "%,d %s: %,d changed nothing that is read, %,d were named, %,d changed a number in silence, %,d ended in an"
                        + " error of the program%n",
                times, name, counts[0], counts[1], counts[2], counts[3]);
        assertEquals(List.of(), failures);
    }

    private Outcome ask(Project project, String spoilt, List<String> failures) {
        Outcome worst = Outcome.UNTOUCHED;
        for (Map.Entry<String, Callable<String>> question : questions(project).entrySet()) {
            Outcome outcome;
            try {
                String answer = question.getValue().call();
                outcome = answer.equals(truth.get(question.getKey())) ? Outcome.UNTOUCHED : Outcome.SILENT;
            } catch (InvalidInputException | StoreException e) {
                outcome = e.getMessage().contains("Exception") ? Outcome.ERROR : Outcome.SAID;
            } catch (Exception | Error e) {
                outcome = Outcome.ERROR;
                failures.add(spoilt + ": " + question.getKey() + ": " + e);
            }
            if (outcome == Outcome.SILENT) {
                failures.add(spoilt + ": " + question.getKey());
            }
            worst = outcome.compareTo(worst) > 0 ? outcome : worst;
        }
        return worst;
    }

    /** The check finds what was said of; what repair saves is true, and is all well then. */
    private void mend(Project project, String spoilt, List<String> failures) {
        try {
            project.repair();
            ProjectCheck check = project.check();
            if (!check.damages().isEmpty()) {
                failures.add(spoilt + ": after the repair " + check.damages());
            }
            for (RunRecord run : project.runs()) {
                RunResults results = project.results(run.number());
                DesignBatch designs = results.designs(results.sets());
                Values values = results.values(results.sets());
                for (int i = 0; i < designs.size(); i++) {
                    long number = designs.word(i, 0);
                    if (Double.compare(worth(number), values.values()[i]) != 0) {
                        failures.add(spoilt + ": repair saved " + values.values()[i] + " for " + number);
                    }
                }
            }
        } catch (InvalidInputException | StoreException e) {
            failures.add(spoilt + ": repair: " + e.getMessage());
        } catch (Exception | Error e) {
            failures.add(spoilt + ": repair: " + e);
        }
    }

    /** All that can be asked, each with how to ask it; the answer in text. */
    private static Map<String, Callable<String>> questions(Project project) {
        Map<String, Callable<String>> questions = new LinkedHashMap<>();
        questions.put("runs", () -> readable(project.runs()));
        questions.put("last run", () -> readable(project.lastRun().stream().toList()));
        for (int number = 1; number <= 2; number++) {
            int run = number;
            questions.put("run " + run, () -> readable(List.of(project.run(run))));
            Question.of(questions, "sets", project, run, results -> results.sets().stream()
                    .map(CandidateSet::toString)
                    .toList()
                    .toString());
            Question.of(questions, "values", project, run, results -> text(results.values(results.sets())));
            Question.of(
                    questions,
                    "second values",
                    project,
                    run,
                    results -> Arrays.toString(results.values(results.sets(), 1)));
            Question.of(questions, "designs", project, run, results -> text(results.designs(results.sets())));
            for (int count : new int[] {10, 20}) {
                Question.of(questions, count + " best", project, run, results -> results.best(count).stream()
                        .map(best -> best.text() + " " + best.value() + " " + best.predicted() + " " + best.count()
                                + best.source() + best.iteration())
                        .toList()
                        .toString());
            }
            Question.of(questions, "statistics", project, run, results -> results.statistics(results.sets())
                    .toString());
            Question.of(questions, "convergence", project, run, results -> results.convergence()
                    .toString());
            Question.of(questions, "metrics", project, run, results -> {
                StringBuilder text = new StringBuilder();
                for (String name : results.metricNames()) {
                    text.append(name).append(results.metrics(name));
                }
                return text.toString();
            });
            Question.of(questions, "events", project, run, results -> results.events()
                    .toString());
            Question.of(questions, "phases", project, run, results -> results.phases()
                    .toString());
            Question.of(questions, "files", project, run, results -> {
                StringBuilder text = new StringBuilder();
                for (Path file : results.files()) {
                    text.append(file.getFileName()).append(Arrays.hashCode(Files.readAllBytes(file)));
                }
                return text.toString();
            });
        }
        questions.put("the next run", () -> nextRun(project));
        return questions;
    }

    @FunctionalInterface
    private interface Question {
        String ask(RunResults results) throws Exception;

        static void of(Map<String, Callable<String>> all, String name, Project project, int run, Question question) {
            all.put(name + " of run " + run, () -> question.ask(project.results(run)));
        }
    }

    /** The records, of which one that says that it cannot be read is as good as a sentence. */
    private static String readable(List<RunRecord> runs) {
        for (RunRecord run : runs) {
            if (!run.readable()) {
                throw new InvalidInputException(run.failure());
            }
        }
        return runs.toString();
    }

    private static String text(Values values) {
        return Arrays.toString(values.values())
                + Arrays.toString(values.predicted())
                + Arrays.toString(values.counts());
    }

    private static String text(DesignBatch designs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < designs.size(); i++) {
            text.append(DesignText.format(DesignSpace.binary(1, designs.variables()), designs, i))
                    .append('\n');
        }
        return text.toString();
    }

    /** What a further run gets for designs of which it takes over those that are known. */
    private static String nextRun(Project project) {
        StringBuilder text = new StringBuilder();
        RunRecord record = bench(run -> {
                    DesignBatch designs = Bench.designs(LongStream.range(0, 128).toArray());
                    Evaluations values = run.evaluate(Candidates.of(designs, Candidates.SAMPLE, 0));
                    for (int i = 0; i < designs.size(); i++) {
                        text.append(values.value(i, 0))
                                .append(' ')
                                .append(values.value(i, 1))
                                .append('\n');
                    }
                })
                .run(project);
        if (record.state() == RunState.FAILED) {
            throw new InvalidInputException(record.failure());
        }
        return text.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path copy) throws IOException {
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
