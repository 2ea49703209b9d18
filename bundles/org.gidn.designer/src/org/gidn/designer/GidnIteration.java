// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.statistics.Fit;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/** One iteration of GIDN: a predictor is trained, the designer runs on it, and what it finds is evaluated and improved. */
final class GidnIteration {
    /** Restarts lie around so many of the best designs, of which no two differ by one swap only. */
    private static final int CENTRES = 200;

    /** No more starts than this are made for each evaluation that is left, since the best of what they find is evaluated alone. */
    private static final int STARTS_PER_EVALUATION = 100;

    /** So many designs found are mended with chance from one stream. */
    private static final int DECODED_TOGETHER = 1000;

    private final GidnSettings settings;
    private final RunContext run;
    private final int number;
    private final Goal goal;

    GidnIteration(GidnSettings settings, RunContext run, int number) {
        this.settings = settings;
        this.run = run;
        this.number = number;
        this.goal = run.problem().objective().goal();
    }

    /** Draws and evaluates random designs to learn from. */
    TrainingPool begin() {
        DesignBatch samples = draw(settings.samples());
        Finds finds = new Finds(
                samples,
                run.evaluate(Candidates.of(samples, Candidates.SAMPLE, number)).values(0));
        return new TrainingPool(finds, Coding.even(run.problem()));
    }

    /** Random designs to learn from, fewer than wanted where the budget would not suffice for what the designer finds. */
    private DesignBatch draw(int wanted) {
        return run.samples(
                new Feasibility(run.problem())
                        .drawn(settings.sampler(), wanted, run.random().stream("samples", number), run),
                (long) settings.starts() * settings.moments());
    }

    /**
     * Learns, lets the designer run, and evaluates what it finds.
     *
     * @param fresh whether all that there is to learn from is random
     */
    Finds find(TrainingPool pool, boolean fresh) {
        if (run.budgetLeft().orElse(1) == 0) {
            throw BudgetSpentException.of(run, "");
        }
        train(pool);
        Candidates inverse = design(pool, fresh);
        Finds found = new Finds(inverse.designs(), run.evaluate(inverse).values(0));
        LearningCurve.report(run, "inverse", number, Fit.of(inverse.predicted(), found.values()));
        return settings.polished() == 0 ? found : Finds.join(List.of(found, polish(found)));
    }

    /** Trains the predictor, or reads it if an earlier life of this run has trained it. */
    private void train(TrainingPool pool) {
        Predictor predictor = settings.predictor();
        // What was learned of coded designs is of no use to those who know only how designs look.
        String kind = pool.coding().plain() ? Artefact.PREDICTOR : Artefact.STATE;
        Artefact trained = Artefact.of(kind, "predictor-" + number + ".zip", number);
        Optional<Path> kept = run.file(trained);
        if (kept.isPresent()) {
            predictor.restore(kept.get());
        } else {
            try (LearningCurve curve = new LearningCurve(run, number)) {
                predictor.train(pool.data(), run.training(run.random().child("predictor", number), curve));
            }
            run.write(trained, predictor::save);
        }
    }

    /** Runs the designer and merges equal designs; the best predictions come first, in case the budget ends. */
    private Candidates design(TrainingPool pool, boolean fresh) {
        Coding coding = pool.coding();
        Designer designer = new Designer(coding.problem(), settings.descent());
        RandomStreams random = run.random().child("designer", number);
        if (settings.recordedPaths() > 0) {
            Artefact paths = Artefact.of(Artefact.PATHS, "paths-" + number + ".csv", number);
            run.once(paths, file -> {
                float[][][] ways =
                        designer.paths(settings.predictor(), settings.recordedPaths(), random, run.workers());
                Stream.of(ways).flatMap(Stream::of).forEach(coding::uncode);
                new DescentPaths(ways).write(file);
            });
        }
        DesignBatch designs;
        Starts starts = starts(pool, fresh, random);
        try (Phase phase = run.phase("running the designer", starts.count(), "starts")) {
            designs = designer.design(
                    settings.predictor(), starts, settings.moments(), run.workers(), phase, new KeptTiles(run, number));
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
        int[] indices = Statistics.ranking(predicted, goal == Goal.MAXIMISE);
        return new Candidates(
                distinct.designs().select(indices),
                Candidates.INVERSE,
                number,
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
    private Starts starts(TrainingPool pool, boolean fresh, RandomStreams random) {
        int count = count();
        int around = fresh ? 0 : (int) Math.round(settings.restarts() * count);
        if (around == 0) {
            int inputs = pool.coding().problem().space().variables();
            return GaussianStarts.free(settings.descent(), random, count, inputs);
        }
        DesignBatch centres = pool.best(CENTRES, goal);
        return new GaussianStarts(
                settings.descent(), random, count - around, around, centres, settings.restartDeviation());
    }

    /** How many starts there are: fewer than wanted where the budget suffices for few of what they find. */
    private int count() {
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
    private Finds polish(Finds found) {
        int[] chosen = Selection.DISTINCT.of(found, goal, settings.polished());
        return new Polishing(run, number).climb(found.select(chosen));
    }

    /** Adds to what there is to learn from: of what was found last, or random designs. */
    void extend(TrainingPool pool, Finds found) {
        if (settings.active()) {
            Finds compared = new Finds(pool.coding().compared(found.designs()), found.values());
            int[] chosen = settings.selection().of(compared, goal, settings.added());
            pool.add(found.select(chosen));
        } else {
            DesignBatch more = draw(settings.added());
            pool.add(new Finds(
                    more,
                    run.evaluate(Candidates.of(more, Candidates.SAMPLE, number)).values(0)));
        }
    }
}
