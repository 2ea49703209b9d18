// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.random.RandomGenerator;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.work.Cancellation;

/**
 * Moves a tile of designs where the predictor has no gradients: each step tries a random move of every design and keeps it where the
 * score gets no smaller. Binary designs move by a swap or a flip, others by one variable, less and less far. Used by one thread.
 */
final class RandomWalk implements Way {
    /** Standard deviation of the first moves of a continuous variable, as a share of its range ... */
    private static final double FIRST_MOVE = 0.25;
    /** ... and by how much they have become smaller in the end. */
    private static final double LAST_SHARE = 0.01;

    private final int steps;
    private final DesignSpace space;
    private final Scores predictor;
    private final Binarisation binarisation;

    /** What designs are worth. */
    interface Scores {
        double[] of(DesignBatch designs);
    }

    RandomWalk(int steps, DesignSpace space, Scores predictor) {
        this.steps = steps;
        this.space = space;
        this.predictor = predictor;
        binarisation = space.binary() ? new Binarisation(space) : null;
    }

    @Override
    public void run(Starts starts, int from, int count, Cancellation cancellation, Observer observer) {
        int variables = space.variables();
        float[] positions = starts.draw(from, count);
        observer.moved(0, positions);
        DesignBatch designs = allowed(positions, count);
        RandomGenerator[] random = new RandomGenerator[count];
        for (int i = 0; i < count; i++) {
            random[i] = starts.moves(from + i);
            designs.copy(i, positions, i * variables);
        }
        double[] scores = predictor.of(designs);
        for (int step = 1; step <= steps; step++) {
            cancellation.check();
            DesignBatch tried = moved(positions, count, random, step);
            double[] triedScores = predictor.of(tried);
            for (int i = 0; i < count; i++) {
                if (triedScores[i] >= scores[i]) {
                    tried.copy(i, positions, i * variables);
                    scores[i] = triedScores[i];
                }
            }
            observer.moved(step, positions);
        }
    }

    /** The designs of the space that are nearest to some positions. */
    private DesignBatch allowed(float[] positions, int count) {
        int variables = space.variables();
        if (binarisation == null) {
            double[] values = new double[count * variables];
            for (int i = 0; i < values.length; i++) {
                int j = i % variables;
                values[i] = Math.max(space.lower(j), Math.min(space.upper(j), positions[i]));
            }
            return DesignBatch.ofValues(variables, values);
        }
        return DesignBatch.ofBits(variables, bits(positions, count));
    }

    private long[] bits(float[] positions, int count) {
        int words = DesignBatch.words(space.variables());
        long[] bits = new long[count * words];
        for (int i = 0; i < count; i++) {
            binarisation.binarise(positions, i * space.variables(), bits, i * words);
        }
        return bits;
    }

    private DesignBatch moved(float[] positions, int count, RandomGenerator[] random, int step) {
        int variables = space.variables();
        if (binarisation == null) {
            float[] tried = positions.clone();
            double share = FIRST_MOVE * Math.pow(LAST_SHARE, (step - 1.0) / steps);
            for (int i = 0; i < count; i++) {
                int j = random[i].nextInt(variables);
                tried[i * variables + j] +=
                        (float) (share * (space.upper(j) - space.lower(j)) * random[i].nextGaussian());
            }
            return allowed(tried, count);
        }
        long[] bits = bits(positions, count);
        for (int i = 0; i < count; i++) {
            new SwapNeighbours(space, random[i]).move(bits, i * DesignBatch.words(variables));
        }
        return DesignBatch.ofBits(variables, bits);
    }
}
