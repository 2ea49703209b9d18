// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Problem;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.EvaluationCache;
import org.gidn.experiments.internal.store.StoreWriter;

/** What a run knows of its designs, by the numbers by which the cache knows them, and how a method is told of it. */
final class RunValues {
    private final EvaluationCache cache;
    private final StoreWriter store;
    private final Problem problem;
    private final int objectives;
    private final Map<Integer, String> failures = new HashMap<>();
    private final Map<Integer, double[]> gradients = new HashMap<>();

    RunValues(EvaluationCache cache, StoreWriter store, Problem problem) {
        this.cache = cache;
        this.store = store;
        this.problem = problem;
        this.objectives = problem.outputs().size();
    }

    /**
     * Keeps what the evaluator has answered of a design.
     *
     * @param failure why it has no value; null if it has one
     */
    void keep(int number, Evaluations results, int design, String failure) {
        for (int objective = 0; objective < objectives; objective++) {
            cache.put(number, objective, failure == null ? results.value(design, objective) : Double.NaN);
        }
        if (failure != null) {
            failures.put(number, failure);
        } else if (results.gradient(design) != null) {
            gradients.put(number, results.gradient(design));
        }
    }

    /** Whether a design has to be computed. */
    boolean missing(int number, boolean differentiated) {
        return !cache.known(number)
                || differentiated && gradient(number) == null && !Double.isNaN(cache.value(number, 0));
    }

    /** The value of each output; NaN if it has none. */
    double[] values(int number) {
        double[] values = new double[objectives];
        Arrays.setAll(values, objective -> cache.value(number, objective));
        return values;
    }

    /** What is stored of a design. */
    StoreWriter.Row row(int number, long spent) {
        return new StoreWriter.Row(values(number), gradients.get(number), reason(number), spent);
    }

    /** Why a design has no value; null if it has one. */
    String failure(int number) {
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

    /** A gradient that this life of the run has asked for, or that is stored; null if there is none. */
    private double[] gradient(int number) {
        return gradients.computeIfAbsent(
                number, known -> store.gradient(cache, known).orElse(null));
    }

    /** What is known of the designs of a request, in the order in which they were asked for. */
    Evaluations answer(Request request) {
        int[] places = request.places();
        Evaluations evaluations = new Evaluations(places.length, objectives);
        for (int i = 0; i < places.length; i++) {
            int number = request.numbers()[places[i]];
            String failure = failure(number);
            if (failure != null) {
                evaluations.fail(i, failure);
                continue;
            }
            double[] values = values(number);
            for (int objective = 0; objective < objectives; objective++) {
                evaluations.set(i, objective, values[objective]);
            }
            judge(evaluations, i, request.candidates().designs(), places[i], values);
            if (request.differentiated()) {
                evaluations.setGradient(i, gradient(number));
            }
        }
        return evaluations;
    }

    /** Lets the objectives count for a method as the problem judges them. */
    private void judge(Evaluations evaluations, int place, DesignBatch designs, int design, double[] values) {
        if (problem.limitsOnly()) {
            return;
        }
        double[] numbers = designs.toArray(design);
        for (int objective = 0; objective < problem.objectives().size(); objective++) {
            evaluations.judge(place, objective, problem.merit(numbers, values, objective));
        }
    }
}
