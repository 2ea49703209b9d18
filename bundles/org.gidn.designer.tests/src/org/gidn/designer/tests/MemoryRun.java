package org.gidn.designer.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Workers;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Phase;
import org.gidn.core.run.RandomStreams;
import org.gidn.core.run.RunContext;

/** A run without a store: it evaluates for real and remembers what it was asked for. */
final class MemoryRun implements RunContext {
    private final Evaluator evaluator;
    private final Problem problem;
    private final Workers workers;
    private final Path folder;
    private final List<Candidates> candidates = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final Map<String, Double> metrics = new TreeMap<>();

    MemoryRun(Evaluator evaluator, DesignSpace space, int threads, Path folder) {
        this.evaluator = evaluator;
        this.problem = new Problem(space, evaluator.objectives(), Set.of());
        this.workers = new Workers(threads, Cancellation.NONE);
        this.folder = folder;
    }

    /** All candidates evaluated so far. */
    List<Candidates> candidates() {
        return candidates;
    }

    /** Their values. */
    List<double[]> values() {
        return values;
    }

    /** The last value of each metric and iteration, by {@code name iteration}. */
    Map<String, Double> metrics() {
        return metrics;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public RandomStreams random() {
        return new RandomStreams(1);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public Evaluations evaluate(Candidates asked) {
        Evaluations results =
                new LocalExecutor(2).evaluate(evaluator, asked.designs(), Phase.SILENT, Cancellation.NONE);
        candidates.add(asked);
        values.add(results.values(0));
        return results;
    }

    @Override
    public Phase phase(String name, long total, String unit) {
        return Phase.SILENT;
    }

    @Override
    public void metric(String name, int iteration, long step, double value) {
        metrics.put(name + " " + iteration, value);
    }

    @Override
    public void event(String message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Path> file(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    @Override
    public Path write(String name, FileWriter writer) {
        try {
            writer.write(folder.resolve(name));
            return folder.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean requested() {
        return false;
    }

    @Override
    public Evaluations probe(DesignBatch designs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double gradient(double[] design, double[] gradient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[][][] swaps(DesignBatch designs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Enumeration enumerate(DesignSpace space, int top) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long evaluations() {
        return candidates.stream().mapToLong(Candidates::total).sum();
    }

    @Override
    public void continueFrom(long evaluations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong budgetLeft() {
        return OptionalLong.empty();
    }
}
