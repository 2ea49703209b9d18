// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.predictor.Adam;
import org.gidn.core.predictor.Training;
import org.gidn.predictor.settings.MlpSettings;

/**
 * Trains by tiles: each thread takes a few hundred samples through the whole network and back while all that belongs to
 * them stays in its core's cache.
 *
 * <p>A batch is cut into chunks whose number depends on the batch alone. Each chunk sums its own gradient, and the chunks'
 * gradients are summed in their order, so that the result does not depend on the number of threads.
 */
final class TiledEngine implements Engine {
    /** The most samples of a tile: fewer cost matrix products their speed, more leave the cache. */
    static final int TILE = 768;
    /** A batch has a chunk for every so many samples, as long as these are not too many. */
    private static final int CHUNK = 128;
    /** The most chunks of a batch: as many threads can share the work on one network. */
    static final int CHUNKS = 16;
    /** Steps after which, where steps are counted, the loss is looked at and told. */
    private static final int ROUND = 10;
    /** Parameters that one thread updates at a time; they stay in its innermost cache. */
    private static final int RANGE = 1 << 12;

    @Override
    public void train(
            List<Network> members,
            int first,
            TrainingSet set,
            MlpSettings settings,
            Training training,
            Listener listener) {
        Blas.useOneThread();
        try (Session session = new Session(members, first, set, settings, training)) {
            session.run(listener);
        }
    }

    /** The number of chunks of a batch. */
    static int chunks(int batch) {
        return Math.min(CHUNKS, (batch + CHUNK - 1) / CHUNK);
    }

    /** One training from its first epoch to its last. */
    static final class Session implements AutoCloseable {
        private final List<Network> members;
        /** Which of the ensemble the first of them is. */
        private final int first;

        private final Architecture architecture;
        private final TrainingSet set;
        private final MlpSettings settings;
        private final Training training;
        private final int batchSize;
        private final int[] order;
        private final List<Adam> adams = new ArrayList<>();
        private final WeightDecay decay;
        private final List<NativeParameters> parameters = new ArrayList<>();
        private final List<Gradients> gradients = new ArrayList<>();
        private final TilePool tiles;
        private final TestLoss testLoss;
        private final double[] losses;
        private long step;

        Session(List<Network> members, int first, TrainingSet set, MlpSettings settings, Training training) {
            this.members = members;
            this.first = first;
            this.architecture = members.get(0).architecture();
            this.set = set;
            this.settings = settings;
            this.training = training;
            batchSize = Math.min(settings.batchSize(), set.trainingSize());
            order = set.training();
            losses = new double[members.size() * chunks(batchSize)];
            int capacity = Math.min(TILE, batchSize);
            tiles = new TilePool(architecture, capacity, settings.dropout() > 0, set.slopes() != null);
            decay = settings.weightDecay() > 0 ? new WeightDecay(architecture) : null;
            for (Network member : members) {
                adams.add(new Adam(member.parameters().length));
                parameters.add(NativeParameters.of(architecture, member.parameters()));
                gradients.add(new Gradients(architecture, chunks(batchSize)));
            }
            testLoss = new TestLoss(architecture, set);
        }

        void run(Listener listener) {
            Divergence divergence = new Divergence(settings, set);
            List<float[]> lastGood =
                    members.stream().map(m -> m.parameters().clone()).toList();
            boolean good = false;
            try {
                int epochs = settings.steps() > 0 ? (settings.steps() + ROUND - 1) / ROUND : settings.epochs();
                for (int epoch = 1; epoch <= epochs; epoch++) {
                    good = false;
                    double[] losses = settings.steps() > 0 ? round(epoch) : epoch(epoch);
                    double[] test = testLoss.of(parameters, training.workers());
                    for (int k = 0; k < losses.length; k++) {
                        divergence.check(epoch, losses[k], members.get(k).parameters());
                    }
                    for (int k = 0; k < lastGood.size(); k++) {
                        float[] kept = members.get(k).parameters();
                        System.arraycopy(kept, 0, lastGood.get(k), 0, kept.length);
                    }
                    good = true;
                    listener.epoch(epoch, epochs, losses, test);
                }
            } finally {
                for (int k = 0; k < lastGood.size() && !good; k++) {
                    float[] kept = lastGood.get(k);
                    System.arraycopy(kept, 0, members.get(k).parameters(), 0, kept.length);
                }
            }
        }

        /** Learns from every sample once; returns each member's mean loss of samples, each before its step. */
        double[] epoch(int epoch) {
            if (batchSize < order.length) {
                TrainingSet.shuffle(order, order.length, training.random().stream("order", epoch));
            }
            double[] sums = new double[members.size()];
            for (int from = 0; from < order.length; from += batchSize) {
                int size = Math.min(batchSize, order.length - from);
                step(from, size, settings.learningRate(epoch), sums);
            }
            return means(sums, order.length);
        }

