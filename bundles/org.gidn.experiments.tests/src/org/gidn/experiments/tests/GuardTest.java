// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.material.Material;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.Made;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.project.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleException;

/** What guests answer and throw is told by their names, whoever called them. */
class GuardTest {
    private static final Guest GUEST = new Guest("thing", "guest.thing", "guest");
    private static final String NAME = "The thing 'guest.thing' of bundle guest ";
    private static final DesignSpace SPACE = DesignSpace.binary(4, 4).withZeros(8);
    private static final DesignBatch DESIGNS = DesignBatch.ofBits(16, new long[] {0xFF, 0xFF00});
    private static final Workers WORKERS = new Workers(1, Cancellation.NONE);

    private static <T> T guarded(Class<T> type, T instance) {
        return GUEST.guard(instance, new Made(), type);
    }

    private static <T> Arguments asked(Class<T> type, T instance, Consumer<T> question, String told) {
        return Arguments.of(told, (Runnable) () -> question.accept(guarded(type, instance)));
    }

    private static <T> Arguments bad(Class<T> type, String how, Consumer<T> question, String told) {
        return asked(type, type.cast(new Bad(how)), question, told);
    }

    private static Stream<Arguments> wrongAnswers() {
        Consumer<GradientEvaluator> slope = guest -> guest.gradient(new double[16], new double[16]);
        Consumer<SwapEvaluator> swaps = guest -> guest.swaps(DESIGNS.toArray(0));
        Consumer<EnumerationEvaluator> all = guest -> guest.enumerate(SPACE, 1, WORKERS, Phase.SILENT);
        double[] part = new double[16];
        Arrays.fill(part, 1, 16, Double.NaN);
        Consumer<BoundedEvaluator> bound = guest -> guest.bound(SPACE, part, 0, Cancellation.NONE);
        Consumer<PartlyKnownEvaluator> known = guest -> guest.knownPart(new double[16], new double[16]);
        Consumer<FieldEvaluator> fields = guest -> guest.fields(new double[16]);
        Consumer<FieldStepEvaluator> steps = guest -> guest.steps(new double[16]);
        Consumer<Evaluator> evaluate = guest -> guest.evaluate(DESIGNS, Cancellation.NONE);
        String wrong = "gave a wrong answer to ";
        return Stream.of(
                bad(Evaluator.class, "nullSpace", Evaluator::space, wrong + "'space': it is null"),
                bad(Evaluator.class, "nullObjectives", Evaluator::outputs, wrong + "'outputs': it is null"),
                bad(Evaluator.class, "noObjective", Evaluator::outputs, "there is no objective"),
                bad(Evaluator.class, "nullObjective", Evaluator::outputs, "there is a null in it"),
                bad(Evaluator.class, "sameObjectives", Evaluator::outputs, "two objectives are called 'value'"),
                bad(Evaluator.class, "null", evaluate, wrong + "'evaluate': it is null"),
                bad(Evaluator.class, "tooMany", evaluate, "2 × 1 values were asked for, but 3 × 1 given"),
                bad(Evaluator.class, "noColumn", evaluate, "2 × 1 values were asked for, but 2 × 0 given"),
                bad(GradientEvaluator.class, "value", slope, "there is Infinity in it instead of a number"),
                bad(GradientEvaluator.class, "slope", slope, "there is NaN in it instead of a number"),
                bad(SwapEvaluator.class, "nullSwaps", swaps, wrong + "'swaps': it is null"),
                bad(SwapEvaluator.class, "nullRow", swaps, "there is a null in it"),
                bad(SwapEvaluator.class, "shortRows", swaps, "8 × 8 values were asked for, but 8 × 7 given"),
                bad(SwapEvaluator.class, "fewRows", swaps, "8 × 8 values were asked for, but 7 × 8 given"),
                bad(EnumerationEvaluator.class, "nullEnumeration", all, wrong + "'enumerate': it is null"),
                bad(EnumerationEvaluator.class, "nullBest", all, "there is a null in it"),
                bad(
                        EnumerationEvaluator.class,
                        "fewValues",
                        all,
                        "0 designs of 16 variables were asked for, but 1 of 16"),
                bad(BoundedEvaluator.class, "nullBound", bound, wrong + "'bound': it is null"),
                bad(BoundedEvaluator.class, "noBound", bound, "there is NaN in it instead of a number"),
                bad(BoundedEvaluator.class, "noBranch", bound, "by a variable that is open in it, but -1 is told"),
                bad(BoundedEvaluator.class, "decidedBranch", bound, "by a variable that is open in it, but 0 is told"),
                bad(BoundedEvaluator.class, "unpaid", bound, "-1 evaluations cannot have been made"),
                bad(BoundedEvaluator.class, "outside", bound, "a design that is told is not one of the space"),
                bad(PartlyKnownEvaluator.class, "noComposition", PartlyKnownEvaluator::composition, "it is null"),
                bad(PartlyKnownEvaluator.class, "unknown", known, wrong + "'knownPart': there is NaN in it"),
                bad(PartlyKnownEvaluator.class, "knownSlope", known, "there is Infinity in it instead of a number"),
                bad(PartlyKnownEvaluator.class, "negative", known, "a known factor must be above 0, but is -1"),
                bad(FieldEvaluator.class, "nullFields", fields, wrong + "'fields': it is null"),
                bad(FieldEvaluator.class, "nodes", fields, "failed with an error of its own, "),
                bad(
                        FieldEvaluator.class,
                        "elements",
                        fields,
                        "there are 2 design variables for the elements instead of 1"),
                bad(FieldEvaluator.class, "components", fields, "there are 1 components of 'moved' instead of 2"),
                bad(FieldStepEvaluator.class, "nullSteps", steps, wrong + "'steps': it is null"),
                bad(FieldStepEvaluator.class, "noSteps", steps, wrong + "'steps': there is nothing in it"),
                bad(FieldStepEvaluator.class, "nullStep", steps, wrong + "'steps': there is a null in it"),
                bad(KnownOptima.class, "optima", KnownOptima::optima, "2 × 16 values were asked for, but 2 × 3 given"),
                bad(KnownOptima.class, "nearness", KnownOptima::nearness, "there is NaN in it"));
    }

