// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.concurrent.CancellationException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/**
 * The designer: from many Gaussian starts down the gradient of a trained predictor, or by random moves that it promises something of
 * if it has no gradients. Starts are streamed through the threads
 * in tiles, so that only their final designs stay in memory: one bit a variable in binary spaces.
 *
 * @since 1.0
 */
public final class Designer {
    /** Few starts are cut into so many tiles, one for each of as many threads, ... */
    private static final int LEAST_TILES = 16;
    /** ... as long as a tile has so many starts: matrix products of smaller ones are slow. */
    private static final int SMALL_TILE = 240;
    /**
     * Tiles are cut at multiples of this. Matrix products take some rows together, by 48 or a divisor of it, and round by a
     * row's place among them; so a start ends in the same design, to the last bit, however many follow it. Only the last
     * few of all may be rounded otherwise.
     */
    private static final int TOGETHER = 48;
    /** The most starts of a tile where the predictor has no gradients. */
    private static final int MOVED_TOGETHER = 960;

    private final Problem problem;
    private final DescentSettings settings;
    private final Acquisition acquisition;

    /** A designer that follows the predicted value, to larger or smaller ones as the problem asks. */
    public Designer(Problem problem, DescentSettings settings) {
        this(
                problem,
                settings,
                new Acquisition(new double[] {problem.objective().goal().sign()}, 0));
    }

    /**
     * @param acquisition grows with how good a design is
     */
    public Designer(Problem problem, DescentSettings settings, Acquisition acquisition) {
        this.problem = problem;
        this.settings = settings;
        this.acquisition = acquisition;
    }

    /**
     * Runs the designer from {@code starts} starts.
     *
     * @param predictor trained for this problem's space
     * @param random where the starts are drawn from; start {@code i} is the same for any number of starts and threads
     * @param progress told of every start done
     * @return one design a start, in their order: made binary in a binary space, moved to the bounds in a continuous one
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public DesignBatch design(Predictor predictor, int starts, RandomStreams random, Workers workers, Phase progress) {
        return design(predictor, free(starts, random), 1, workers, progress, Keeper.NONE);
    }

    /** Keeps what has been found before all is. */
    interface Keeper {
        /** Keeps nothing. */
        Keeper NONE = new Keeper() {
            @Override
            public void restore(TileResults results) {}

            @Override
            public void offer(TileResults results) {}

            @Override
            public void keep(TileResults results) {}
        };

        /** Puts in what was kept before. */
        void restore(TileResults results);

        /** Keeps what has been found if that is worth while by now. Called by any thread. */
        void offer(TileResults results);

        /** Keeps what has been found. */
        void keep(TileResults results);
    }

    /**
     * Runs the designer and takes the designs at several moments of the way, evenly spaced, the last at its end.
     *
     * @param moments how many, at most the number of steps
     * @param progress told of every start done, and of those half done as their steps say
     * @param keeper of tiles that are done
     * @return the designs of the first moment in the order of the starts, then those of the second, and so on
     */
    DesignBatch design(
            Predictor predictor, Starts starts, int moments, Workers workers, Phase progress, Keeper keeper) {
        int tile = tile(predictor, starts.count());
        TileResults results = new TileResults(problem.space(), starts.count(), moments, tile);
        keeper.restore(results);
        long before = results.startsDone();
        progress.skip(before);
        try {
            forEachTile(predictor, starts.count(), tile, workers, (way, from, count) -> {
                if (results.isDone(from)) {
                    return;
                }
                way.run(starts, from, count, workers.cancellation(), (step, moved) -> {
                    int moment = moment(step, moments);
                    if (moment >= 0) {
                        results.put(moment, from, count, moved);
                    }
                    progress.advance(startsWorth(count, step) - startsWorth(count, step - 1));
                });
                results.done(from);
                keeper.offer(results);
            });
        } catch (CancellationException e) {
            keeper.keep(results);
            throw e;
        }
        if (before < starts.count()) {
            keeper.keep(results);
        }
        return results.batch();
    }

    /** As many steps of a tile are as much work as so many whole starts. */
    private long startsWorth(int count, int step) {
        return (long) count * Math.max(0, step) / settings.steps();
    }

    /** Which of the evenly spaced moments a step is; -1 for none. */
    private int moment(int step, int moments) {
        long done = (long) step * moments / settings.steps();
        boolean first = step > 0 && done > (step - 1L) * moments / settings.steps();
        return first ? (int) done - 1 : -1;
    }

    /** The ways of the first starts of {@link #design}, {@code [start][step][variable]}; step 0 is the start itself. */
    public float[][][] paths(Predictor predictor, int starts, RandomStreams random, Workers workers) {
        int variables = problem.space().variables();
        float[][][] paths = new float[starts][settings.steps() + 1][variables];
        Starts drawn = free(starts, random);
        forEachTile(
                predictor,
                starts,
                tile(predictor, starts),
                workers,
                (way, from, count) -> way.run(drawn, from, count, workers.cancellation(), (step, moved) -> {
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(moved, i * variables, paths[from + i][step], 0, variables);
                    }
                }));
        return paths;
    }

    private Starts free(int count, RandomStreams random) {
        return GaussianStarts.free(settings, random, count, problem.space().variables());
    }

    /** Something done with some starts after one another. */
    private interface TileWork {
        void run(Way way, int from, int count);
    }

    /** The starts of a tile, which depend on the number of starts alone. */
    private int tile(Predictor predictor, int starts) {
        int least = Math.max(SMALL_TILE, partsOf(starts, LEAST_TILES));
        return Math.min(capacity(predictor), partsOf(least, TOGETHER) * TOGETHER);
    }

    /** Cuts the starts into tiles and spreads them over the threads. */
    private void forEachTile(Predictor predictor, int starts, int tile, Workers workers, TileWork work) {
        workers.forEach(partsOf(starts, tile), index -> {
            int from = index * tile;
            int count = Math.min(tile, starts - from);
            if (!descends(predictor)) {
                Workers own = new Workers(1, workers.cancellation());
                work.run(
                        new RandomWalk(
                                settings.steps(),
                                problem.space(),
                                designs -> predictor.score(designs, acquisition, own)),
                        from,
                        count);
                return;
            }
            try (InputGradient gradient = predictor.inputGradient(acquisition)) {
                work.run(new Descent(settings, problem, gradient), from, count);
            }
        });
    }

    private static int partsOf(int starts, int most) {
        return (int) (((long) starts + most - 1) / most);
    }

    private static boolean descends(Predictor predictor) {
        return predictor.capabilities().contains(PredictorCapability.INPUT_GRADIENT);
    }

    private int capacity(Predictor predictor) {
        if (!descends(predictor)) {
            return MOVED_TOGETHER;
        }
        try (InputGradient gradient = predictor.inputGradient(acquisition)) {
            return gradient.capacity();
        }
    }
}
