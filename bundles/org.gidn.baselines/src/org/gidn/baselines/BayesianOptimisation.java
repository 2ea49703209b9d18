// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.baselines.internal.KnownValues;
import org.gidn.baselines.internal.PromisingDesigns;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;
import org.gidn.core.problem.ProblemRequirements;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Checkpoint;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Bayesian optimisation (Močkus 1974): a predictor that says how sure it is, usually a Gaussian process, learns all designs
 * evaluated, and the one of the greatest expected improvement is evaluated next. That design is looked for by climbs over small
 * changes, from the best designs known and from random ones, so that it serves binary, categorical, whole and continuous
 * variables alike, under all constraints.
 *
 * @since 1.0
 */
public final class BayesianOptimisation implements Optimiser {
    /** Numbers that are kept beside those of a design. */
    private static final int HEAD = 2;

    private final Options options;

    /**
     * The settings of the method, as {@code plugin.xml} declares them.
     *
     * @param samples random designs evaluated to begin with
     * @param sampler how they are drawn
     * @param predictor what learns; needs a spread
     * @param iterations most rounds of learning and evaluating
     * @param evaluated designs evaluated in a round
     * @param learned most designs that it learns from, the best ones
     * @param starts climbs in a round, half of them from the best designs known
     * @param neighbours looked at in each step of a climb
     * @param steps most steps of a climb
     */
    public record Options(
            int samples,
            Sampler sampler,
            Predictor predictor,
            int iterations,
            int evaluated,
            int learned,
            int starts,
            int neighbours,
            int steps) {}

    public BayesianOptimisation(Options options) {
        this.options = options;
    }

