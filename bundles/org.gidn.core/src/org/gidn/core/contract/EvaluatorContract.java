// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/**
 * What every {@link Evaluator} promises, with all that it can do besides. It is given a dozen designs drawn at random from its space,
 * several times, so that a coarse model suffices.
 *
 * @since 1.0
 */
public final class EvaluatorContract extends Contract {
    private static final int DESIGNS = 12;
    private static final int FEW = 3;
    /** Rounding of other ways to the same value, relative. */
    private static final double CLOSE = 1e-6;
    /** Spaces that are enumerated have no more designs. */
    private static final long MOST = 100_000;

    private static final List<Class<? extends Evaluator>> CAPABILITIES = List.of(
            GradientEvaluator.class,
            SwapEvaluator.class,
            EnumerationEvaluator.class,
            BoundedEvaluator.class,
            FieldEvaluator.class,
            FieldStepEvaluator.class,
            KnownOptima.class,
            PartlyKnownEvaluator.class,
            NoisyEvaluator.class);

    private final Supplier<? extends Evaluator> maker;
    private final Supplier<? extends Evaluator> inner;

    /**
     * @param maker makes an evaluator, always with the same settings
     */
    public EvaluatorContract(Supplier<? extends Evaluator> maker) {
        this(maker, null);
    }

    private EvaluatorContract(Supplier<? extends Evaluator> maker, Supplier<? extends Evaluator> inner) {
        this.maker = maker;
        this.inner = inner;
    }

    /**
     * Of evaluators made around others, which keep what those can do.
     *
     * @param maker makes one around one that {@code inner} makes
     */
    public static EvaluatorContract around(Supplier<? extends Evaluator> maker, Supplier<? extends Evaluator> inner) {
        return new EvaluatorContract(maker, inner);
    }

    @Override
    public List<Promise> promises() {
        List<Promise> promises = new ArrayList<>(List.of(
                new Promise("Outputs have names of their own, and one is an objective.", this::outputs),
                new Promise("Space, outputs, batch size and threads do not change.", this::constant),
                new Promise("Each design has a finite value of each output, or a reason why not.", this::complete),
                new Promise("A design's values depend on no other design.", this::independent),
                new Promise("Any number of threads gives the same values.", this::threads),
                new Promise("The same settings give the same values.", this::reproducible),
                new Promise("Designs of another size are refused.", this::otherSizes),
                new Promise("When cancelled it throws nothing else, or finishes.", this::cancelled),
                new Promise("It can be closed twice.", this::closedTwice)));
        try (Evaluator evaluator = maker.get()) {
            boolean noisy = evaluator instanceof NoisyEvaluator;
            if (noisy) {
                promises.add(
                        new Promise("The same noise gives the same measurement, other noise another.", this::noise));
            }
            if (evaluator instanceof GradientEvaluator) {
                promises.add(new Promise("Gradients are the slopes of the first objective.", this::slopes));
            }
            if (evaluator instanceof GradientEvaluator && !noisy) {
                promises.add(new Promise("Batches with gradients have the same values and slopes.", this::gradients));
            }
            if (evaluator instanceof SwapEvaluator && !noisy) {
                promises.add(new Promise("Swaps have the values of the designs that they lead to.", this::swaps));
            }
            if (evaluator instanceof EnumerationEvaluator && !noisy) {
                promises.add(
                        new Promise("An enumeration finds the best of all designs, best first.", this::enumerated));
            }
            if (evaluator instanceof BoundedEvaluator && !noisy) {
                promises.add(new Promise("No design is better than a bound of a part that it is in.", this::bounded));
            }
            if (evaluator instanceof PartlyKnownEvaluator && !noisy) {
                promises.add(new Promise(
                        "The known part is a number, above 0 as a factor, and its gradient are slopes.",
                        this::knownPart));
            }
            if (evaluator instanceof FieldEvaluator) {
                promises.add(new Promise("The same design has the same fields.", this::fields));
            }
            if (evaluator instanceof FieldStepEvaluator) {
                promises.add(new Promise("The same design goes through the same steps.", this::steps));
            }
        }
        if (inner != null) {
            promises.add(new Promise("It keeps what the evaluator can do that it is made around.", this::around));
        }
        return promises;
    }

    /** Something done with an evaluator, which is closed after it. */
    private interface Use {
        void of(Evaluator evaluator) throws Exception;
    }

    private void fresh(Use use) throws Exception {
        try (Evaluator evaluator = maker.get()) {
            use.of(evaluator);
        }
    }

