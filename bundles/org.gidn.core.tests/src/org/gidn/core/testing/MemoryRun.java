// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Differentiating;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Workers;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Phase;
import org.gidn.core.run.RandomStreams;
import org.gidn.core.run.RunContext;

/**
 * A run whose results are kept in memory: it counts, caches, stores, spreads over threads, stops and resumes as the contract
 * of {@link RunContext} says. {@link #again} is the next life of the same run.
 */
public final class MemoryRun implements RunContext {
    /** One evaluation; {@code serial} is the number of evaluations spent with it. */
    public record Stored(String design, String source, double value, long serial) {}

    /** What a run leaves behind: evaluations spent, evaluations in the order in which they were stored, and metrics. */
    public record Outcome(long evaluations, List<Stored> stored, Map<String, Double> metrics) {}

    private final Evaluator evaluator;
    private final Problem problem;
    private final long seed;
    private final int threads;
    private final Path folder;
    private final Map<String, Stored> stored;
    private final Map<String, Double> metrics;
    private final Map<String, double[]> gradients;
    /** All outputs of each evaluation. */
    private final Map<String, double[]> measured;

    private final List<Candidates> candidates = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private long budget = Long.MAX_VALUE;
    private LongPredicate stop = spent -> false;
    private long evaluations;
    private String done = "";

    /**
     * A run that has done nothing yet.
     *
     * @param space the allowed designs, of those of the evaluator
     * @param folder where its files are kept
     */
    public MemoryRun(Evaluator evaluator, DesignSpace space, long seed, int threads, Path folder) {
        this(evaluator, new Problem(space, evaluator.outputs(), capabilities(evaluator)), seed, threads, folder);
    }

