// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Phase;
import org.gidn.experiments.Experiment.StopAt;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.EvaluationCache;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.RunResults.FoundDesign;

/**
 * Evaluates designs and stores what comes of it, part by part. A design is computed only if no run of the same evaluator
 * has computed it, and counted only if this run has not counted it.
 */
final class BatchEvaluation {
    private static final int MOST_ROWS = 1 << 16;

    private final Setup setup;
    private final StoreWriter store;
    private final EvaluationCache cache;
    private final Ledger ledger;
    private final BatchPace pace;
    private final RunListener listener;
    private final Watch watch;
    /** What people are to measure; null if all is computed. */
    private final Awaited awaited;

    private final int objectives;
    private final Goal goal;
    private final Map<Integer, String> failures = new HashMap<>();
    private final Map<Integer, double[]> gradients = new HashMap<>();
    private final FailuresInARow inARow;
    /** Whether any design has had a value. */
    private boolean worked;
    /** Whether the user knows that there are designs outside the problem. */
    private boolean outsideTold;
    /** Whether the last evaluations were known, as all before were in this life of the run. */
    private volatile boolean repeating;
    /** Whether this life of the run has computed anything. */
    private boolean working;
    /** The first failure of the evaluator, for the user; null if there was none. */
    private PluginException failed;

    BatchEvaluation(Setup setup, StoreWriter store, Ledger ledger, RunListener listener, Watch watch, Awaited awaited) {
        this.setup = setup;
        this.store = store;
        this.ledger = ledger;
        this.listener = listener;
        this.watch = watch;
        this.awaited = awaited;
        this.pace = new BatchPace(
                setup.executor().width(),
                setup.executor().batchSeconds(),
                setup.evaluator().batchSize());
        this.inARow = new FailuresInARow(setup.experiment().giveUpAfter());
        this.objectives = setup.problem().outputs().size();
        this.goal = setup.problem().objective().goal();
        this.cache = store.cache(setup.evaluatorKey(), setup.problem().space().variables(), objectives);
    }

    /**
     * What is to be evaluated.
     *
     * @param candidates distinct designs
     * @param numbers by which the cache knows them
     * @param differentiated whether their gradients are asked for
     */
    private record Request(Candidates candidates, int[] numbers, boolean differentiated) {}

    /**
     * See {@link org.gidn.core.run.RunContext#evaluate}.
     *
     * @param differentiated whether gradients are asked for
     */
    Evaluations evaluate(Candidates candidates, boolean differentiated, Phase progress) {
        DesignBatch designs = packed(candidates.designs());
        DistinctDesigns distinct = DistinctDesigns.of(designs);
        Candidates merged = merge(candidates, distinct);
        int[] numbers = new int[merged.designs().size()];
        Arrays.setAll(numbers, i -> cache.number(merged.designs(), i));
        Request request = new Request(merged, numbers, differentiated);
        if (awaited != null) {
            await(request);
        }
        int done = 0;
        while (done < numbers.length) {
            watch.check();
            int next = part(request, done, progress);
            if (next == done) {
                throw ledger.exhausted();
            }
            done = next;
        }
        repeating = !working;
        return expand(request, distinct.indices());
    }

