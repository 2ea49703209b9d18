// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Fit;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Generative inverse design networks: draw designs and evaluate them, train a predictor, run the designer from many starts,
 * evaluate what it found; in active learning add that to the training set and begin again (Chen and Gu 2020).
 *
 * @since 1.0
 */
public final class Gidn implements Optimiser {
    /** Restarts lie around so many of the best designs, of which no two differ by one swap only. */
    private static final int CENTRES = 200;

    /** No more starts than this are made for each evaluation that is left, since the best of what they find is evaluated alone. */
    private static final int STARTS_PER_EVALUATION = 100;

    /** So many designs found are mended with chance from one stream. */
    private static final int DECODED_TOGETHER = 1000;

    private final GidnSettings settings;

    public Gidn(GidnSettings settings) {
        this.settings = settings;
    }

    @Override
    public void check(Problem problem) {
        DesignSpace space = problem.space();
        if (space.discrete() && space.count().compareTo(BigInteger.valueOf(settings.samples())) < 0) {
            throw new InvalidInputException("Setting 'samples' is " + settings.samples() + ", but the problem has only "
                    + space.count() + " designs; try exhaustive search.");
        }
        int steps = settings.descent().steps();
        if (settings.moments() > steps) {
            throw new InvalidInputException(
                    "Setting 'moments' is " + settings.moments() + ", but the designer takes only " + steps
                            + " steps; set moments to at most that, or take more steps.");
        }
        if (settings.polished() > 0) {
            checkSwaps(problem);
        }
    }

    private void checkSwaps(Problem problem) {
        String asked = "Setting 'polished' is " + settings.polished() + ", which needs ";
        if (problem.demands().isEmpty() && !problem.capabilities().contains(Capability.SWAPS)) {
            throw new InvalidInputException(asked + Capability.SWAPS + ", which the evaluator of '"
                    + problem.objective().name() + "' does not offer; set it to 0, or use an evaluator with them, such"
                    + " as org.gidn.fem.crackToughness.");
        }
        if (problem.space().zeros().isEmpty()) {
            throw new InvalidInputException(
                    asked + "a fixed number of zeros, but the problem allows any; set it to 0, or"
                            + " give the problem a volumeFraction.");
        }
    }

    @Override
    public void optimise(RunContext run) {
        Stall stall =
                new Stall(settings.stallIterations(), run.problem().objective().goal());
        TrainingPool pool = null;
        for (int iteration = 0; iteration < settings.iterations(); iteration++) {
            boolean fresh = pool == null;
            if (fresh) {
                pool = begin(run, iteration);
            }
            if (run.budgetLeft().orElse(1) == 0) {
                throw BudgetSpentException.of(run, "");
            }
            train(run, pool, iteration);
            Candidates inverse = design(run, pool, fresh, iteration);
            Finds found = new Finds(inverse.designs(), run.evaluate(inverse).values(0));
            report(run, "inverse", iteration, Fit.of(inverse.predicted(), found.values()));
            if (settings.polished() > 0) {
                found = Finds.join(List.of(found, polish(run, found, iteration)));
            }
            if (stall.reachedWith(found)) {
                pool = null;
            } else if (iteration + 1 < settings.iterations()) {
                extend(run, pool, found, iteration + 1);
            }
        }
        run.done("it was asked for " + Count.of(settings.iterations(), "iteration") + " only");
    }

    /** Draws and evaluates random designs to learn from. */
    private TrainingPool begin(RunContext run, int iteration) {
        DesignBatch samples = draw(run, settings.samples(), iteration);
        Finds finds = new Finds(
                samples,
                run.evaluate(Candidates.of(samples, Candidates.SAMPLE, iteration))
                        .values(0));
        return new TrainingPool(finds, Coding.even(run.problem()));
    }

    /** Random designs to learn from, fewer than wanted where the budget would not suffice for what the designer finds. */
    private DesignBatch draw(RunContext run, int wanted, int iteration) {
        return run.samples(
                new Feasibility(run.problem())
                        .drawn(settings.sampler(), wanted, run.random().stream("samples", iteration), run),
                (long) settings.starts() * settings.moments());
    }

