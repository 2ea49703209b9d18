// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;
import org.gidn.core.problem.ProblemRequirements;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Fit;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Generative inverse design networks that choose before they evaluate: of what the designer finds, only the few designs are
 * evaluated of which the predictor promises most, which it then learns from. Many small iterations find in some fifty
 * evaluations what the paper's way finds in thirty thousand.
 *
 * @since 1.0
 */
public final class FrugalGidn implements Optimiser {
    private final FrugalSettings settings;

    public FrugalGidn(FrugalSettings settings) {
        this.settings = settings;
    }

    @Override
    public void check(Problem problem) {
        checkPredictor();
        if (settings.moments() > settings.steps()) {
            throw new InvalidInputException("Setting 'moments' is " + settings.moments()
                    + ", but the designer takes only " + settings.steps()
                    + " steps; set moments to at most that, or take more steps.");
        }
        if (settings.leastNoise() > settings.mostNoise()) {
            throw new InvalidInputException("Setting 'leastNoise' is " + settings.leastNoise()
                    + ", which is more than 'mostNoise', " + settings.mostNoise() + "; exchange them.");
        }
        if (problem.objectives().size() > 1
                && !settings.predictor().capabilities().contains(PredictorCapability.SEVERAL_OUTPUTS)) {
            throw new InvalidInputException(
                    "The problem has " + problem.objectives().size()
                            + " objectives, which takes a predictor of " + PredictorCapability.SEVERAL_OUTPUTS
                            + ", which this one is not; use org.gidn.predictor.ensemble, or name one objective in the problem's"
                            + " objectives.");
        }
        new ProblemRequirements(problem, "The frugal GIDN").samples(settings.samples());
    }

    private void checkPredictor() {
        PredictorCapability needed =
                switch (settings.acquisition()) {
                    case UPPER_BOUND -> settings.spreadWeight() == 0 ? null : PredictorCapability.SPREAD;
                    case EXPECTED_IMPROVEMENT -> PredictorCapability.SPREAD;
                    case DRAW -> PredictorCapability.DRAWS;
                    case PREDICTION -> null;
                };
        if (needed != null && !settings.predictor().capabilities().contains(needed)) {
            throw new InvalidInputException("What designs are chosen by, setting 'acquisition', needs " + needed
                    + ", which the predictor does not have with its settings; use an ensemble of networks, such as"
                    + " org.gidn.predictor.ensemble, or set acquisition to prediction.");
        }
    }

    @Override
    public boolean multiObjective() {
        return true;
    }

    @Override
    public boolean goesOnWithPart() {
        return true;
    }

    @Override
    public void optimise(RunContext run) {
        new Search(run).run();
    }

    /** One run. */
    private final class Search {
        private final RunContext run;
        private final Beginnings beginnings;
        private final KeptBatches kept;
        private final boolean differentiated;
        /** What is known of the objective; null if nothing is. */
        private final KnownTerm term;

        private int iteration;

        Search(RunContext run) {
            this.run = run;
            Problem problem = run.problem();
            this.beginnings = new Beginnings(problem, settings.stall());
            this.kept = new KeptBatches(run);
            this.differentiated = settings.gradients()
                    && problem.capabilities().contains(Capability.GRADIENT)
                    && settings.predictor().capabilities().contains(PredictorCapability.LEARNS_GRADIENTS);
            this.term = settings.knownPart().applies(differentiated) ? KnownTerm.of(run) : null;
        }

        void run() {
            try (Phase phase = run.phase("searching", run.budgetLeft().orElse(-1), "evaluations")) {
                for (Candidates batch : kept.earlier()) {
                    phase.skip(evaluate(batch));
                    passed(batch);
                }
                phase.skip(learnTold());
                if (iteration == 0) {
                    phase.advance(begin());
                }
                String why = "it was asked for " + Count.of(settings.iterations(), "iteration") + " only";
                while (iteration <= settings.iterations() && run.budgetLeft().orElse(1) > 0) {
                    long spent = iterate();
                    if (spent == 0) {
                        why = "all that it can find from the designs known is evaluated";
                        break;
                    }
                    phase.advance(spent);
                }
                kept.keep();
                run.done(why);
            } catch (CancellationException e) {
                kept.keep();
                throw e;
            }
            keepPredictor();
        }

        /** What people have told is of no iteration unless it was asked for. */
        private void passed(Candidates batch) {
            if (!batch.source().equals(Candidates.TOLD)) {
                iteration = Math.max(iteration, batch.iteration() + 1);
            }
        }

