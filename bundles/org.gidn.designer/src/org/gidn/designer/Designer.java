// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.execution.Workers;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Phase;
import org.gidn.core.run.RandomStreams;

/**
 * The designer: from many Gaussian starts down the gradient of a trained predictor. Starts are streamed through the threads
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

    private final Problem problem;
    private final DescentSettings settings;

    public Designer(Problem problem, DescentSettings settings) {
        this.problem = problem;
        this.settings = settings;
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
        return design(predictor, free(starts, random), 1, workers, progress);
    }

    /**
     * Runs the designer and takes the designs at several moments of the way, evenly spaced, the last at its end.
     *
     * @param moments how many, at most the number of steps
     * @return the designs of the first moment in the order of the starts, then those of the second, and so on
     */
    DesignBatch design(Predictor predictor, Starts starts, int moments, Workers workers, Phase progress) {
        Results results = new Results(problem.space(), Math.multiplyExact(moments, starts.count()));
        forEachTile(predictor, starts.count(), workers, (gradient, from, count) -> {
            new Descent(settings, problem, gradient)
                    .run(starts.draw(from, count), count, workers.cancellation(), (step, moved) -> {
                        int moment = moment(step, moments);
                        if (moment >= 0) {
                            results.put(moment * starts.count() + from, count, moved);
                        }
                    });
            progress.advance(count);
        });
        return results.batch();
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
        forEachTile(predictor, starts, workers, (gradient, from, count) -> new Descent(settings, problem, gradient)
                .run(drawn.draw(from, count), count, workers.cancellation(), (step, moved) -> {
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(moved, i * variables, paths[from + i][step], 0, variables);
                    }
                }));
        return paths;
    }

    private Starts free(int count, RandomStreams random) {
        return Starts.free(settings, random, count, problem.space().variables());
    }

    /** Something done with some starts after one another. */
    private interface TileWork {
        void run(InputGradient gradient, int from, int count);
    }

    /** Cuts the starts into tiles, whose size depends on the number of starts alone, and spreads them over the threads. */
    private static void forEachTile(Predictor predictor, int starts, Workers workers, TileWork work) {
        int least = Math.max(SMALL_TILE, partsOf(starts, LEAST_TILES));
        int tile = Math.min(capacity(predictor), partsOf(least, TOGETHER) * TOGETHER);
        workers.forEach(partsOf(starts, tile), index -> {
            int from = index * tile;
            try (InputGradient gradient = predictor.inputGradient()) {
                work.run(gradient, from, Math.min(tile, starts - from));
            }
        });
    }

    private static int partsOf(int starts, int most) {
        return (int) (((long) starts + most - 1) / most);
    }

    private static int capacity(Predictor predictor) {
        try (InputGradient gradient = predictor.inputGradient()) {
            return gradient.capacity();
        }
    }

    /** Designs taken, written from any thread to their place. */
    private static final class Results {
        private final DesignSpace space;
        private final long[] bits;
        private final double[] values;

        Results(DesignSpace space, int starts) {
            this.space = space;
            boolean binary = space.kind() == DesignSpace.Kind.BINARY;
            bits = binary ? new long[Math.multiplyExact(starts, DesignBatch.words(space.variables()))] : null;
            values = binary ? null : new double[Math.multiplyExact(starts, space.variables())];
        }

        void put(int from, int count, float[] positions) {
            int variables = space.variables();
            if (values != null) {
                for (int i = 0; i < count * variables; i++) {
                    int j = i % variables;
                    values[from * variables + i] = Math.max(space.lower(j), Math.min(space.upper(j), positions[i]));
                }
                return;
            }
            Binarisation binarisation = new Binarisation(space);
            int words = DesignBatch.words(variables);
            for (int i = 0; i < count; i++) {
                binarisation.binarise(positions, i * variables, bits, (from + i) * words);
            }
        }

        DesignBatch batch() {
            return values != null
                    ? DesignBatch.ofValues(space.variables(), values)
                    : DesignBatch.ofBits(space.variables(), bits);
        }
    }
}