    /** A run of a problem that has done nothing yet. */
    public MemoryRun(Evaluator evaluator, Problem problem, long seed, int threads, Path folder) {
        this(
                evaluator,
                problem,
                seed,
                threads,
                folder,
                new LinkedHashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    private MemoryRun(
            Evaluator evaluator,
            Problem problem,
            long seed,
            int threads,
            Path folder,
            Map<String, Stored> stored,
            Map<String, Double> metrics,
            Map<String, double[]> gradients,
            Map<String, double[]> measured) {
        this.evaluator = evaluator;
        this.problem = problem;
        this.seed = seed;
        this.threads = threads;
        this.folder = folder;
        this.stored = stored;
        this.metrics = metrics;
        this.gradients = gradients;
        this.measured = measured;
    }

    private static Set<Capability> capabilities(Evaluator evaluator) {
        Map<Capability, Class<?>> types = Map.of(
                Capability.GRADIENT, GradientEvaluator.class,
                Capability.SWAPS, SwapEvaluator.class,
                Capability.ENUMERATION, EnumerationEvaluator.class);
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        types.forEach((capability, type) -> {
            if (type.isInstance(evaluator)) {
                capabilities.add(capability);
            }
        });
        return capabilities;
    }

    /** The same run, started again with what is stored. */
    public MemoryRun again() {
        return new MemoryRun(evaluator, problem, seed, threads, folder, stored, metrics, gradients, measured);
    }

    public MemoryRun withBudget(long most) {
        budget = most;
        return this;
    }

    /** Cancels the run as soon as the evaluations spent fulfil a condition. */
    public MemoryRun stoppedWhen(LongPredicate condition) {
        stop = condition;
        return this;
    }

    /** All evaluations, in the order in which they were stored. */
    public Collection<Stored> stored() {
        return stored.values();
    }

    /** The metric of iteration 0 and a step. */
    public double metric(String name, long step) {
        return metric(name, 0, step);
    }

    /**
     * A metric that the method has stored.
     *
     * @throws java.util.NoSuchElementException if it has not
     */
    public double metric(String name, int iteration, long step) {
        return Optional.ofNullable(metrics.get(metricKey(name, iteration, step)))
                .orElseThrow();
    }

    /** What the method has asked to be evaluated in this life of the run, in order. */
    public List<Candidates> candidates() {
        return candidates;
    }

    /** The values of {@link #candidates}. */
    public List<double[]> values() {
        return values;
    }

    /** All values measured of an output, in the order of {@link #stored()}. */
    public double[] measured(int output) {
        return stored.keySet().stream()
                .mapToDouble(design -> measured.get(design)[output])
                .toArray();
    }

    /** What the method has told the user in this life of the run, in order. */
    public List<String> events() {
        return events;
    }

    /** Why the method says it has ended; {@code ""} if it has said nothing. */
    public String done() {
        return done;
    }

    private static String metricKey(String name, int iteration, long step) {
        return name + " " + iteration + " " + step;
    }

    /** All that the run has left behind. */
    public Outcome outcome() {
        return new Outcome(evaluations, List.copyOf(stored.values()), Map.copyOf(metrics));
    }

    /** The evaluation of the best value of those that keep to the bounds of measured values. */
    public Stored best() {
        Goal goal = problem.objective().goal();
        return stored.values().stream()
                .filter(each -> problem.demands().stream()
                        .allMatch(demand -> demand.violation(measured.get(each.design())[demand.output()]) == 0))
                .reduce((a, b) -> goal.better(b.value(), a.value()) ? b : a)
                .orElseThrow();
    }

    @Override
    public boolean requested() {
        return stop.test(evaluations);
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public RandomStreams random() {
        return new RandomStreams(seed);
    }

    @Override
    public Workers workers() {
        return new Workers(threads, this);
    }

    @Override
    public Evaluations evaluate(Candidates asked) {
        return evaluate(asked, evaluator);
    }

    @Override
    public Evaluations evaluateWithGradients(Candidates asked) {
        GradientEvaluator differentiable = (GradientEvaluator) evaluator;
        Evaluations results = evaluate(asked, new Differentiating(differentiable));
        for (int i = 0; i < results.size(); i++) {
            double[] design = asked.designs().toArray(i);
            String key = DesignText.format(problem.space(), asked.designs(), i);
            results.setGradient(i, gradients.computeIfAbsent(key, unknown -> differentiated(differentiable, design)));
        }
        return results;
    }

    /** The gradient at a design that was evaluated without it; null if it has none. */
    private static double[] differentiated(GradientEvaluator evaluator, double[] design) {
        return evaluator
                .evaluateWithGradients(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                .gradient(0);
    }

    private Evaluations evaluate(Candidates asked, Evaluator by) {
        check();
        DesignBatch designs = asked.designs();
        Map<String, Integer> fresh = new LinkedHashMap<>();
        for (int i = 0; i < designs.size(); i++) {
            if (!stored.containsKey(DesignText.format(problem.space(), designs, i))) {
                fresh.putIfAbsent(DesignText.format(problem.space(), designs, i), i);
            }
        }
        int[] chosen = fresh.values().stream().mapToInt(Integer::intValue).toArray();
        Evaluations evaluated = new LocalExecutor(threads).evaluate(by, designs.select(chosen), Phase.SILENT, this);
        int at = 0;
        for (String key : fresh.keySet()) {
            if (evaluated.gradient(at) != null) {
                gradients.put(key, evaluated.gradient(at));
            }
            int place = at++;
            measured.computeIfAbsent(key, unknown -> evaluated.measured(place));
        }
        Evaluations results = new Evaluations(designs.size(), evaluated.outputs());
        for (int i = 0; i < designs.size(); i++) {
            String key = DesignText.format(problem.space(), designs, i);
            if (!stored.containsKey(key)) {
                spend(1);
                stored.put(key, new Stored(key, asked.source(), measured.get(key)[0], evaluations));
            }
            // In a resumed run a stored design counts when it is asked for first.
            continueFrom(stored.get(key).serial());
            double[] all = measured.get(key);
            for (int output = 0; output < all.length; output++) {
                results.set(i, output, all[output]);
            }
            for (int objective = 0; objective < problem.objectives().size() && !problem.limitsOnly(); objective++) {
                results.judge(i, objective, problem.merit(designs.toArray(i), all, objective));
            }
        }
        candidates.add(asked);
        values.add(results.values(0));
        return results;
    }

    private void spend(long count) {
        check();
        if (evaluations + count > budget) {
            throw new BudgetSpentException(budget, budget - evaluations, "the next step takes " + count);
        }
        evaluations += count;
    }

    @Override
    public Evaluations probe(DesignBatch designs) {
        spend(designs.size());
        return new LocalExecutor(threads).evaluate(evaluator, designs, Phase.SILENT, this);
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        spend(1);
        return ((GradientEvaluator) evaluator).gradient(inputs, gradient);
    }

    @Override
    public <T> List<T> swaps(DesignBatch designs, NeighbourhoodReader<T> reader) {
        int zeros = problem.space().zeros().orElseThrow();
        spend((long) designs.size() * zeros * (designs.variables() - zeros));
        List<T> read = new ArrayList<>(Collections.nCopies(designs.size(), null));
        workers()
                .forEach(
                        designs.size(),
                        i -> read.set(i, reader.read(i, ((SwapEvaluator) evaluator).swaps(designs.toArray(i)))));
        return read;
    }

    @Override
    public Enumeration enumerate(DesignSpace space, int top) {
        Enumeration all = ((EnumerationEvaluator) evaluator).enumerate(space, top, workers(), Phase.SILENT);
        spend(all.designs());
        for (int i = 0; i < all.best().size(); i++) {
            String key = DesignText.format(problem.space(), all.best(), i);
            stored.put(key, new Stored(key, "best", all.bestValues()[i], evaluations));
            measured.put(key, new double[] {all.bestValues()[i]});
        }
        return all;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public void continueFrom(long spent) {
        evaluations = Math.max(evaluations, spent);
    }

    @Override
    public OptionalLong budgetLeft() {
        return budget == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(budget - evaluations);
    }

    @Override
    public Phase phase(String name, long total, String unit) {
        return Phase.SILENT;
    }

    @Override
    public void metric(String name, int iteration, long step, double value) {
        metrics.put(metricKey(name, iteration, step), value);
    }

    @Override
    public void event(String message) {
        events.add(message);
    }

    @Override
    public void done(String why) {
        done = why;
    }

    @Override
    public Optional<Path> file(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    @Override
    public Path write(String name, FileWriter writer) {
        try {
            Path draft = folder.resolve(name + ".part");
            writer.write(draft);
            return Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