    /** Trains the predictor, or reads it if an earlier life of this run has trained it. */
    private void train(RunContext run, TrainingPool pool, int iteration) {
        Predictor predictor = settings.predictor();
        // What was learned of coded designs is of no use to those who know only how designs look.
        String kind = pool.coding().plain() ? Artefact.PREDICTOR : Artefact.STATE;
        Artefact trained = Artefact.of(kind, "predictor-" + iteration + ".zip", iteration);
        Optional<Path> kept = run.file(trained);
        if (kept.isPresent()) {
            predictor.restore(kept.get());
        } else {
            try (EpochListener listener = new EpochListener(run, iteration)) {
                predictor.train(pool.data(), run.training(run.random().child("predictor", iteration), listener));
            }
            run.write(trained, predictor::save);
        }
    }

    /** Runs the designer and merges equal designs; the best predictions come first, in case the budget ends. */
    private Candidates design(RunContext run, TrainingPool pool, boolean fresh, int iteration) {
        Coding coding = pool.coding();
        Designer designer = new Designer(coding.problem(), settings.descent());
        RandomStreams random = run.random().child("designer", iteration);
        if (settings.recordedPaths() > 0) {
            Artefact paths = Artefact.of(Artefact.PATHS, "paths-" + iteration + ".csv", iteration);
            run.once(paths, file -> {
                float[][][] ways =
                        designer.paths(settings.predictor(), settings.recordedPaths(), random, run.workers());
                Stream.of(ways).flatMap(Stream::of).forEach(coding::uncode);
                new DescentPaths(ways).write(file);
            });
        }
        DesignBatch designs;
        Starts starts = starts(run, pool, fresh, random);
        try (Phase phase = run.phase("running the designer", starts.count(), "starts")) {
            designs = designer.design(
                    settings.predictor(),
                    starts,
                    settings.moments(),
                    run.workers(),
                    phase,
                    new KeptTiles(run, iteration));
        }
        DistinctDesigns distinct = DistinctDesigns.of(decoded(run, coding, designs, random));
        if (distinct.designs().size() == 0) {
            throw new InvalidInputException("None of the " + Count.of(designs.size(), "design")
                    + " that the designer found could be mended, for designs must "
                    + run.problem().rules().stream().map(DesignRule::demand).collect(Collectors.joining(" and "))
                    + "; loosen what designs must keep to, or take more starts.");
        }
        double[] predicted = settings.predictor()
                .predict(coding.encode(distinct.designs()), run.workers())
                .mean(0);
        int[] indices = Statistics.ranking(predicted, run.problem().objective().goal() == Goal.MAXIMISE);
        return new Candidates(
                distinct.designs().select(indices),
                Candidates.INVERSE,
                iteration,
                Arrays.stream(indices).mapToDouble(i -> predicted[i]).toArray(),
                Arrays.stream(indices).map(i -> distinct.counts()[i]).toArray());
    }

    /** The designs that keep to all limits and rules nearest to those found, part by part. */
    private static DesignBatch decoded(RunContext run, Coding coding, DesignBatch found, RandomStreams random) {
        if (coding.plain()) {
            return found;
        }
        DesignBatch[] parts = new DesignBatch[(found.size() + DECODED_TOGETHER - 1) / DECODED_TOGETHER];
        run.workers().forEach(parts.length, i -> {
            int from = i * DECODED_TOGETHER;
            DesignBatch part = found.slice(from, Math.min(found.size(), from + DECODED_TOGETHER));
            parts[i] = coding.decode(part, random.stream("mended", i));
        });
        return DesignBatch.join(List.of(parts));
    }

    /** Some starts lie around the best designs known once there are any but random ones. */
    private Starts starts(RunContext run, TrainingPool pool, boolean fresh, RandomStreams random) {
        int count = count(run);
        int around = fresh ? 0 : (int) Math.round(settings.restarts() * count);
        if (around == 0) {
            int inputs = pool.coding().problem().space().variables();
            return GaussianStarts.free(settings.descent(), random, count, inputs);
        }
        DesignBatch centres = pool.best(CENTRES, run.problem().objective().goal());
        return new GaussianStarts(
                settings.descent(), random, count - around, around, centres, settings.restartDeviation());
    }

