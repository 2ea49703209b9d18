// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Phase;
import org.gidn.core.run.RandomStreams;
import org.gidn.core.run.RunContext;
import org.gidn.core.statistics.Statistics;

/**
 * One iteration of the frugal way: the predictor learns all that is known, the designer and random moves propose designs, and
 * those are chosen of which the predictor promises most. Depends on what is known and on its number alone.
 */
final class FrugalIteration {
    /** Weight of the worst designs in training, beside that of the best, which is 1 more. */
    private static final double BASE_WEIGHT = 0.3;
    /** Ranks over which the weight falls to a third of what it has more for the best: so many, or a share of all. */
    private static final double LEAST_RANKS = 20;

    private static final double RANKS_SHARE = 0.15;

    /** Continuous designs differ from each other and from what is known by so much of the variables' ranges in the mean. */
    private static final double NEAR = 0.01;
    /** The same of what is known for designs of several kinds of variables, where a step of one is large beside another's. */
    private static final double NEAR_MIXED = 0.0005;
    /** The most moves to a neighbour. */
    private static final int MOVES = 3;

    private final FrugalSettings settings;
    private final RunContext run;
    private final KnownDesigns known;
    private final int number;
    private final DesignSpace space;
    private final RandomStreams random;
    private final Predictor predictor;
    private final Acquisition acquisition;
    private final Responses responses;
    private final Coding coding;

    /**
     * @param known what was evaluated before
     * @param responses what there is to learn of that
     * @param number of the iteration
     */
    FrugalIteration(FrugalSettings settings, RunContext run, KnownDesigns known, Responses responses, int number) {
        this.settings = settings;
        this.run = run;
        this.known = known;
        this.number = number;
        this.space = run.problem().space();
        this.random = run.random().child("iteration", number);
        this.predictor = settings.predictor();
        this.coding = new Coding(run.problem());
        this.responses = responses;
        this.acquisition = new Acquisition(responses.merit(), settings.spreadWeight());
    }

    /**
     * The designs to be evaluated, best first.
     *
     * @param wanted how many, at most
     * @return with predictions; none if all that was proposed is known
     */
    Candidates designs(int wanted) {
        train();
        DesignBatch chosen;
        try (Phase phase = run.phase("running the designer", settings.starts(), "starts")) {
            chosen = chosen(proposals(phase), wanted);
        }
        return Candidates.of(chosen, Candidates.INVERSE, number)
                .withPredictions(responses.values(predictor.predict(coding.encode(chosen), run.workers())));
    }

    /** Trains the predictor. */
    void train() {
        try (Phase phase = run.phase("training the predictor", -1, "epochs")) {
            Training.Listener listener = (epoch, epochs, loss, test) -> {
                phase.advance(1);
                if (epoch == epochs) {
                    run.metric("training loss", number, epoch, loss);
                }
            };
            predictor.train(examples(), new Training(random.child("predictor", 0), run.workers(), listener));
        }
    }

    private TrainingData examples() {
        DesignBatch designs = coding.encode(responses.best());
        double[][] learned = responses.learned();
        double[] weights = new double[designs.size()];
        Arrays.setAll(
                weights, rank -> BASE_WEIGHT + Math.exp(-rank / Math.max(LEAST_RANKS, RANKS_SHARE * weights.length)));
        TrainingData data = new TrainingData(designs, learned, null, weights);
        if (!responses.differentiable()) {
            return data;
        }
        double[][] slopes = responses.slopes();
        if (Arrays.stream(slopes).allMatch(slope -> slope == null)) {
            return data;
        }
        FlipEffects effects = coding.plain() && space.binary() ? new FlipEffects(designs, learned[0], slopes) : null;
        if (effects != null) {
            run.metric("effect of 0 becoming 1 per derivative", number, 0, effects.factor(0));
            run.metric("effect of 1 becoming 0 per derivative", number, 0, effects.factor(1));
        }
        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != null) {
                slopes[i] = effects == null ? coding.slopes(slopes[i]) : effects.slopes(designs, i, slopes[i]);
            }
        }
        double[][][] gradients = new double[learned.length][][];
        gradients[0] = slopes;
        return data.withGradients(gradients);
    }

    /** Distinct designs that the designer takes on its way from good ones, and random neighbours of these. */
    private DesignBatch proposals(Phase phase) {
        int count = Math.max(settings.elites(), (int) (settings.eliteShare() * known.size()));
        DesignBatch best = responses.best();
        Elites elites = new Elites(best.slice(0, Math.min(count, best.size())));
        Problem coded = coding.problem();
        DesignBatch designed = new Designer(coded, descent(coded.space()), acquisition)
                .design(
                        predictor,
                        new EliteStarts(
                                coded.space(),
                                new Elites(coding.encode(elites.designs())),
                                random.child("designer", 0),
                                settings.starts(),
                                settings.leastNoise(),
                                settings.mostNoise()),
                        settings.moments(),
                        run.workers(),
                        phase,
                        Designer.Keeper.NONE);
        if (coding.plain() && !space.binary()) {
            return DistinctDesigns.of(designed).designs();
        }
        if (!coding.plain()) {
            designed = coding.decode(designed, random.stream("mended"));
        }
        DesignBatch moved = coding.plain()
                ? new Neighbours(space, random.stream("neighbours")).of(elites, settings.neighbours())
                : coding.neighbours(elites, settings.neighbours(), MOVES, random.stream("neighbours"));
        return DistinctDesigns.of(DesignBatch.join(List.of(designed, moved))).designs();
    }

    /** Starts lie where the elites are, so that neither mean nor deviation matters. */
    private DescentSettings descent(DesignSpace moved) {
        double unit = (moved.upper(0) - moved.lower(0)) / 2;
        boolean bounded = !moved.binary();
        return new DescentSettings(0, 1, settings.steps(), settings.learningRate() * unit, bounded, 0, 0);
    }

    /** The unknown designs of the best scores that differ enough from each other. */
    private DesignBatch chosen(DesignBatch proposals, int wanted) {
        int[] unknown = IntStream.range(0, proposals.size())
                .filter(i -> !known.contains(proposals, i))
                .toArray();
        DesignBatch candidates = proposals.select(unknown);
        double[] scores = predictor.score(coding.encode(candidates), acquisition, run.workers());
        int[] chosen = new int[Math.min(wanted, scores.length)];
        int count = 0;
        for (int i : Statistics.ranking(scores, true)) {
            if (count < chosen.length && farFrom(candidates, i, Arrays.copyOf(chosen, count))) {
                chosen[count++] = i;
            }
        }
        return candidates.select(Arrays.copyOf(chosen, count));
    }

    private boolean farFrom(DesignBatch candidates, int candidate, int[] others) {
        if (coding.plain() && space.binary()) {
            return Arrays.stream(others)
                    .allMatch(other -> Distance.of(candidates, candidate, candidates, other)
                            >= settings.distance() * space.variables());
        }
        double distance = coding.plain() ? NEAR : settings.distance();
        double near = coding.plain() ? NEAR : NEAR_MIXED;
        return Arrays.stream(others)
                        .allMatch(other -> coding.difference(candidates, candidate, candidates, other) >= distance)
                && (space.discrete()
                        || IntStream.range(0, known.size())
                                .allMatch(other ->
                                        coding.difference(candidates, candidate, known.designs(), other) >= near));
    }
}