    private static Stream<Arguments> wrongAnswersOfOthers() {
        Consumer<Sampler> sample = guest -> guest.sample(SPACE, 2, new Random(1), Cancellation.NONE);
        Consumer<BatchExecutor> execute =
                guest -> guest.evaluate(Task.of(new Bad("good"), DESIGNS), Phase.SILENT, Cancellation.NONE);
        Consumer<Material> stiffen = guest -> guest.stiffness(0.5, new double[6]);
        Consumer<InputGradient> step = guest -> guest.evaluate(new float[16], 1, new float[1], new float[16]);
        return Stream.of(
                asked(Sampler.class, (space, count, random, cancellation) -> null, sample, "'sample': it is null"),
                asked(
                        Sampler.class,
                        (space, count, random, cancellation) -> DESIGNS.slice(0, 1),
                        sample,
                        "2 designs of 16 variables were asked for, but 1 of 16 given"),
                asked(
                        Sampler.class,
                        (space, count, random, cancellation) -> DesignBatch.ofValues(1, new double[] {Double.NaN, 1}),
                        sample,
                        "2 designs of 16 variables were asked for, but 2 of 1 given"),
                asked(BatchExecutor.class, (task, progress, cancellation) -> null, execute, "'evaluate': it is null"),
                asked(
                        BatchExecutor.class,
                        (task, progress, cancellation) -> new Evaluations(1, 1),
                        execute,
                        "2 × 1 values were asked for, but 1 × 1 given"),
                asked(Material.class, new BadPredictor.Stuff(), stiffen, "there is NaN in it"),
                predictor(null, guest -> guest.predict(DESIGNS, WORKERS), "'predict': it is null"),
                predictor(new double[1], guest -> guest.predict(DESIGNS, WORKERS), "but 1 × 1 given"),
                predictor(new double[] {1, Double.NaN}, guest -> guest.predict(DESIGNS, WORKERS), "there is NaN in it"),
                predictor(null, GuardTest::slope, "'inputGradient': it is null"),
                predictor(new double[2], guest -> slope(guest).capacity(), "a capacity of 0 designs is none"),
                predictor(new double[2], guest -> step.accept(slope(guest)), "there is NaN in it"),
                predictor(new double[2], GuardTest::save, "file nowhere.zip was not written"));
    }