    /** Looks whether all is told of the designs that the budget allows. */
    private void await(Request request) {
        int[] numbers = request.numbers();
        long left = ledger.left().orElse(Long.MAX_VALUE);
        int[] missing = new int[numbers.length];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (!cache.spent(numbers[i]) && left-- == 0) {
                break;
            }
            if (!cache.known(numbers[i])) {
                missing[count++] = i;
            }
        }
        if (count == 0) {
            return;
        }
        int[] places = Arrays.copyOf(missing, count);
        Candidates candidates = request.candidates();
        double[][] assumed = awaited.want(new Candidates(
                candidates.designs().select(places),
                candidates.source(),
                candidates.iteration(),
                candidates.predicted() == null
                        ? null
                        : Arrays.stream(places)
                                .mapToDouble(i -> candidates.predicted()[i])
                                .toArray(),
                null));
        for (int k = 0; k < count; k++) {
            for (int objective = 0; objective < objectives; objective++) {
                cache.put(numbers[places[k]], objective, assumed[k][objective]);
            }
        }
    }

    /** Whether the evaluations since this was asked last were only repeated, as all before in this life of the run. */
    boolean repeating() {
        boolean was = repeating;
        repeating = false;
        return was;
    }

    /** Takes the run's own stored designs for evaluated, as far as it had come with so many evaluations. */
    void continueFrom(long evaluations) {
        ledger.raise(evaluations);
        ledger.best(store.spend(cache, evaluations, setup.problem().space().variables(), goal));
    }

    /** Binary designs are packed, so that equal ones are known as such. */
    private DesignBatch packed(DesignBatch designs) {
        if (designs.packed() || !setup.problem().space().binary()) {
            return designs;
        }
        int words = DesignBatch.words(designs.variables());
        long[] bits = new long[designs.size() * words];
        for (int i = 0; i < designs.size(); i++) {
            for (int j = 0; j < designs.variables(); j++) {
                double value = designs.value(i, j);
                if (value != 0 && value != 1) {
                    return designs;
                }
                bits[i * words + (j >>> 6)] |= (long) value << j;
            }
        }
        return DesignBatch.ofBits(designs.variables(), bits);
    }

    /** The candidates with equal designs made one and their counts added up. */
    private static Candidates merge(Candidates candidates, DistinctDesigns distinct) {
        int size = distinct.designs().size();
        int[] counts = new int[size];
        double[] predicted = candidates.predicted() == null ? null : new double[size];
        for (int i = distinct.indices().length - 1; i >= 0; i--) {
            int place = distinct.indices()[i];
            counts[place] += candidates.count(i);
            if (predicted != null) {
                predicted[place] = candidates.predicted()[i];
            }
        }
        return new Candidates(distinct.designs(), candidates.source(), candidates.iteration(), predicted, counts);
    }

    /** Evaluates and stores the designs from {@code from} on, as many as the pace and the budget allow; returns the next. */
    private int part(Request request, int from, Phase progress) {
        try (Ledger.Work work = ledger.begin()) {
            int to = paidPart(request, from, work, progress);
            endIfDue();
            return to;
        }
    }

    /** Ends the run if a design without a value is to end it, or too many in a row had none. */
    private void endIfDue() {
        if (failed != null && setup.experiment().stopAt() == StopAt.FAILURE) {
            throw failed;
        }
        if (inARow.tooMany()) {
            throw inARow.told(setup.experiment().evaluator().extension().guest());
        }
    }

    private int paidPart(Request request, int from, Ledger.Work work, Phase progress) {
        int[] numbers = request.numbers();
        int[] unknown = new int[Math.min(pace.designs(), numbers.length - from)];
        long[] spent = new long[Math.min(MOST_ROWS, numbers.length - from)];
        boolean[] fresh = new boolean[spent.length];
        int unknowns = 0;
        int to = from;
        for (; to < numbers.length && unknowns < unknown.length && to - from < MOST_ROWS; to++) {
            if (!cache.spent(numbers[to])) {
                if (!work.take(1)) {
                    break;
                }
                cache.spend(numbers[to]);
                fresh[to - from] = true;
            }
            spent[to - from] = ledger.taken();
            if (unknown(request, numbers[to])) {
                unknown[unknowns++] = to;
            }
        }
        int[] computed = Arrays.copyOf(unknown, unknowns);
        int until = to;
        Evaluations results = unknowns == 0 ? null : paced(request, computed, progress);
        if (unknowns == 0) {
            progress.skip(until - from);
        } else {
            progress.advance(until - from - unknowns);
        }
        watch.ours(() -> {
            for (int i = 0; i < computed.length; i++) {
                keep(results, i, numbers[computed[i]]);
            }
            int end = from;
            for (; end < until && !inARow.tooMany(); end++) {
                if (fresh[end - from]) {
                    work.advance(1);
                    inARow.add(failure(numbers[end]));
                }
            }
            // What was evaluated beyond the design at which the run gives up counts on no number of threads.
            store(request, from, end, spent);
        });
        return to;
    }

    /** Whether a design has to be computed. */
    private boolean unknown(Request request, int number) {
        return !cache.known(number)
                || request.differentiated() && gradient(number) == null && !Double.isNaN(cache.value(number, 0));
    }

    /** A gradient that this life of the run has asked for, or that is stored; null if there is none. */
    private double[] gradient(int number) {
        return gradients.computeIfAbsent(
                number, known -> store.gradient(cache, known).orElse(null));
    }

    private Evaluations paced(Request request, int[] chosen, Phase progress) {
        DesignBatch designs = request.candidates().designs().select(chosen);
        long start = System.nanoTime();
        Evaluations results = compute(designs, request.differentiated(), progress);
        pace.took(designs.size(), System.nanoTime() - start);
        return results;
    }

    /**
     * Evaluates designs without storing them; whether they have values counts as that of others does.
     *
     * @param progress told of every design done
     */
    Evaluations probe(DesignBatch designs, Phase progress) {
        Evaluations results = compute(designs, false, progress);
        synchronized (this) {
            watch.ours(() -> {
                for (int i = 0; i < designs.size() && !inARow.tooMany(); i++) {
                    String failure = failure(results, i);
                    inARow.add(failure);
                    if (failure != null) {
                        tellFailure(failure);
                    }
                }
            });
            endIfDue();
        }
        return results;
    }

    /** A design that is not stored had a gradient, so that those before it have not failed without end. */
    synchronized void differentiated() {
        inARow.add(null);
    }

    /** Evaluates designs; where errors are to stop nothing, those fail at which the evaluator errs. */
    private Evaluations compute(DesignBatch designs, boolean differentiated, Phase progress) {
        working = true;
        try {
            return ask(designs, differentiated, progress);
        } catch (InvalidInputException e) {
            if (e instanceof UnavailableException || setup.experiment().stopAt() != StopAt.NOTHING) {
                throw e;
            }
            Evaluations results = new Evaluations(designs.size(), objectives);
            for (int i = 0; i < designs.size(); i++) {
                try {
                    results.put(i, ask(designs.slice(i, i + 1), differentiated, Phase.SILENT));
                    worked = true;
                } catch (UnavailableException unavailable) {
                    // It says nothing of the design.
                    throw unavailable;
                } catch (InvalidInputException one) {
                    results.fail(i, one.getMessage());
                }
            }
            if (!worked) {
                throw e;
            }
            return results;
        }
    }

    private Evaluations ask(DesignBatch designs, boolean differentiated, Phase progress) {
        Replicates replicates = setup.replicates();
        DesignSpace space = setup.problem().space();
        Noise noise = setup.noisy() ? replicates.noise(space, designs) : null;
        Task task = new Task(setup.source(), replicates.repeated(designs), differentiated, noise);
        Evaluations results = watch.evaluator(
                () -> setup.executor().evaluate(task, new Replicated(progress, replicates.count()), watch));
        if (watch.leftBehind()) {
            // Nothing more may be stored.
            throw new CancellationException();
        }
        return replicates.combined(results).columns(setup.columns());
    }

    private void keep(Evaluations results, int design, int number) {
        String failure = failure(results, design);
        for (int objective = 0; objective < objectives; objective++) {
            cache.put(number, objective, failure == null ? results.value(design, objective) : Double.NaN);
        }
        if (failure != null) {
            failures.put(number, failure);
            tellFailure(failure);
            return;
        }
        worked = true;
        if (results.gradient(design) != null) {
            gradients.put(number, results.gradient(design));
        }
    }

    /** Why one of some results is no value; null if it is one. */
    private String failure(Evaluations results, int design) {
        String failure = results.failure(design);
        for (int objective = 0; objective < objectives && failure == null; objective++) {
            double value = results.value(design, objective);
            if (!Double.isFinite(value)) {
                failure = NLS.bind(Messages.evaluationValue, value);
            }
        }
        return failure;
    }

    private void tell(String message) {
        store.event(message);
        synchronized (listener) {
            listener.event(message);
        }
    }

    /** Tells once that the evaluator fails at designs. */
    private void tellFailure(String failure) {
        if (failed == null) {
            Guest evaluator = setup.experiment().evaluator().extension().guest();
            failed = evaluator.fault(Messages.guestGaveNoValue, failure.replaceFirst("\\.$", ""));
            tell(failed.getMessage());
            System.getLogger(BatchEvaluation.class.getName()).log(System.Logger.Level.WARNING, failed.getMessage());
        }
    }

    private void store(Request request, int from, int to, long[] spent) {
        Candidates candidates = request.candidates();
        int[] numbers = request.numbers();
        int better = -1;
        Candidates outside = candidates.from(Candidates.OUTSIDE);
        for (int i = from; i < to; i++) {
            double[] values = valuesOf(numbers[i]);
            Optional<String> objection = setup.problem().objection(candidates.designs(), i, values);
            if (objection.isPresent()) {
                tellOutside(objection.get());
            } else if (goal.better(values[0], ledger.best())) {
                ledger.best(values[0]);
                better = i;
            }
            Candidates kept = objection.isPresent() ? outside : candidates;
            if (cache.enter(numbers[i], store.set(kept.source(), kept.iteration()))) {
                store.add(
                        kept,
                        i,
                        new StoreWriter.Row(values, gradients.get(numbers[i]), reason(numbers[i]), spent[i - from]));
            }
        }
        store.progress(ledger.spent(), ledger.best());
        if (better >= 0) {
            FoundDesign design = new FoundDesign(
                    setup.problem().space(),
                    candidates.designs().slice(better, better + 1),
                    valuesOf(numbers[better]),
                    candidates.predicted() == null ? Double.NaN : candidates.predicted()[better],
                    candidates.count(better),
                    candidates.source(),
                    candidates.iteration());
            synchronized (listener) {
                listener.improved(design, ledger.spent());
            }
        }
    }

    private double[] valuesOf(int number) {
        double[] values = new double[objectives];
        Arrays.setAll(values, objective -> cache.value(number, objective));
        return values;
    }

    /** Tells once that designs are none of the problem. */
    private void tellOutside(String objection) {
        if (!outsideTold) {
            outsideTold = true;
            tell(NLS.bind(Messages.designsOutside, objection));
        }
    }

    private Evaluations expand(Request request, int[] indices) {
        Evaluations evaluations = new Evaluations(indices.length, objectives);
        for (int i = 0; i < indices.length; i++) {
            int number = request.numbers()[indices[i]];
            String failure = failure(number);
            if (failure != null) {
                evaluations.fail(i, failure);
                continue;
            }
            for (int objective = 0; objective < objectives; objective++) {
                evaluations.set(i, objective, cache.value(number, objective));
            }
            judge(evaluations, i, request.candidates().designs(), indices[i]);
            if (request.differentiated()) {
                evaluations.setGradient(i, gradient(number));
            }
        }
        return evaluations;
    }

    /** Lets the objectives count for a method as the problem judges them. */
    private void judge(Evaluations evaluations, int place, DesignBatch designs, int design) {
        Problem problem = setup.problem();
        if (problem.limitsOnly()) {
            return;
        }
        double[] values = new double[objectives];
        Arrays.setAll(values, output -> evaluations.measured(place, output));
        double[] numbers = designs.toArray(design);
        for (int objective = 0; objective < problem.objectives().size(); objective++) {
            evaluations.judge(place, objective, problem.merit(numbers, values, objective));
        }
    }

    /** Why a design has no value; null if it has one. */
    private String failure(int number) {
        return Double.isNaN(cache.value(number, 0))
                ? Objects.requireNonNullElse(reason(number), Messages.evaluationFailedBefore)
                : null;
    }

    /** Why a design has no value, as far as this life of the run or people know; null if they do not. */
    private String reason(int number) {
        return Optional.ofNullable(failures.get(number))
                .or(() -> cache.failure(number))
                .orElse(null);
    }
}