    private static DesignBatch designs(DesignSpace space) {
        RandomGenerator random = new RandomStreams(17).stream("contract");
        return new RandomSampler(false).sample(space, DESIGNS, random, Cancellation.NONE);
    }

    private void outputs() throws Exception {
        fresh(evaluator -> {
            List<Output> outputs = evaluator.outputs();
            Set<String> names = new HashSet<>();
            outputs.forEach(output -> require(names.add(output.name()), "two outputs called " + output.name()));
            require(outputs.stream().anyMatch(Output::judged), "no objective among " + names);
        });
    }

    private void constant() throws Exception {
        fresh(evaluator -> {
            List<Object> before = said(evaluator);
            evaluator.evaluate(designs(evaluator.space()), Cancellation.NONE);
            require(before.equals(said(evaluator)), said(evaluator) + " instead of " + before);
            require(evaluator.batchSize() >= 1, "a batch size of " + evaluator.batchSize());
        });
    }

    private static List<Object> said(Evaluator evaluator) {
        return List.of(evaluator.space(), evaluator.outputs(), evaluator.batchSize(), evaluator.threadSafe());
    }

    private void complete() throws Exception {
        fresh(evaluator -> {
            Evaluations results = evaluator.evaluate(designs(evaluator.space()), Cancellation.NONE);
            require(results.size() == DESIGNS, results.size() + " results for " + DESIGNS + " designs");
            for (int i = 0; i < DESIGNS; i++) {
                for (int output = 0; output < evaluator.outputs().size(); output++) {
                    double value = results.value(i, output);
                    require(Double.isFinite(value) == (results.failure(i) == null), "the value " + value);
                }
            }
        });
    }

    private void independent() throws Exception {
        fresh(evaluator -> {
            DesignBatch designs = designs(evaluator.space());
            Evaluations all = evaluator.evaluate(designs, Cancellation.NONE);
            int[] backwards =
                    IntStream.range(0, DESIGNS).map(i -> DESIGNS - 1 - i).toArray();
            Evaluations reversed = evaluator.evaluate(designs.select(backwards), Cancellation.NONE);
            for (int i = 0; i < DESIGNS; i++) {
                requireSame(all, i, evaluator.evaluate(designs.slice(i, i + 1), Cancellation.NONE), 0);
                requireSame(all, i, reversed, DESIGNS - 1 - i);
            }
        });
    }

    private static void requireSame(Evaluations expected, int design, Evaluations found, int place) {
        for (int output = 0; output < expected.outputs(); output++) {
            double value = found.value(place, output);
            require(
                    Double.doubleToLongBits(expected.value(design, output)) == Double.doubleToLongBits(value),
                    value + " instead of " + expected.value(design, output));
        }
    }

    private static void requireSame(Evaluations expected, Evaluations found) {
        for (int i = 0; i < expected.size(); i++) {
            requireSame(expected, i, found, i);
        }
    }

    private void threads() throws Exception {
        fresh(evaluator -> {
            DesignBatch designs = designs(evaluator.space());
            Evaluations whole = evaluator.evaluate(designs, Cancellation.NONE);
            try (LocalExecutor executor = new LocalExecutor(3)) {
                requireSame(whole, executor.evaluate(Task.of(evaluator, designs), Phase.SILENT, Cancellation.NONE));
            }
        });
    }

    private void reproducible() throws Exception {
        fresh(evaluator -> fresh(other -> {
            DesignBatch designs = designs(evaluator.space());
            requireSame(evaluator.evaluate(designs, Cancellation.NONE), other.evaluate(designs, Cancellation.NONE));
        }));
    }

    private void otherSizes() throws Exception {
        fresh(evaluator -> {
            int variables = evaluator.space().variables() + 1;
            DesignBatch other = DesignBatch.ofValues(variables, new double[2 * variables]);
            requireThrown(InvalidInputException.class, () -> evaluator.evaluate(other, Cancellation.NONE));
        });
    }

    private void cancelled() throws Exception {
        fresh(evaluator -> {
            DesignBatch designs = designs(evaluator.space());
            Evaluations whole = evaluator.evaluate(designs, Cancellation.NONE);
            try {
                requireSame(whole, evaluator.evaluate(designs, () -> true));
            } catch (CancellationException e) {
                // Just as well.
            }
        });
    }

    private void closedTwice() throws Exception {
        fresh(Evaluator::close);
        fresh(evaluator -> {
            evaluator.evaluate(designs(evaluator.space()), Cancellation.NONE);
            evaluator.close();
        });
    }

