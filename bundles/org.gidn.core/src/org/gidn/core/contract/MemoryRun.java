// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/**
 * A run whose results are kept in memory, for tests of methods: it counts, caches, stores, spreads over threads, stops and resumes
 * as the contract of {@link RunContext} says. {@link #again} is the next life of the same run. Used by one thread at a time.
 *
 * @since 1.0
 */
public final class MemoryRun implements RunContext {
    /**
     * One evaluation.
     *
     * @param design as {@link DesignText} writes it
     * @param source see {@link Candidates#source}
     * @param values one an output, as measured; NaN if it failed
     * @param serial the number of evaluations spent with it
     */
    public record Stored(String design, String source, List<Double> values, long serial) {
        public Stored {
            values = List.copyOf(values);
        }

        /** The value of the first objective. */
        public double value() {
            return values.get(0);
        }
    }

    /**
     * What a run leaves behind.
     *
     * @param evaluations how many were spent
     * @param stored evaluations in the order in which they were stored
     * @param metrics by name, iteration and step
     */
    public record Outcome(long evaluations, List<Stored> stored, Map<String, Double> metrics) {}

    private final Evaluator evaluator;
    private final Problem problem;
    private final Offers offers;
    private final int[] columns;
    private final long seed;
    private final int threads;
    private final Path folder;
    private final Map<String, Stored> stored;
    private final Map<String, Double> metrics;
    private final Map<String, double[]> gradients;
    private final Map<String, List<Double>> measured = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    /** What this life of the run has counted. */
    private final Set<String> spent = new HashSet<>();

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
        this(evaluator, new Problem(space, evaluator.outputs(), Offers.of(evaluator)), seed, threads, folder);
    }

    /** A run of a problem that has done nothing yet. */
    public MemoryRun(Evaluator evaluator, Problem problem, long seed, int threads, Path folder) {
        this(evaluator, problem, seed, threads, folder, new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private MemoryRun(
            Evaluator evaluator,
            Problem problem,
            long seed,
            int threads,
            Path folder,
            Map<String, Stored> stored,
            Map<String, Double> metrics,
            Map<String, double[]> gradients) {
        this.evaluator = evaluator;
        this.problem = problem;
        this.offers = new Offers(evaluator, problem);
        List<String> names = evaluator.outputs().stream().map(Output::name).toList();
        this.columns = problem.outputs().stream()
                .mapToInt(output -> names.indexOf(output.name()))
                .toArray();
        this.seed = seed;
        this.threads = threads;
        this.folder = folder;
        this.stored = stored;
        this.metrics = metrics;
        this.gradients = gradients;
    }

    /** The same run, started again with what is stored. */
    public MemoryRun again() {
        return new MemoryRun(evaluator, problem, seed, threads, folder, stored, metrics, gradients);
    }

    /** Allows so many evaluations. */
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

    /** All values measured of an output, in the order of {@link #stored()}. */
    public double[] measured(int output) {
        return stored.values().stream()
                .mapToDouble(each -> each.values().get(output))
                .toArray();
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
                        .allMatch(demand -> demand.violation(each.values().get(demand.output())) == 0))
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
        return evaluate(asked, false);
    }

    @Override
    public Evaluations evaluateWithGradients(Candidates asked) {
        offers.take(GradientEvaluator.class);
        return evaluate(asked, true);
    }

    private Evaluations evaluate(Candidates asked, boolean differentiated) {
        check();
        requireFit(asked.designs());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < asked.designs().size(); i++) {
            keys.add(DesignText.format(problem.space(), asked.designs(), i));
        }
        Set<String> paid = new HashSet<>(spent);
        int allowed = 0;
        while (allowed < keys.size()
                && (paid.contains(keys.get(allowed)) || evaluations + paid.size() - spent.size() < budget)) {
            paid.add(keys.get(allowed++));
        }
        Map<String, Integer> unknown = new LinkedHashMap<>();
        for (int i = 0; i < allowed; i++) {
            if (!known(keys.get(i), differentiated)) {
                unknown.putIfAbsent(keys.get(i), i);
            }
        }
        compute(asked, unknown, differentiated);
        for (String key : keys.subList(0, allowed)) {
            if (spent.add(key)) {
                check();
                evaluations++;
            }
            stored.computeIfAbsent(key, unknownYet -> new Stored(key, asked.source(), measured.get(key), evaluations));
        }
        if (allowed < keys.size()) {
            throw new BudgetSpentException(budget);
        }
        Evaluations results = new Evaluations(keys.size(), problem.outputs().size());
        for (int i = 0; i < keys.size(); i++) {
            tell(results, i, asked.designs().toArray(i), keys.get(i));
            if (differentiated && !failed(keys.get(i))) {
                results.setGradient(i, gradients.get(keys.get(i)));
            }
        }
        candidates.add(asked);
        values.add(results.values(0));
        return results;
    }

    private boolean known(String key, boolean differentiated) {
        return stored.containsKey(key) && (!differentiated || gradients.containsKey(key) || failed(key));
    }

    private boolean failed(String key) {
        return stored.get(key).values().contains(Double.NaN);
    }

    private void compute(Candidates asked, Map<String, Integer> unknown, boolean differentiated) {
        int[] chosen = unknown.values().stream().mapToInt(Integer::intValue).toArray();
        Evaluations found = computed(asked.designs().select(chosen), differentiated);
        int at = 0;
        for (String key : unknown.keySet()) {
            List<Double> row = new ArrayList<>();
            String failure = found.failure(at);
            for (int output = 0; output < found.outputs(); output++) {
                double value = found.value(at, output);
                failure = failure == null && !Double.isFinite(value) ? value + " is no value" : failure;
                row.add(value);
            }
            if (failure != null) {
                failures.put(key, failure);
                Collections.fill(row, Double.NaN);
            }
            measured.put(key, row);
            if (found.gradient(at) != null) {
                gradients.put(key, found.gradient(at));
            }
            at++;
        }
    }

    private Evaluations computed(DesignBatch designs, boolean differentiated) {
        EvaluatorSource source = EvaluatorSource.of(evaluator);
        Task task = new Task(source, designs, differentiated, null);
        if (evaluator instanceof NoisyEvaluator) {
            Replicates once = new Replicates(1, random());
            task = new Task(source, designs, false, once.noise(problem.space(), designs));
        }
        return new LocalExecutor(threads).evaluate(task, Phase.SILENT, this).columns(columns);
    }

    private void tell(Evaluations results, int place, double[] design, String key) {
        double[] row = stored.get(key).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (failed(key)) {
            results.fail(place, failures.getOrDefault(key, "it failed before"));
            return;
        }
        for (int output = 0; output < row.length; output++) {
            results.set(place, output, row[output]);
        }
        for (int objective = 0; objective < problem.objectives().size() && !problem.limitsOnly(); objective++) {
            results.judge(place, objective, problem.merit(design, row, objective));
        }
    }

    private void requireFit(DesignBatch designs) {
        if (designs.variables() != problem.space().variables()) {
            throw new IllegalArgumentException("the designs of the problem have "
                    + problem.space().variables() + " variables, but the method gave " + designs.variables());
        }
    }

    private void spend(long count) {
        check();
        require(count);
        evaluations += count;
    }

    private void require(long count) {
        if (evaluations + count > budget) {
            throw new BudgetSpentException(budget, budget - evaluations, "the next step takes " + count);
        }
    }

    @Override
    public Evaluations probe(DesignBatch designs) {
        requireFit(designs);
        spend(designs.size());
        return computed(designs, false);
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        GradientEvaluator differentiable = offers.take(GradientEvaluator.class);
        spend(1);
        return differentiable.gradient(inputs, gradient);
    }

    @Override
    public <T> List<T> swaps(DesignBatch designs, NeighbourhoodReader<T> reader) {
        SwapEvaluator swapping = offers.take(SwapEvaluator.class);
        requireFit(designs);
        spend(IntStream.range(0, designs.size())
                .mapToLong(i -> Swap.count(designs.toArray(i)))
                .sum());
        return each(designs.size(), i -> reader.read(i, swapping.swaps(designs.toArray(i))));
    }

    private <T> List<T> each(int count, IntFunction<T> work) {
        List<T> results = new ArrayList<>(Collections.nCopies(count, null));
        workers().forEach(count, i -> results.set(i, work.apply(i)));
        return results;
    }

    @Override
    public Enumeration enumerate(DesignSpace space, int top) {
        EnumerationEvaluator enumerating = offers.take(EnumerationEvaluator.class);
        long designs = space.count().longValueExact();
        require(designs);
        Enumeration all = enumerating.enumerate(space, top, workers(), Phase.SILENT);
        // The best ones are counted as they are stored.
        spend(Math.max(0, designs - top));
        evaluate(Candidates.of(all.best(), Candidates.EXHAUSTIVE, 0));
        return all;
    }

    @Override
    public List<Bound> bounds(List<double[]> parts, double toBeat) {
        BoundedEvaluator bounded = offers.take(BoundedEvaluator.class);
        check();
        List<Bound> bounds = each(parts.size(), i -> bounded.bound(problem.space(), parts.get(i), toBeat, this));
        spend(bounds.stream().mapToLong(Bound::evaluations).sum());
        return bounds;
    }

    @Override
    public PartlyKnownEvaluator.Composition composition() {
        return offers.take(PartlyKnownEvaluator.class).composition();
    }

    @Override
    public double knownPart(double[] inputs, double[] gradient) {
        return offers.take(PartlyKnownEvaluator.class).knownPart(inputs, gradient);
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public void continueFrom(long count) {
        evaluations = Math.max(evaluations, count);
        stored.forEach((design, evaluation) -> {
            if (evaluation.serial() <= count) {
                spent.add(design);
            }
        });
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
    public Optional<Path> file(Artefact artefact) {
        return Optional.of(folder.resolve(artefact.name())).filter(Files::exists);
    }

    @Override
    public Path write(Artefact artefact, FileWriter writer) {
        try {
            Path draft = folder.resolve("." + artefact.name() + ".part");
            writer.write(draft);
            return Files.move(draft, folder.resolve(artefact.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