        /**
         * Takes some of a given number of steps, each with as many examples, drawn so that one is drawn again only after all
         * others, but for a rest smaller than a batch. Returns each member's mean loss.
         */
        private double[] round(int round) {
            int batches = order.length / batchSize;
            int from = (round - 1) * ROUND;
            int to = Math.min(settings.steps(), round * ROUND);
            double[] sums = new double[members.size()];
            for (int i = from; i < to; i++) {
                if (i % batches == 0 && batchSize < order.length) {
                    TrainingSet.shuffle(order, order.length, training.random().stream("order", i / batches + 1L));
                }
                step(i % batches * batchSize, batchSize, settings.learningRate(i + 1), sums);
            }
            return means(sums, (double) (to - from) * batchSize);
        }

        private static double[] means(double[] sums, double count) {
            return Arrays.stream(sums).map(sum -> sum / count).toArray();
        }

        /** Takes a step; adds each member's losses to its sum. */
        private void step(int from, int size, double learningRate, double[] sums) {
            int chunks = chunks(size);
            step++;
            training.workers().forEach(members.size() * chunks, i -> {
                int member = i / chunks;
                int chunk = i % chunks;
                int start = (int) ((long) size * chunk / chunks);
                int end = (int) ((long) size * (chunk + 1) / chunks);
                losses[i] = chunk(member, gradients.get(member).part(chunk), from + start, end - start, size);
            });
            int ranges = (int) ((architecture.parameters() + RANGE - 1) / RANGE);
            float stepSize = Adam.stepSize(learningRate, step);
            float decayShare = (float) (learningRate * settings.weightDecay());
            training.workers().forEach(members.size() * ranges, i -> {
                int start = i % ranges * RANGE;
                int end = start + (int) Math.min(RANGE, architecture.parameters() - start);
                update(i / ranges, chunks, start, end, stepSize, decayShare);
            });
            for (int k = 0; k < sums.length; k++) {
                double sum = 0;
                for (int i = 0; i < chunks; i++) {
                    sum += losses[k * chunks + i];
                }
                sums[k] += sum;
            }
        }

        /** Computes the gradient of one chunk of a batch; returns the sum of its samples' losses. */
        private double chunk(int member, NativeParameters gradient, int from, int size, int batch) {
            Tile tile = tiles.borrow();
            try {
                int parts = (size + tile.capacity() - 1) / tile.capacity();
                RandomGenerator random = settings.dropout() > 0
                        ? training.random().child("dropout", step).stream("sample " + from, first + member)
                        : null;
                double loss = 0;
                gradient.clear();
                for (int part = 0; part < parts; part++) {
                    training.workers().cancellation().check();
                    int start = from + (int) ((long) size * part / parts);
                    int count = from + (int) ((long) size * (part + 1) / parts) - start;
                    set.inputs(order, start, count, tile.rows());
                    tile.load(count);
                    tile.forward(parameters.get(member), count, settings.dropout(), random);
                    loss += lossAndDeltas(tile, start, count, batch);
                    if (set.slopes() != null) {
                        tile.slopeTerm()
                                .add(
                                        tile,
                                        parameters.get(member),
                                        count,
                                        slopes -> set.slopes().replace(slopes, order, start, count, batch),
                                        gradient);
                    }
                    tile.backward(parameters.get(member), count, gradient);
                }
                return loss;
            } finally {
                tiles.giveBack(tile);
            }
        }

        private double lossAndDeltas(Tile tile, int from, int count, int batch) {
            float[] outputs = tile.outputs(count);
            double loss = 0;
            int values = set.outputs();
            for (int i = 0; i < count; i++) {
                float weight = set.weight(order[from + i]);
                for (int o = 0; o < values; o++) {
                    float error = outputs[i * values + o] - set.target(order[from + i], o);
                    loss += weight * (double) error * error;
                    outputs[i * values + o] = weight * (2 * error / (batch * values));
                }
            }
            tile.outputDeltas(outputs, count);
            return loss / values;
        }

        /** Takes Adam's step for the parameters from {@code from} (inclusive) to {@code to} (exclusive). */
        private void update(int member, int chunks, int from, int to, float stepSize, float decayShare) {
            float[] values = members.get(member).parameters();
            if (decay != null) {
                decay.apply(values, from, to, decayShare);
            }
            adams.get(member).step(values, gradients.get(member).sum(chunks, from, to), from, to, stepSize);
            parameters.get(member).buffer().put(from, values, from, to - from);
        }

        @Override
        public void close() {
            tiles.close();
            testLoss.close();
            parameters.forEach(NativeParameters::close);
            gradients.forEach(Gradients::close);
        }
    }
}
