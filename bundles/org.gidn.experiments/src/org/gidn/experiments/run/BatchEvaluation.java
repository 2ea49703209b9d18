// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Arrays;
import java.util.function.Consumer;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Phase;
import org.gidn.experiments.internal.store.EvaluationCache;
import org.gidn.experiments.internal.store.StoreWriter;

/**
 * Evaluates designs and stores what comes of it, part by part. A design is computed only if no run of the same evaluator
 * has computed it, and counted only if this run has not counted it.
 */
final class BatchEvaluation {
    private static final int MOST_ROWS = 1 << 16;

    private final Setup setup;
    private final StoreWriter store;
    private final Ledger ledger;
    private final Watch watch;
    /** What people are to measure; null if all is computed. */
    private final Awaited awaited;

    private final EvaluationCache cache;
    private final BatchPace pace;
    private final Asking asking;
    private final RunValues values;
    private final Filing filing;
    /** Whether the last evaluations were known, as all before were in this life of the run. */
    private volatile boolean repeating;

    BatchEvaluation(
            Setup setup,
            StoreWriter store,
            Ledger ledger,
            RunListener listener,
            Watch watch,
            Asking asking,
            Consumer<String> events,
            Awaited awaited) {
        this.setup = setup;
        this.store = store;
        this.ledger = ledger;
        this.watch = watch;
        this.asking = asking;
        this.awaited = awaited;
        this.pace = new BatchPace(
                setup.executor().width(),
                setup.executor().batchSeconds(),
                setup.evaluator().batchSize());
        this.cache = store.cache(
                setup.evaluatorKey(),
                setup.problem().space().variables(),
                setup.problem().outputs().size());
        this.values = new RunValues(cache, store, setup.problem());
        this.filing = new Filing(setup.problem(), store, cache, values, ledger, listener, events);
    }

    /**
     * See {@link org.gidn.core.run.RunContext#evaluate}.
     *
     * @param differentiated whether gradients are asked for
     */
    Evaluations evaluate(Candidates candidates, boolean differentiated, Phase progress) {
        Request request = Request.of(candidates, differentiated, setup.problem().space(), cache);
        if (awaited != null) {
            await(request);
        }
        int done = 0;
        while (done < request.size()) {
            watch.check();
            int next = part(request, done, progress);
            if (next == done) {
                throw ledger.exhausted();
            }
            done = next;
        }
        repeating = !asking.begun();
        return values.answer(request);
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
        double[][] assumed = awaited.want(request.select(Arrays.copyOf(missing, count)));
        for (int k = 0; k < count; k++) {
            for (int output = 0; output < assumed[k].length; output++) {
                cache.put(numbers[missing[k]], output, assumed[k][output]);
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
        ledger.best(store.spend(
                cache,
                evaluations,
                setup.problem().space().variables(),
                setup.problem().objective().goal()));
    }

    /** Evaluates and stores the designs from {@code from} on, as many as the pace and the budget allow; returns the next. */
    private int part(Request request, int from, Phase progress) {
        try (Ledger.Work work = ledger.begin()) {
            int to = paidPart(request, from, work, progress);
            asking.endIfDue();
            return to;
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
            if (values.missing(numbers[to], request.differentiated())) {
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
                String failure = Asking.failure(results, i);
                values.keep(numbers[computed[i]], results, i, failure);
                asking.tell(failure);
            }
            int end = from;
            for (; end < until && !asking.tooManyFailures(); end++) {
                if (fresh[end - from]) {
                    work.advance(1);
                    asking.count(values.failure(numbers[end]));
                }
            }
            // What was evaluated beyond the design at which the run gives up counts on no number of threads.
            filing.store(request, from, end, spent);
        });
        return to;
    }

    private Evaluations paced(Request request, int[] chosen, Phase progress) {
        DesignBatch designs = request.candidates().designs().select(chosen);
        long start = System.nanoTime();
        Evaluations results = asking.evaluate(designs, request.differentiated(), progress);
        pace.took(designs.size(), System.nanoTime() - start);
        return results;
    }
}
