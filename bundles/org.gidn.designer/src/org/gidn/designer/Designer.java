package org.gidn.designer;

import java.util.random.RandomGenerator;
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
 */
public final class Designer {
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
        Results results = new Results(problem.space(), starts);
        int tile = capacity(predictor);
        workers.forEach((starts + tile - 1) / tile, index -> {
            try (InputGradient gradient = predictor.inputGradient()) {
                int from = index * tile;
                int count = Math.min(tile, starts - from);
                float[] positions = starts(from, count, random);
                new Descent(settings, problem, gradient)
                        .run(positions, count, workers.cancellation(), (step, moved) -> {});
                results.put(from, count, positions);
                progress.advance(count);
            }
        });
        return results.batch();
    }

    /** The ways of the first starts of {@link #design}, {@code [start][step][variable]}; step 0 is the start itself. */
    public float[][][] paths(Predictor predictor, int starts, RandomStreams random, Workers workers) {
        int variables = problem.space().variables();
        float[][][] paths = new float[starts][settings.steps() + 1][variables];
        int tile = capacity(predictor);
        workers.forEach((starts + tile - 1) / tile, index -> {
            try (InputGradient gradient = predictor.inputGradient()) {
                int from = index * tile;
                int count = Math.min(tile, starts - from);
                new Descent(settings, problem, gradient)
                        .run(starts(from, count, random), count, workers.cancellation(), (step, moved) -> {
                            for (int i = 0; i < count; i++) {
                                System.arraycopy(moved, i * variables, paths[from + i][step], 0, variables);
                            }
                        });
            }
        });
        return paths;
    }

    private static int capacity(Predictor predictor) {
        try (InputGradient gradient = predictor.inputGradient()) {
            return gradient.capacity();
        }
    }

    /** Draws starts, each from a stream of its own, so that it depends on nothing but its number. */
    private float[] starts(int from, int count, RandomStreams random) {
        int variables = problem.space().variables();
        float[] positions = new float[count * variables];
        for (int i = 0; i < count; i++) {
            RandomGenerator gaussian = random.stream("start", from + i);
            for (int j = 0; j < variables; j++) {
                positions[i * variables + j] =
                        (float) (settings.startMean() + settings.startDeviation() * gaussian.nextGaussian());
            }
        }
        return positions;
    }

    /** Final designs, written from any thread to their place. */
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
