// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.Relaxation;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.statistics.Statistics;
import org.gidn.designer.internal.CompletedPredictor;

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
    /** Whether values are learned as they are. */
    private final boolean plain;
    /** What is known of the objective; null if nothing is, or it is of no use here. */
    private KnownTerm term;
    /** The term of each design known, and its slopes; null for those that cannot be learned from. */
    private double[] terms;

    private double[][] termSlopes;
    private final List<Response> responses = new ArrayList<>();
    /** Places of the designs that have all values, best first. */
    private int[] ranking;

    private double bestMerit;

    /** All is learned of the objectives, whatever is known of them. */
    Responses(Problem problem, KnownDesigns known, double... weights) {
        this(problem, known, null, weights);
    }

    /** The values themselves, of all objectives, for those who want to know what is predicted in their units. */
    static Responses ofValues(Problem problem, KnownDesigns known) {
        double[] weights = new double[problem.objectives().size()];
        Arrays.fill(weights, 1);
        return new Responses(problem, known, true, null, weights);
    }

    /**
     * @param term what is known of the only objective, so that the rest of it is learned; null to learn all
     * @param weights how much each objective counts; those of 0 are not learned
     */
    Responses(Problem problem, KnownDesigns known, KnownTerm term, double... weights) {
        this(problem, known, false, term, weights);
    }

    private Responses(Problem problem, KnownDesigns known, boolean plain, KnownTerm term, double... weights) {
        this.problem = problem;
        this.known = known;
        this.plain = plain;
        int[] complete = IntStream.range(0, known.size())
                .filter(i -> IntStream.range(0, problem.outputs().size())
                        .filter(output -> matters(output, weights))
                        .allMatch(output -> Double.isFinite(known.value(i, output))))
                .toArray();
        useTerm(term, complete);
        learn(
                weights,
                complete,
                objective -> plain
                        ? Scale.PLAIN
                        : this.term == null ? Scale.ofObjective(values(complete, objective)) : scaleOfRest(complete));
        rank(complete);
        if (!plain && ranking.length > 0 && this.term == null && Numbers.only(problem.space())) {
            int[] good = Arrays.copyOf(ranking, Math.min(GOOD, ranking.length));
            learn(
                    weights,
                    complete,
                    objective -> Scale.around(
                            known.value(good[0], objective), values(good, objective), values(complete, objective)));
            rank(complete);
        }
    }

    /** Keeps the term of each design if all values have one and there is a rest to learn. */
    private void useTerm(KnownTerm offered, int[] complete) {
        if (offered == null
                || offered.logarithmic() && Arrays.stream(values(complete, 0)).anyMatch(value -> value <= 0)) {
            return;
        }
        Relaxation relaxation = new Relaxation(problem.space());
        term = offered;
        terms = new double[known.size()];
        termSlopes = new double[known.size()][];
        for (int i : complete) {
            termSlopes[i] = new double[relaxation.inputs()];
            terms[i] = term.of(relaxation.encode(known.designs().toArray(i)), termSlopes[i]);
        }
        if (!scaleOfRest(complete).varied()) {
            term = null;
        }
    }

    private Scale scaleOfRest(int[] complete) {
        return Scale.ofRest(
                term.logarithmic(),
                values(complete, 0),
                Arrays.stream(complete).mapToDouble(i -> terms[i]).toArray());
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
            Scale scale = plain ? Scale.PLAIN : Scale.ofDemand(demand, values(complete, demand.output()));
            add(demand.output(), 0, 0, demand, scale);
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
                        .mapToDouble(i -> response.scale().learned(known.value(i, response.output()))
                                - (term == null
                                        ? 0
                                        : terms[i] / response.scale().deviation()))
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
                .mapToObj(i -> known.gradient(i) == null ? null : slopes(i, scale))
                .toArray(double[][]::new);
    }

    private double[] slopes(int design, Scale scale) {
        double[] slopes = known.gradient(design).clone();
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] *= scale.slope(known.value(design, 0));
            slopes[k] -= term == null ? 0 : termSlopes[design][k] / scale.deviation();
        }
        return slopes;
    }

    /** What predicts all of what {@link #merit} judges: the predictor of {@link #learned}, with what is known if that is not learned. */
    Predictor completed(Predictor learned, Coding coding) {
        return term == null
                ? learned
                : new CompletedPredictor(
                        learned, term.offset(coding, responses.get(0).scale().deviation()), coding.inputs());
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