        /**
         * Takes in what people have told and is new here, be it only a part of what was asked for, or what nobody asked for; all of
         * the first designs are waited for. Returns the number of evaluations.
         */
        private long learnTold() {
            long spent = 0;
            for (Candidates told : run.told()) {
                int[] fresh = IntStream.range(0, told.designs().size())
                        .filter(i -> !beginnings.known().contains(told.designs(), i))
                        .toArray();
                boolean first = told.iteration() == 0 && told.source().equals(Candidates.SAMPLE);
                if (fresh.length > 0 && !first) {
                    Candidates batch = Candidates.of(told.designs().select(fresh), told.source(), told.iteration());
                    spent += evaluate(
                            told.predicted() == null
                                    ? batch
                                    : batch.withPredictions(Arrays.stream(fresh)
                                            .mapToDouble(i -> told.predicted()[i])
                                            .toArray()));
                    passed(batch);
                }
            }
            return spent;
        }

        private long begin() {
            DesignBatch drawn = drawn(settings.samples(), 0);
            return evaluate(Candidates.of(run.samples(drawn, Integer.MAX_VALUE), Candidates.SAMPLE, iteration++));
        }

        private DesignBatch drawn(int count, int index) {
            return new Feasibility(run.problem())
                    .drawn(settings.sampler(), count, run.random().stream("samples", index), run);
        }

        /** Returns the number of evaluations. */
        private long iterate() {
            if (beginnings.anewNext()) {
                run.event("Nothing better was found any more; the search begins anew.");
                Candidates fresh = random(most(settings.samples()));
                iteration++;
                return evaluate(fresh);
            }
            beginnings.joinIfDue();
            int most = most(Math.max(settings.evaluated(), (int)
                    (settings.evaluatedShare() * beginnings.learned().size())));
            Responses responses = responses();
            Candidates chosen = responses.varied()
                    ? new FrugalIteration(settings, run, beginnings, responses, iteration).designs(most)
                    : null;
            if (chosen == null || chosen.designs().size() == 0) {
                chosen = random(most);
            }
            iteration++;
            return evaluate(chosen);
        }

        private int most(int wanted) {
            return (int) Math.min(wanted, run.budgetLeft().orElse(wanted));
        }

        /**
         * What there is to learn in this iteration. Of several objectives every other iteration is for one alone, in turn, and all others for
         * compromises of weights drawn anew.
         */
        private Responses responses() {
            int objectives = run.problem().objectives().size();
            double[] weights = new double[objectives];
            if (objectives == 1 || iteration % 2 == 1) {
                weights[iteration / 2 % objectives] = 1;
                return new Responses(run.problem(), beginnings.learned(), term, weights);
            }
            RandomGenerator random = run.random().stream("weights", iteration);
            // Exponential numbers over their sum are spread evenly over all weights that sum up to 1.
            Arrays.setAll(weights, objective -> -StrictMath.log(1 - random.nextDouble()));
            double sum = Arrays.stream(weights).sum();
            Arrays.setAll(weights, objective -> weights[objective] / sum);
            return new Responses(run.problem(), beginnings.learned(), weights);
        }

        /** Random designs where there is nothing to learn from, or nothing new to be found by what was learned. */
        private Candidates random(int wanted) {
            DesignBatch drawn = DistinctDesigns.of(drawn(wanted, iteration)).designs();
            int[] unknown = IntStream.range(0, drawn.size())
                    .filter(i -> !beginnings.known().contains(drawn, i))
                    .toArray();
            return Candidates.of(drawn.select(unknown), Candidates.SAMPLE, iteration);
        }

        private long evaluate(Candidates batch) {
            long before = run.evaluations();
            Evaluations results;
            try (Phase phase = run.phase("evaluating designs", batch.designs().size(), "designs")) {
                results = differentiated ? run.evaluateWithGradients(batch) : run.evaluate(batch);
                phase.advance(batch.designs().size());
            }
            beginnings.add(batch, results);
            if (batch.predicted() != null) {
                run.metric(
                        "inverse MAE",
                        batch.iteration(),
                        0,
                        Fit.of(batch.predicted(), measured(results)).mae());
            }
            // Last, for what is kept is not done again.
            kept.add(batch);
            return run.evaluations() - before;
        }

        private static double[] measured(Evaluations results) {
            return IntStream.range(0, results.size())
                    .mapToDouble(i -> results.measured(i, 0))
                    .toArray();
        }

        /** What all designs teach of the values as they are, for those who want to go on with it. */
        private void keepPredictor() {
            // What was learned of coded designs is of no use to those who know only how designs look.
            if (responses().varied() && Coding.plain(run.problem())) {
                Responses values = Responses.ofValues(run.problem(), beginnings.known());
                new FrugalIteration(settings, run, beginnings, values, iteration).train();
                run.write(
                        Artefact.of(Artefact.PREDICTOR, "predictor-" + iteration + ".zip", iteration),
                        settings.predictor()::save);
            }
        }
    }

    /** Makes the optimiser from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new FrugalGidn(FrugalSettings.of(settings));
        }
    }
}
