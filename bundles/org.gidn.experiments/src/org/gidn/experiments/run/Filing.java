// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.EvaluationCache;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.RunResults.FoundDesign;

/** Stores the evaluated designs of a run, those outside the problem apart, and tells of each that is the best so far. */
final class Filing {
    private final Problem problem;
    private final StoreWriter store;
    private final EvaluationCache cache;
    private final RunValues values;
    private final Ledger ledger;
    private final RunListener listener;
    private final Consumer<String> events;
    /** Whether the user knows that there are designs outside the problem. */
    private boolean outsideTold;

    /**
     * @param events told what the user is to know
     */
    Filing(
            Problem problem,
            StoreWriter store,
            EvaluationCache cache,
            RunValues values,
            Ledger ledger,
            RunListener listener,
            Consumer<String> events) {
        this.problem = problem;
        this.store = store;
        this.cache = cache;
        this.values = values;
        this.ledger = ledger;
        this.listener = listener;
        this.events = events;
    }

    /**
     * Stores designs of a request, unless the run has stored them with that source before.
     *
     * @param from the first of them
     * @param to after the last of them
     * @param spent for each from the first on, how many evaluations the run had spent with it
     */
    void store(Request request, int from, int to, long[] spent) {
        Candidates candidates = request.candidates();
        int[] numbers = request.numbers();
        Goal goal = problem.objective().goal();
        int better = -1;
        Candidates outside = candidates.from(Candidates.OUTSIDE);
        for (int i = from; i < to; i++) {
            double[] found = values.values(numbers[i]);
            Optional<String> objection = problem.objection(candidates.designs(), i, found);
            if (objection.isPresent()) {
                tellOutside(objection.get());
            } else if (goal.better(found[0], ledger.best())) {
                ledger.best(found[0]);
                better = i;
            }
            Candidates kept = objection.isPresent() ? outside : candidates;
            if (cache.enter(numbers[i], store.set(kept.source(), kept.iteration()))) {
                store.add(kept, i, values.row(numbers[i], spent[i - from]));
            }
        }
        store.progress(ledger.spent(), ledger.best());
        if (better >= 0) {
            tellImproved(candidates, better, values.values(numbers[better]));
        }
    }

    private void tellImproved(Candidates candidates, int place, double[] found) {
        FoundDesign design = new FoundDesign(
                problem.space(),
                candidates.designs().slice(place, place + 1),
                found,
                candidates.predicted() == null ? Double.NaN : candidates.predicted()[place],
                candidates.count(place),
                candidates.source(),
                candidates.iteration());
        synchronized (listener) {
            listener.improved(design, ledger.spent());
        }
    }

    /** Tells once that designs are none of the problem. */
    private void tellOutside(String objection) {
        if (!outsideTold) {
            outsideTold = true;
            events.accept(NLS.bind(Messages.designsOutside, objection));
        }
    }
}