    @Override
    public void check(Problem problem) {
        new ProblemRequirements(problem, "Bayesian optimisation").samples(options.samples());
        if (!options.predictor().capabilities().contains(PredictorCapability.SPREAD)) {
            throw new InvalidInputException("Bayesian optimisation needs a predictor with " + PredictorCapability.SPREAD
                    + ", which this one does not have with its settings; use org.gidn.predictor.gaussianProcess or"
                    + " org.gidn.predictor.ensemble.");
        }
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
        private final DesignSpace space;
        private final Relaxation relaxation;
        private final KnownValues known;
        private final Checkpoint checkpoint;
        /** All that was evaluated, as {@link Checkpoint} keeps it: its iteration, 1 if it was drawn, and its variables. */
        private final List<double[]> kept = new ArrayList<>();

        private int iteration;

        Search(RunContext run) {
            this.run = run;
            this.space = run.problem().space();
            this.relaxation = new Relaxation(space);
            this.known =
                    new KnownValues(space.variables(), run.problem().objective().goal());
            this.checkpoint = new Checkpoint(run, "bayesian");
        }

        void run() {
            String why = "it was asked for " + Count.of(options.iterations(), "iteration") + " only";
            try (Phase phase = run.phase("searching", run.budgetLeft().orElse(-1), "evaluations")) {
                checkpoint.restore().ifPresent(this::restore);
                learnTold();
                phase.skip(run.evaluations());
                if (iteration == 0) {
                    DesignBatch drawn = run.samples(drawn(options.samples()), Integer.MAX_VALUE);
                    phase.advance(evaluate(Candidates.of(drawn, Candidates.SAMPLE, 0)));
                }
                while (iteration <= options.iterations() && run.budgetLeft().orElse(1) > 0) {
                    long spent = iterate();
                    if (spent == 0) {
                        why = "all that it can find from the designs known is evaluated";
                        break;
                    }
                    phase.advance(spent);
                }
            }
            run.done(why);
        }

        /**
         * Takes in what people have told, be it only a part of what was asked for, or what nobody asked for; all of the first
         * designs are waited for.
         */
        private void learnTold() {
            for (Candidates told : run.told()) {
                if (!told.source().equals(Candidates.SAMPLE)) {
                    known.add(told.designs(), run.evaluate(told).values(0));
                }
                if (told.source().equals(Candidates.INVERSE)) {
                    iteration = Math.max(iteration, told.iteration() + 1);
                }
            }
        }

        private DesignBatch drawn(int count) {
            return new Feasibility(run.problem())
                    .drawn(options.sampler(), count, run.random().stream("samples", iteration), run);
        }

        /** Returns the number of evaluations. */
        private long iterate() {
            int most = (int) Math.min(options.evaluated(), run.budgetLeft().orElse(options.evaluated()));
            Candidates chosen = known.varied() ? promising(most) : null;
            if (chosen == null || chosen.designs().size() == 0) {
                DesignBatch drawn = drawn(most);
                chosen = Candidates.of(drawn.select(known.unknown(drawn)), Candidates.SAMPLE, iteration);
            }
            return evaluate(chosen);
        }

        private long evaluate(Candidates batch) {
            long before = run.evaluations();
            known.add(batch.designs(), run.evaluate(batch).values(0));
            for (int i = 0; i < batch.designs().size(); i++) {
                double[] row = new double[HEAD + space.variables()];
                row[0] = iteration;
                row[1] = batch.source().equals(Candidates.SAMPLE) ? 1 : 0;
                batch.designs().copy(i, row, HEAD);
                kept.add(row);
            }
            iteration++;
            checkpoint.offer(() -> kept.stream().flatMapToDouble(Arrays::stream).toArray());
            return run.evaluations() - before;
        }

        /** Goes through what was evaluated in an earlier life of the run, without looking for it again. */
        private void restore(double[] numbers) {
            int row = HEAD + space.variables();
            int at = 0;
            while (at < numbers.length) {
                int end = at + row;
                while (end < numbers.length && numbers[end] == numbers[at]) {
                    end += row;
                }
                DesignBuilder batch = new DesignBuilder(space, (end - at) / row);
                String source = numbers[at + 1] == 1 ? Candidates.SAMPLE : Candidates.INVERSE;
                iteration = (int) numbers[at];
                for (; at < end; at += row) {
                    batch.add(Arrays.copyOfRange(numbers, at + HEAD, at + row));
                }
                evaluate(Candidates.of(batch.batch(), source, iteration));
            }
        }

        /** The unknown designs of the greatest expected improvement, with predictions. */
        private Candidates promising(int wanted) {
            RandomStreams random = run.random().child("iteration", iteration);
            TrainingData best = known.best(options.learned());
            train(best, random);
            Acquisition improvement =
                    new Acquisition(Merit.weighted(1), Acquisition.Kind.EXPECTED_IMPROVEMENT, best.values(0)[0]);
            DesignBatch found = new PromisingDesigns(
                            run.problem(),
                            designs -> improvement.of(predict(designs)),
                            options.neighbours(),
                            options.steps())
                    .from(starts(best.designs()), random.stream("climbs"), run);
            int[] unknown = known.unknown(found);
            DesignBatch chosen = found.select(Arrays.copyOf(unknown, Math.min(wanted, unknown.length)));
            double[] scores = predict(chosen).mean(0);
            return Candidates.of(chosen, Candidates.INVERSE, iteration)
                    .withPredictions(Arrays.stream(scores).map(known::value).toArray());
        }

        private void train(TrainingData best, RandomStreams random) {
            try (Phase phase = run.phase("training the predictor", -1, "epochs")) {
                Training.Listener listener = (epoch, epochs, loss, test) -> phase.advance(1);
                options.predictor()
                        .train(
                                new TrainingData(coded(best.designs()), best.values(0)),
                                run.training(random.child("predictor", 0), listener));
            }
        }

        /** Half of the starts are the best designs known, the others random. */
        private DesignBatch starts(DesignBatch best) {
            DesignBatch elites = best.slice(0, Math.min((options.starts() + 1) / 2, best.size()));
            return DesignBatch.join(List.of(elites, drawn(Math.max(1, options.starts() - elites.size()))));
        }

        private Predictions predict(DesignBatch designs) {
            return options.predictor().predict(coded(designs), run.workers());
        }

        /** What the predictor learns: each of three or more levels has an input of its own. */
        private DesignBatch coded(DesignBatch designs) {
            if (relaxation.identity()) {
                return designs;
            }
            double[] inputs = new double[designs.size() * relaxation.inputs()];
            for (int i = 0; i < designs.size(); i++) {
                double[] one = relaxation.encode(designs.toArray(i));
                System.arraycopy(one, 0, inputs, i * one.length, one.length);
            }
            return DesignBatch.ofValues(relaxation.inputs(), inputs);
        }
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new BayesianOptimisation(new Options(
                    settings.integer("samples"),
                    settings.extension("sampler", Sampler.class),
                    settings.extension("predictor", Predictor.class),
                    settings.integer("iterations"),
                    settings.integer("evaluated"),
                    settings.integer("learned"),
                    settings.integer("starts"),
                    settings.integer("neighbours"),
                    settings.integer("steps")));
        }
    }
}