    private void noise() throws Exception {
        fresh(evaluator -> {
            NoisyEvaluator noisy = (NoisyEvaluator) evaluator;
            DesignBatch designs = designs(evaluator.space());
            Noise noise = new Noise(
                    IntStream.range(0, DESIGNS).mapToLong(i -> 5 * i + 1).toArray());
            Evaluations measured = noisy.measure(designs, noise, Cancellation.NONE);
            requireSame(measured, noisy.measure(designs, noise, Cancellation.NONE));
            boolean others = false;
            for (int i = 0; i < DESIGNS; i++) {
                DesignBatch one = designs.slice(i, i + 1);
                requireSame(measured, i, noisy.measure(one, noise.slice(i, i + 1), Cancellation.NONE), 0);
                double other = noisy.measure(one, new Noise(new long[] {-1}), Cancellation.NONE)
                        .value(0, 0);
                others |= measured.failure(i) == null && other != measured.value(i, 0);
            }
            require(others, "the same measurements whatever the noise");
        });
    }

    private static double[] gradient(GradientEvaluator evaluator, double[] inputs) {
        double[] gradient = new double[inputs.length];
        double value = evaluator.gradient(inputs, gradient);
        require(Double.isFinite(value), "a value of " + value + " with a gradient");
        return gradient;
    }

    private void slopes() throws Exception {
        fresh(evaluator -> Slopes.check(new Relaxation(evaluator.space()), ((GradientEvaluator) evaluator)::gradient));
    }

    private void knownPart() throws Exception {
        fresh(evaluator -> {
            PartlyKnownEvaluator known = (PartlyKnownEvaluator) evaluator;
            require(known.composition() == known.composition(), "another composition the second time");
            Relaxation relaxation = new Relaxation(evaluator.space());
            Slopes.check(relaxation, known::knownPart);
            DesignBatch designs = designs(evaluator.space());
            for (int i = 0; i < DESIGNS; i++) {
                double part = known.knownPart(relaxation.encode(designs.toArray(i)), new double[relaxation.inputs()]);
                require(Double.isFinite(part), "a known part of " + part);
                require(
                        part > 0 || known.composition() == PartlyKnownEvaluator.Composition.SUM,
                        "a known factor of " + part + ", which is not above 0");
            }
        });
    }

    private void gradients() throws Exception {
        fresh(evaluator -> {
            GradientEvaluator slopes = (GradientEvaluator) evaluator;
            DesignBatch designs = designs(evaluator.space());
            Relaxation relaxation = new Relaxation(evaluator.space());
            Evaluations batch = slopes.evaluateWithGradients(designs, Cancellation.NONE);
            requireSame(evaluator.evaluate(designs, Cancellation.NONE), batch);
            for (int i = 0; i < DESIGNS; i++) {
                if (batch.failure(i) == null) {
                    double[] alone = gradient(slopes, relaxation.encode(designs.toArray(i)));
                    double steepest = Arrays.stream(alone).map(Math::abs).max().orElseThrow();
                    for (int j = 0; j < alone.length; j++) {
                        requireClose(alone[j], batch.gradient(i)[j], steepest);
                    }
                }
            }
        });
    }

    private static void requireClose(double expected, double found, double scale) {
        require(Math.abs(found - expected) <= CLOSE * scale, found + " instead of " + expected);
    }

    /** The space with two zeros, which has few designs. */
    private static DesignSpace twoZeros(Evaluator evaluator) {
        return evaluator.space().withZeros(2);
    }

    private void swaps() throws Exception {
        fresh(evaluator -> {
            DesignBatch designs = designs(twoZeros(evaluator)).slice(0, FEW);
            for (int i = 0; i < FEW; i++) {
                double[] design = designs.toArray(i);
                double[][] swaps = ((SwapEvaluator) evaluator).swaps(design);
                int zero = 0;
                for (int z = 0; z < design.length; z++) {
                    int one = 0;
                    for (int o = 0; o < design.length && design[z] == 0; o++) {
                        if (design[o] == 1) {
                            double[] swapped = design.clone();
                            swapped[z] = 1;
                            swapped[o] = 0;
                            double value = value(evaluator, swapped);
                            requireClose(value, swaps[zero][one++], Math.abs(value));
                        }
                    }
                    zero += design[z] == 0 ? 1 : 0;
                }
            }
        });
    }

    private static double value(Evaluator evaluator, double[] design) {
        return evaluator
                .evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                .value(0, 0);
    }