    private static Stream<Arguments> wrongAnswersOfConstraints() {
        double[] design = new double[16];
        List<Output> outputs = List.of(new Output("value", "", Goal.MAXIMISE));
        return Stream.of(
                constraint("space", guest -> guest.limit(SPACE), "'limit': its space has other variables"),
                constraint("null", guest -> guest.limit(SPACE), "'limit': it is null"),
                constraint("output", guest -> guest.demand(outputs), "'demand': it is about output 3, but there are 1"),
                constraint("NaN", guest -> rule(guest).violation(design), "'violation': there is NaN in it"),
                constraint("negative", guest -> rule(guest).violation(design), "there is -1.0 in it, which is below 0"),
                constraint("throws", guest -> rule(guest).violation(design), "failed with an error of its own, "),
                constraint("null", guest -> rule(guest).demand(), "'demand': it is null"),
                constraint("short", guest -> rule(guest).repair(design, new Random(1)), "but 1 of 3 given"),
                constraint("NaN", guest -> rule(guest).repair(design, new Random(1)), "there is NaN in it"));
    }

    private static Arguments constraint(String how, Consumer<Constraint> question, String told) {
        return asked(Constraint.class, new BadConstraint(how), question, told);
    }

    private static DesignRule rule(Constraint constraint) {
        return constraint.rule(SPACE).orElseThrow();
    }

    @Test
    void predictionsAreOfSomethingAndSpreadsFromZeroOn() {
        for (Predictions predictions : List.of(
                new Predictions(new double[0][], null),
                new Predictions(null, null),
                new Predictions(new double[1][2], new double[][] {{0, -1}}),
                new Predictions(new double[1][2], new double[0][]),
                new Predictions(new double[][] {null}, null))) {
            Predictor guest = guarded(Predictor.class, new BadPredictor(predictions));
            assertTrue(assertThrows(PluginException.class, () -> guest.predict(DESIGNS, WORKERS))
                    .getMessage()
                    .startsWith(NAME + "gave a wrong answer to 'predict': "));
        }
    }

    private static Arguments predictor(double[] predictions, Consumer<Predictor> question, String told) {
        return asked(Predictor.class, new BadPredictor(predictions), question, told);
    }

    private static InputGradient slope(Predictor predictor) {
        return predictor.inputGradient(Acquisition.mean());
    }

