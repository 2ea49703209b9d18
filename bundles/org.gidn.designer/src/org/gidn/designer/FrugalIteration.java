// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Phase;

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

    /** Draws of Thompson sampling begin at one of so many. */
    private static final int DRAWS = 1 << 20;

    private final FrugalSettings settings;
    private final RunContext run;
    private final Beginnings beginnings;
    private final int number;
    private final DesignSpace space;
    private final RandomStreams random;
    /** What learns, and what tells all that is known after that. */
    private final Predictor learner;

    private final Predictor predictor;
    private final Responses responses;
    private final Coding coding;

    /**
     * @param beginnings what was evaluated before, and which of that is learned from
     * @param responses what there is to learn of that
     * @param number of the iteration
     */
    FrugalIteration(FrugalSettings settings, RunContext run, Beginnings beginnings, Responses responses, int number) {
        this.settings = settings;
        this.run = run;
        this.beginnings = beginnings;
        this.number = number;
        this.space = run.problem().space();
        this.random = run.random().child("iteration", number);
        this.coding = new Coding(run.problem(), responses.best());
        this.responses = responses;
        this.learner = settings.predictor();
        this.predictor = responses.completed(learner, coding);
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
            chosen = chosen(wanted, phase);
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
            learner.train(examples(), run.training(random.child("predictor", 0), listener));
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
        DesignBatch best = responses.best();
        double[][] slopes = responses.slopes();
        if (Arrays.stream(slopes).allMatch(slope -> slope == null)) {
            return data;
        }
        LevelEffects effects = effects(learned[0], slopes);
        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != null) {
                slopes[i] = effects == null ? coding.slopes(best, i, slopes[i]) : effects.slopes(best, i, slopes[i]);
            }
        }
        double[][][] gradients = new double[learned.length][][];
        gradients[0] = slopes;
        return data.withGradients(gradients);
    }

    /** How far derivatives reach between levels; null where variables have other values too. */
    private LevelEffects effects(double[] learned, double[][] slopes) {
        if (!LevelEffects.fits(space)) {
            return null;
        }
        LevelEffects effects = new LevelEffects(space, responses.best(), learned, slopes);
        for (int before = 0; before < effects.levels(); before++) {
            for (int after = 0; after < effects.levels(); after++) {
                if (before != after) {
                    run.metric(
                            "effect of " + before + " becoming " + after + " per derivative",
                            number,
                            0,
                            effects.factor(before, after));
                }
            }
        }
        return effects;
    }

    private DesignBatch chosen(int wanted, Phase phase) {
        List<Acquisition> acquisitions = acquisitions(wanted);
        DesignBatch best = responses.best();
        Picks picks = new Picks(beginnings.known(), coding, space, best, settings.distance());
        int count = Math.max(settings.elites(), (int)
                (settings.eliteShare() * beginnings.learned().size()));
        DesignBatch candidates =
                picks.unknown(new Proposals(settings, run, predictor, coding, Elites.of(space, best, count), random)
                        .by(acquisitions, phase));
        DesignBatch encoded = coding.encode(candidates);
        List<double[]> scores = acquisitions.stream()
                .map(acquisition -> predictor.score(encoded, acquisition, run.workers()))
                .toList();
        return picks.best(candidates, scores, wanted);
    }

    /** What designs are chosen by: one acquisition, or in Thompson sampling one for each design. */
    private List<Acquisition> acquisitions(int wanted) {
        Merit merit = responses.merit();
        return switch (settings.acquisition()) {
            case PREDICTION -> List.of(new Acquisition(merit, 0));
            case UPPER_BOUND -> List.of(new Acquisition(merit, settings.spreadWeight()));
            case EXPECTED_IMPROVEMENT -> List.of(new Acquisition(merit, settings.acquisition(), responses.bestMerit()));
            case DRAW -> {
                int first = random.stream("draws").nextInt(DRAWS);
                yield IntStream.range(first, first + Math.min(wanted, settings.starts()))
                        .mapToObj(draw -> new Acquisition(merit, settings.acquisition(), draw))
                        .toList();
            }
        };
    }
}
