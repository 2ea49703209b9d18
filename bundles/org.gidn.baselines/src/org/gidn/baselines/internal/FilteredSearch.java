// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Phase;

/** Evaluates all designs of a problem that keep to its rules, and keeps the best that keep to its bounds of measured values too. */
public final class FilteredSearch {
    /** So many designs are evaluated at once. */
    private static final int TOGETHER = 4096;

    private final RunContext run;
    private final Problem problem;
    private final Feasibility feasibility;
    private final int top;
    private final PriorityQueue<Found> best;
    private DesignBuilder waiting;
    private int count;
    private long brokenRules;
    private long missedBounds;
    private long kept;
    /** Mean of the values kept and sum of their squared distances from it (Welford 1962). */
    private double mean;

    private double squares;

    /**
     * A design.
     *
     * @param value its first objective, greater is better
     * @param number how many designs were found before it
     */
    private record Found(double value, long number, double[] design) {}

    /**
     * @param top how many of the best designs are kept
     */
    public FilteredSearch(RunContext run, int top) {
        this.run = run;
        this.problem = run.problem();
        this.feasibility = new Feasibility(problem);
        this.top = top;
        this.best = new PriorityQueue<>(
                Comparator.comparingDouble(Found::value).thenComparing(Found::number, Comparator.reverseOrder()));
        this.waiting = new DesignBuilder(problem.space(), TOGETHER);
    }

    /**
     * Looks at all designs and stores the best.
     *
     * @param designs how many there are in the space
     */
    public void search(long designs) {
        try (Phase phase = run.phase("evaluating all designs", designs, "designs")) {
            new AllDesigns(problem.space()).forEach(design -> look(design, phase));
            evaluate(phase);
        }
        run.metric("designs that break rules", 0, 0, brokenRules);
        run.metric("designs that miss measured bounds", 0, 0, missedBounds);
        if (brokenRules + missedBounds > 0) {
            String left = kept == 0 ? "none keeps to all constraints; loosen some" : "the best of all others are kept";
            run.event(String.format(
                    Locale.ROOT,
                    "Of all %,d designs %,d break a rule and %,d miss a bound of what is measured; %s.",
                    designs,
                    brokenRules,
                    missedBounds,
                    left));
        }
        if (kept > 0) {
            run.metric("mean", 0, 0, mean);
            run.metric("standard deviation", 0, 0, Math.sqrt(squares / kept));
            DesignBuilder found = new DesignBuilder(problem.space(), best.size());
            best.stream()
                    .sorted(best.comparator().reversed())
                    .map(Found::design)
                    .forEach(found::add);
            run.evaluate(Candidates.of(found.batch(), Candidates.EXHAUSTIVE, 0));
        }
        run.done("every design is looked at");
    }

    private void look(double[] design, Phase phase) {
        if (feasibility.violation(design) > 0) {
            brokenRules++;
            if (brokenRules % TOGETHER == 0) {
                run.check();
                phase.advance(TOGETHER);
            }
            return;
        }
        waiting.add(design);
        if (++count == TOGETHER) {
            evaluate(phase);
        }
    }

    private void evaluate(Phase phase) {
        if (count == 0) {
            return;
        }
        DesignBatch batch = waiting.batch();
        Evaluations values = run.probe(batch);
        for (int i = 0; i < batch.size(); i++) {
            double value = values.measured(i, 0);
            if (problem.objection(batch, i, values.measured(i)).isPresent()) {
                missedBounds++;
            } else if (!Double.isNaN(value)) {
                keep(batch, i, value);
            }
        }
        phase.advance(batch.size());
        waiting = new DesignBuilder(problem.space(), TOGETHER);
        count = 0;
    }

    private void keep(DesignBatch batch, int design, double value) {
        kept++;
        double distance = value - mean;
        mean += distance / kept;
        squares += distance * (value - mean);
        best.add(new Found(problem.objective().goal().sign() * value, kept, batch.toArray(design)));
        if (best.size() > top) {
            best.remove();
        }
    }
}