    private static void save(Predictor predictor) {
        try {
            predictor.save(Path.of("nowhere.zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource({"wrongAnswers", "wrongAnswersOfOthers", "wrongAnswersOfConstraints"})
    void aWrongAnswerIsToldByNameAndByWhatIsWrong(String told, Runnable question) {
        String message = assertThrows(PluginException.class, question::run).getMessage();
        assertTrue(message.startsWith(NAME), message);
        assertTrue(message.contains(told), message);
    }

    @Test
    void rightAnswersPass() {
        Bad good = new Bad("good");
        assertEquals(SPACE, guarded(Evaluator.class, good).space());
        assertEquals(
                0xFF,
                guarded(Evaluator.class, good)
                        .evaluate(DESIGNS, Cancellation.NONE)
                        .value(0, 0));
        assertEquals(1, guarded(GradientEvaluator.class, good).gradient(new double[16], new double[16]));
        assertEquals(8, guarded(SwapEvaluator.class, good).swaps(DESIGNS.toArray(0)).length);
        assertEquals(
                12_870,
                guarded(EnumerationEvaluator.class, good)
                        .enumerate(SPACE, 1, WORKERS, Phase.SILENT)
                        .designs());
        assertEquals(
                4, guarded(FieldEvaluator.class, good).fields(new double[16]).nodes().length);
        assertFalse(guarded(Sampler.class, new RandomSampler(true)).given());
    }

    private static Evaluator throwing(Throwable thrown) {
        return guarded(Evaluator.class, new Bad("good") {
            @Override
            public DesignSpace space() {
                return hurl(thrown);
            }
        });
    }

    @Test
    void whatTheApiHasWordsForPasses() {
        for (RuntimeException thrown : List.of(
                new InvalidInputException("too large"),
                new CancellationException(),
                new BudgetSpentException(7),
                new StoreException("disk full", null))) {
            assertSame(thrown, assertThrows(RuntimeException.class, throwing(thrown)::space));
        }
    }

    @Test
    void whoOnlyPassesOnAnothersFaultIsNotBlamed() {
        PluginException fault = new Guest("material", "other.stuff", "other").wrong("stiffness", "it is odd");
        assertSame(fault, assertThrows(PluginException.class, throwing(fault)::space));
        Throwable wrapped = new IllegalStateException(new ExecutionException(fault));
        assertSame(fault, assertThrows(PluginException.class, throwing(wrapped)::space));
    }

    /** Writes to a disk that is full, through a library that has its own exceptions. */
    public interface Writer {
        void write() throws IOException;
    }

    @Test
    void aFullDiskIsNoFaultOfWhoWritesToItThroughALibrary() {
        IOException full = new IOException("No space left on device");
        Writer writer = guarded(Writer.class, () -> {
            throw new UncheckedIOException(full);
        });
        assertSame(full, assertThrows(IOException.class, writer::write));
        Writer broken = guarded(Writer.class, () -> {
            throw new IllegalStateException("no file");
        });
        assertThrows(PluginException.class, broken::write);
    }

    @Test
    void anErrorWhoseOwnTextFailsIsToldAllTheSame() {
        Error nasty = new Error() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no text");
            }
        };
        assertTrue(assertThrows(PluginException.class, throwing(nasty)::space)
                .getMessage()
                .startsWith(NAME + "failed"));
    }

    @Test
    void aPartThatCouldNotBeStartedIsToldByItsOwnWords() {
        Throwable thrown = new NoClassDefFoundError("org/example/Part")
                .initCause(new ClassNotFoundException(
                        "no", new BundleException("start failed", new IOException("there is no room in folder x"))));
        assertEquals(
                NAME + "needs a part of the program that could not be started: there is no room in folder x.",
                assertThrows(PluginException.class, throwing(thrown)::space).getMessage());
    }

    @Test
    void anErrorOfSeveralLinesIsToldInOne() {
        String message = assertThrows(PluginException.class, throwing(new Error("one\ntwo\r\nthree"))::space)
                .getMessage();
        assertTrue(message.contains("java.lang.Error: one two three, in "), message);
    }

    @Test
    void exhaustedMemoryIsToldWithWhoseWorkItWasAndHowToGiveMore() {
        Evaluator guest = guarded(Evaluator.class, new Bad("memory"));
        String message = assertThrows(PluginException.class, () -> guest.evaluate(DESIGNS, Cancellation.NONE))
                .getMessage();
        assertTrue(message.startsWith(NAME + "used up the memory of "), message);
        assertTrue(message.contains("GIDN_VMARGS=-Xmx8g"), message);
    }

    @Test
    void whatAGuestCanDoBeyondTheExtensionPointIsKept() {
        Evaluator guest = guarded(Evaluator.class, new Bad("good"));
        assertInstanceOf(SwapEvaluator.class, guest);
        assertInstanceOf(EnumerationEvaluator.class, guest);
        assertEquals(guest, guest);
        assertNotEquals(guest, guarded(Evaluator.class, new Bad("good")));
    }
}
