// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.statistics.Statistics;

/**
 * What is learned of the designs known: the outputs by which they are judged, those that have bounds among them, each on a {@link
 * Scale} of its own; and how good the designs are by these, the best first.
 */
final class Responses {
    /** How much a design counts for less by breaking a rule, in deviations of what is learned, for each violation of 1. */
    private static final double RULE_PENALTY = 10;
    /** So many of the best designs tell on what scale numbers are of interest. */
    static final int GOOD = 20;

    /** An output that is learned. */
    private record Response(int output, double weight, double ideal, double least, double most, Scale scale) {}

    private final Problem problem;
    private final KnownDesigns known;
    private final List<Response> responses = new ArrayList<>();
    /** Places of the designs that have all values, best first. */
    private int[] ranking;

    private double bestMerit;

    /**
     * @param weights how much each objective counts; those of 0 are not learned
     */
    Responses(Problem problem, KnownDesigns known, double... weights) {
        this.problem = problem;
        this.known = known;
        int[] complete = IntStream.range(0, known.size())
                .filter(i -> IntStream.range(0, problem.outputs().size())
                        .filter(output -> matters(output, weights))
                        .allMatch(output -> Double.isFinite(known.value(i, output))))
                .toArray();
        learn(weights, complete, objective -> Scale.ofObjective(values(complete, objective)));
        rank(complete);
        if (ranking.length > 0 && Numbers.only(problem.space())) {
            int[] good = Arrays.copyOf(ranking, Math.min(GOOD, ranking.length));
            learn(
                    weights,
                    complete,
                    objective -> Scale.around(
                            known.value(good[0], objective), values(good, objective), values(complete, objective)));
            rank(complete);
        }
    }

    private void learn(double[] weights, int[] complete, IntFunction<Scale> scales) {
        responses.clear();
        for (int objective = 0; objective < weights.length; objective++) {
            Goal goal = problem.outputs().get(objective).goal();
            double weight = weights[objective] * goal.sign();
            if (weight != 0) {
                double ideal = Arrays.stream(values(complete, objective))
                        .reduce(Double.NaN, (a, b) -> goal.better(b, a) ? b : a);
                add(objective, weight, ideal, null, scales.apply(objective));
            }
        }
        for (Demand demand : problem.demands()) {
            add(demand.output(), 0, 0, demand, Scale.ofDemand(demand, values(complete, demand.output())));
        }
    }

    private void rank(int[] complete) {
        Merit merit = responses.isEmpty() ? null : merit();
        double[] merits = Arrays.stream(complete)
                .mapToDouble(i -> merit == null ? 0 : merit(merit, i))
                .toArray();
        // Solutions come before what misses bounds by ever so little, for the best of them is what is to be surpassed.
        ranking = Arrays.stream(Statistics.ranking(merits, true))
                .map(i -> complete[i])
                .boxed()
                .sorted(Comparator.comparing(i -> !keepsBounds(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        bestMerit = ranking.length == 0 || merit == null ? Double.NaN : merit(merit, ranking[0]);
    }

    private boolean keepsBounds(int design) {
        return problem.demands().stream()
                .allMatch(demand -> demand.violation(known.value(design, demand.output())) == 0);
    }

    private boolean matters(int output, double[] weights) {
        return output < weights.length && weights[output] != 0
                || problem.demands().stream().anyMatch(demand -> demand.output() == output);
    }

    private double[] values(int[] designs, int output) {
        return Arrays.stream(designs).mapToDouble(i -> known.value(i, output)).toArray();
    }

    private void add(int output, double weight, double ideal, Demand demand, Scale scale) {
        if (scale.varied()) {
            responses.add(new Response(
                    output,
                    weight,
                    scale.learned(ideal),
                    demand == null ? Double.NEGATIVE_INFINITY : scale.learned(demand.least()),
                    demand == null ? Double.POSITIVE_INFINITY : scale.learned(demand.most()),
                    scale));
        }
    }

    private double merit(Merit merit, int design) {
        double[] learned = responses.stream()
                .mapToDouble(response -> response.scale().learned(known.value(design, response.output())))
                .toArray();
        double broken = 0;
        for (DesignRule rule : problem.rules()) {
            broken += rule.violation(known.designs().toArray(design));
        }
        return merit.of(learned, new double[learned.length]) - RULE_PENALTY * broken;
    }

    /** Whether there is anything to learn: designs that differ in an output. */
    boolean varied() {
        return !responses.isEmpty();
    }

    /** How good a design is by what is learned, on its scale. */
    Merit merit() {
        return new PenalisedMerit(
                responses.stream().mapToDouble(Response::weight).toArray(),
                responses.stream().mapToDouble(Response::ideal).toArray(),
                responses.stream().mapToDouble(Response::least).toArray(),
                responses.stream().mapToDouble(Response::most).toArray());
    }

    /** The merit of the best design known. */
    double bestMerit() {
        return bestMerit;
    }

    /** Which of the designs known is the best; -1 if none can be learned from. */
    int leader() {
        return ranking.length == 0 ? -1 : ranking[0];
    }

    /** The designs that can be learned from, best first. */
    DesignBatch best() {
        return known.designs().select(ranking);
    }

    /** What is learned of {@link #best} {@code [response][design]}. */
    double[][] learned() {
        return responses.stream()
                .map(response -> Arrays.stream(ranking)
                        .mapToDouble(i -> response.scale().learned(known.value(i, response.output())))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Whether the first objective, of which there may be gradients, is the first that is learned. */
    boolean differentiable() {
        return responses.get(0).output() == 0 && responses.get(0).weight() != 0;
    }

    /** The derivatives of what is learned of the first objective, for {@link #best}; null where there are none. */
    double[][] slopes() {
        Scale scale = responses.get(0).scale();
        return Arrays.stream(ranking)
                .mapToObj(i -> known.gradient(i) == null
                        ? null
                        : Arrays.stream(known.gradient(i))
                                .map(derivative -> scale.slope(known.value(i, 0)) * derivative)
                                .toArray())
                .toArray(double[][]::new);
    }

    /** What is predicted of the first objective, in its unit; null if that is not learned. */
    double[] values(Predictions predictions) {
        return differentiable()
                ? Arrays.stream(predictions.mean(0))
                        .map(responses.get(0).scale()::value)
                        .toArray()
                : null;
    }
}