    /** How many starts there are: fewer than wanted where the budget suffices for few of what they find. */
    private int count(RunContext run) {
        long left = run.budgetLeft().orElse(Long.MAX_VALUE);
        if (left >= settings.starts() / STARTS_PER_EVALUATION) {
            return settings.starts();
        }
        int count = (int) (left * STARTS_PER_EVALUATION);
        run.event("The designer makes " + Count.of(count) + " of " + Count.of(settings.starts(), "start")
                + ", for only " + Count.of(left, "evaluation is", "evaluations are") + " left of the budget.");
        return count;
    }

    /** Improves the best finds by swaps. */
    private Finds polish(RunContext run, Finds found, int iteration) {
        int[] chosen = Selection.DISTINCT.of(found, run.problem().objective().goal(), settings.polished());
        return new Polishing(run, iteration).climb(found.select(chosen));
    }

    private void extend(RunContext run, TrainingPool pool, Finds found, int iteration) {
        if (settings.active()) {
            Finds compared = new Finds(pool.coding().compared(found.designs()), found.values());
            int[] chosen =
                    settings.selection().of(compared, run.problem().objective().goal(), settings.added());
            pool.add(found.select(chosen));
        } else {
            DesignBatch more = draw(run, settings.added(), iteration);
            pool.add(new Finds(
                    more,
                    run.evaluate(Candidates.of(more, Candidates.SAMPLE, iteration))
                            .values(0)));
        }
    }

    private static void report(RunContext run, String what, int iteration, Fit fit) {
        run.metric(what + " MSE", iteration, 0, fit.mse());
        run.metric(what + " MAE", iteration, 0, fit.mae());
        run.metric(what + " R²", iteration, 0, fit.r2());
        run.metric(what + " Spearman", iteration, 0, fit.spearman());
    }

    /** Stores and shows the losses of every epoch. */
    private static final class EpochListener implements Training.Listener, AutoCloseable {
        /** So many points of a fit are kept for pictures. */
        private static final int MOST_POINTS = 10_000;

        private final RunContext run;
        private final int iteration;
        private Phase phase;

        EpochListener(RunContext run, int iteration) {
            this.run = run;
            this.iteration = iteration;
        }

        @Override
        public void epoch(int epoch, int epochs, double trainingLoss, double testLoss) {
            if (phase == null) {
                phase = run.phase("training the predictor", epochs, "epochs");
            }
            phase.advance(1);
            run.metric("training loss", iteration, epoch, trainingLoss);
            if (Double.isNaN(testLoss)) {
                phase.note(String.format(Locale.ROOT, "loss %.4g", trainingLoss));
            } else {
                run.metric("test loss", iteration, epoch, testLoss);
                phase.note(String.format(Locale.ROOT, "loss %.4g, test loss %.4g", trainingLoss, testLoss));
            }
        }

        @Override
        public void fitted(String part, Predictions predicted, TrainingData actual) {
            double[] values = actual.values(0);
            report(run, part, iteration, Fit.of(predicted.mean(0), values));
            String kind = part.equals("test") ? Artefact.TEST_FIT : Artefact.TRAINING_FIT;
            Artefact fit = Artefact.of(kind, "fit-" + part + "-" + iteration + ".csv", iteration);
            run.once(fit, file -> points(file, predicted, values));
        }

        private static void points(Path file, Predictions predicted, double[] actual) throws IOException {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(predicted.hasSpread() ? "actual,predicted,spread\n" : "actual,predicted\n");
                for (int i = 0; i < Math.min(MOST_POINTS, actual.length); i++) {
                    out.write(actual[i] + "," + predicted.mean(0)[i]);
                    out.write(predicted.hasSpread() ? "," + predicted.spread(0)[i] + "\n" : "\n");
                }
            }
        }

        @Override
        public void close() {
            if (phase != null) {
                phase.close();
            }
        }
    }

    /** Makes the optimiser from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new Gidn(GidnSettings.of(settings));
        }
    }
}