    private void enumerated() throws Exception {
        fresh(evaluator -> {
            DesignSpace space = twoZeros(evaluator);
            if (space.count().longValueExact() > MOST) {
                return;
            }
            Enumeration all = ((EnumerationEvaluator) evaluator)
                    .enumerate(space, FEW, new Workers(2, Cancellation.NONE), Phase.SILENT);
            require(
                    all.designs() == space.count().longValueExact(),
                    all.designs() + " of " + space.count() + " designs");
            DesignBatch some = designs(space);
            for (int i = 0; i < all.bestValues().length; i++) {
                double value = value(evaluator, all.best().toArray(i));
                requireClose(value, all.bestValues()[i], Math.abs(value));
            }
            for (int i = 0; i < DESIGNS; i++) {
                double value = value(evaluator, some.toArray(i));
                boolean better = evaluator.outputs().stream()
                        .filter(Output::judged)
                        .findFirst()
                        .orElseThrow()
                        .goal()
                        .better(value, all.bestValues()[0]);
                require(
                        !better || Math.abs(value - all.bestValues()[0]) <= CLOSE * Math.abs(value),
                        value + ", better than the best, " + all.bestValues()[0]);
            }
        });
    }

    /** Follows random designs into ever smaller parts that they are in. An evaluator may refuse to bound with its settings. */
    private void bounded() throws Exception {
        fresh(evaluator -> {
            DesignSpace space = twoZeros(evaluator);
            DesignBatch some = designs(space);
            try {
                for (int i = 0; i < DESIGNS; i++) {
                    bounded(evaluator, space, some.toArray(i));
                }
            } catch (InvalidInputException e) {
                require(!e.getMessage().isBlank(), "refused without a word");
            }
        });
    }

    private static void bounded(Evaluator evaluator, DesignSpace space, double[] design) {
        Goal goal = evaluator.outputs().stream()
                .filter(Output::judged)
                .findFirst()
                .orElseThrow()
                .goal();
        double value = value(evaluator, design);
        double nothing = -goal.sign() * Double.POSITIVE_INFINITY;
        double[] part = new double[design.length];
        Arrays.fill(part, Double.NaN);
        for (boolean open = true; open; ) {
            Bound bound = ((BoundedEvaluator) evaluator).bound(space, part.clone(), nothing, Cancellation.NONE);
            require(
                    !goal.better(value, bound.value()),
                    value + ", better than " + bound.value() + ", the bound of " + Arrays.toString(part));
            open = !bound.closed();
            if (open) {
                require(
                        bound.branch() >= 0 && Double.isNaN(part[bound.branch()]),
                        "divided by " + bound.branch() + ", of " + Arrays.toString(part));
                part[bound.branch()] = design[bound.branch()];
            }
        }
    }

    private void fields() throws Exception {
        fresh(evaluator -> {
            FieldEvaluator shown = (FieldEvaluator) evaluator;
            double[] design = designs(evaluator.space()).toArray(0);
            require(
                    Arrays.deepEquals(numbers(shown.fields(design)), numbers(shown.fields(design))),
                    "other fields the second time");
        });
    }

    private void steps() throws Exception {
        fresh(evaluator -> {
            FieldStepEvaluator shown = (FieldStepEvaluator) evaluator;
            double[] design = designs(evaluator.space()).toArray(0);
            Object[] steps = numbers(shown.steps(design));
            require(steps.length > 0, "no steps");
            require(Arrays.deepEquals(steps, numbers(shown.steps(design))), "other steps the second time");
        });
    }

    private static Object[] numbers(List<FieldStep> steps) {
        return steps.stream()
                .map(step -> new Object[] {step.name(), step.layout(), numbers(step.fields())})
                .toArray();
    }

    private static Object[] numbers(Fields fields) {
        List<Object> numbers = new ArrayList<>(List.of(fields.nodes(), fields.quads(), fields.variables()));
        fields.nodeFields().forEach(field -> numbers.add(field.values()));
        fields.elementFields().forEach(field -> numbers.add(field.values()));
        fields.curves().forEach(curve -> numbers.addAll(List.of(curve.x(), curve.y())));
        return numbers.toArray();
    }

    private void around() throws Exception {
        try (Evaluator within = inner.get()) {
            fresh(evaluator -> {
                for (Class<? extends Evaluator> capability : CAPABILITIES) {
                    require(
                            !capability.isInstance(within) || capability.isInstance(evaluator),
                            "no " + capability.getSimpleName() + " around one");
                }
                require(evaluator.space().equals(within.space()), "designs of " + evaluator.space());
                require(evaluator.outputs().containsAll(within.outputs()), "outputs " + evaluator.outputs());
                require(within.threadSafe() || !evaluator.threadSafe(), "threads, which the inner one does not bear");
                require(
                        evaluator.batchSize() % within.batchSize() == 0,
                        "a batch size of " + evaluator.batchSize() + " around one of " + within.batchSize());
            });
        }
    }
}
