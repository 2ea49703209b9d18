// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Workers;
import org.gidn.predictor.settings.MlpSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times both engines at one batch of one network, and the machine's matrix products. They take turns, and turns of the same
 * round are compared, so that what else the machine does hits all of them alike.
 */
public final class Speed implements AutoCloseable {
    private static final int ROUNDS = 15;
    private static final int PEAK_SIZE = 1024;
    private static final double WARM_UP = 1;
    /** A turn lasts about so many seconds or one pass, so that it has its share of the garbage collector's work. */
    private static final double TURN = 0.2;
    /** OpenBLAS's own threads, which DL4J uses, await the next product actively for up to 100 ms; then the cores are free. */
    private static final long REST_NANOS = 150_000_000;

    /**
     * What was measured, a number for each round.
     *
     * @param dl4j batches a second that DL4J does
     * @param tiled batches a second that the tiled engine does
     * @param tiledAlone those that it does on one thread, or without the gradients
     * @param products large matrix products a second, on all threads together
     * @param productsAlone those on one thread
     */
    public record Rates(double[] dl4j, double[] tiled, double[] tiledAlone, double[] products, double[] productsAlone) {
        /** Floating point operations of a large product. */
        public static final double PRODUCT = 2.0 * PEAK_SIZE * PEAK_SIZE * PEAK_SIZE;
    }

    private final Network network;
    private final int batch;
    private final Workers workers;
    private final Workers oneThread;
    private final DesignBatch designs;
    private final float[] inputs;
    private final double[] targets;
    private final INDArray inputMatrix;
    private final INDArray targetMatrix;
    private final MultiLayerNetwork reference;
    private final Ensemble ensemble;

    public Speed(Network network, int batch, Workers workers, RandomGenerator random) {
        this.network = network;
        this.batch = batch;
        this.workers = workers;
        oneThread = new Workers(1, workers.cancellation());
        int variables = network.architecture().inputs();
        double[] values = new double[batch * variables];
        inputs = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean() ? 1 : 0;
            inputs[i] = (float) values[i];
        }
        designs = DesignBatch.ofValues(variables, values);
        targets = random.doubles(batch).toArray();
        reference = Dl4j.network(network, settings());
        inputMatrix = Nd4j.createFromArray(inputs).reshape(batch, variables);
        targetMatrix =
                Nd4j.createFromArray(targets).castTo(inputMatrix.dataType()).reshape(batch, 1);
        ensemble = new Ensemble(new ModelFile(List.of(network), List.of(TargetScaling.NONE)));
    }

    private MlpSettings settings() {
        int[] hidden = network.architecture().hidden();
        return new MlpSettings(
                hidden.length, hidden[0], 0, 1e-5, "constant", 0, batch, 1, 0, "none", "asGiven", 1, "tiled");
    }

    /** One epoch of one batch, all on one thread: with DL4J and by tiles, and by tiles with the gradients of its samples. */
    public Rates gradientTraining() {
        double[][][] slopes = new double[1][batch][network.architecture().inputs()];
        TrainingData values = new TrainingData(designs, targets);
        try (TiledEngine.Session plain = session(values, oneThread);
                TiledEngine.Session both = session(values.withGradients(slopes), oneThread)) {
            return compare(
                    () -> reference.fit(inputMatrix, targetMatrix),
                    Work.of(1, () -> both.epoch(1)),
                    Work.of(1, () -> plain.epoch(1)));
        }
    }

    /** One epoch of one batch. */
    public Rates training() {
        TrainingData data = new TrainingData(designs, targets);
        try (TiledEngine.Session session = session(data, workers);
                TiledEngine.Session alone = session(data, oneThread)) {
            return compare(
                    () -> reference.fit(inputMatrix, targetMatrix),
                    Work.of(1, () -> session.epoch(1)),
                    Work.of(1, () -> alone.epoch(1)));
        }
    }

    private TiledEngine.Session session(TrainingData data, Workers workers) {
        Network trained =
                new Network(network.architecture(), network.parameters().clone());
        TrainingSet set = new TrainingSet(
                data,
                InputCoding.of("asGiven", designs),
                List.of(TargetScaling.NONE),
                0,
                1,
                new RandomStreams(1).stream("split"));
        Training training = new Training(new RandomStreams(1), workers, (epoch, epochs, loss, test) -> {});
        return new TiledEngine.Session(List.of(trained), 0, set, settings(), training);
    }

    /** The outputs of a batch and their gradients with respect to the inputs. */
    public Rates inputGradients() {
        List<InputGradient> gradients = Stream.generate(() -> ensemble.gradient(Acquisition.mean()))
                .limit(workers.threads())
                .toList();
        try {
            return compare(
                    () -> reference.calculateGradients(inputMatrix, targetMatrix, null, null),
                    new Work(1, 1, steps -> descend(gradients, steps, workers)),
                    new Work(1, 1, steps -> descend(gradients, steps, oneThread)));
        } finally {
            gradients.forEach(InputGradient::close);
        }
    }

    /** What is measured: it is done so often in a row as is asked, and each time counts as so many batches or products. */
    private record Work(int blasThreads, int unit, IntConsumer times) {
        static Work of(int blasThreads, Runnable once) {
            return new Work(blasThreads, 1, times -> {
                for (int i = 0; i < times; i++) {
                    once.run();
                }
            });
        }
    }

    private Rates compare(Runnable dl4j, Work tiled, Work tiledAlone) {
        Nd4j.getEnvironment().setMaxMasterThreads(workers.threads());
        Nd4j.getEnvironment().setMaxThreads(workers.threads());
        try (Matrices matrices = new Matrices(workers.threads())) {
            List<Work> works = List.of(
                    Work.of(workers.threads(), dl4j),
                    tiled,
                    tiledAlone,
                    new Work(1, workers.threads(), times -> matrices.multiply(workers, times)),
                    new Work(1, 1, times -> matrices.multiply(oneThread, times)));
            int[] times = works.stream().mapToInt(this::timesInATurn).toArray();
            double[][] rates = new double[works.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < rates.length; i++) {
                    Work work = works.get(i);
                    rates[i][round] = times[i] * work.unit() / seconds(work, times[i]);
                }
            }
            Blas.useOneThread();
            return new Rates(rates[0], rates[1], rates[2], rates[3], rates[4]);
        }
    }

    /** How often work fits into a turn; does it until the virtual machine has compiled everything. */
    private int timesInATurn(Work work) {
        double whole = 0;
        int times = 1;
        while (whole < WARM_UP) {
            double seconds = seconds(work, times);
            whole += seconds;
            times = (int) Math.max(1, Math.ceil(times * TURN / seconds));
        }
        return times;
    }

    private double seconds(Work work, int times) {
        workers.cancellation().check();
        Blas.useThreads(work.blasThreads());
        LockSupport.parkNanos(REST_NANOS);
        long start = System.nanoTime();
        work.times().accept(times);
        return (System.nanoTime() - start) / 1e9;
    }

    /** As the designer does, each thread takes tile after tile through its workspace, every tile in all steps at once. */
    private void descend(List<InputGradient> gradients, int steps, Workers workers) {
        int variables = network.architecture().inputs();
        workers.forEach(workers.threads(), thread -> {
            InputGradient gradient = gradients.get(thread);
            int capacity = gradient.capacity();
            float[] scores = new float[capacity];
            float[] slopes = new float[capacity * variables];
            int start = share(thread, workers.threads());
            int size = share(thread + 1, workers.threads()) - start;
            int tiles = (size + capacity - 1) / capacity;
            for (int t = 0; t < tiles; t++) {
                int from = start + size * t / tiles;
                int to = start + size * (t + 1) / tiles;
                float[] tile = Arrays.copyOfRange(inputs, from * variables, to * variables);
                for (int step = 0; step < steps; step++) {
                    gradient.evaluate(tile, to - from, scores, slopes);
                }
            }
        });
    }

    /** Where the samples of a thread begin. */
    private int share(int thread, int threads) {
        return (int) ((long) batch * thread / threads);
    }

    /** Large square matrices, three a thread. */
    private record Matrices(FloatPointer[] memory) implements AutoCloseable {
        Matrices(int threads) {
            this(new FloatPointer[3 * threads]);
            float[] entries = new float[PEAK_SIZE * PEAK_SIZE];
            Arrays.fill(entries, 1);
            Arrays.setAll(memory, i -> new FloatPointer(entries));
        }

        /** So many products on each thread. */
        void multiply(Workers workers, int times) {
            workers.forEach(workers.threads(), t -> {
                for (int i = 0; i < times; i++) {
                    Blas.addTimes(
                            PEAK_SIZE,
                            PEAK_SIZE,
                            PEAK_SIZE,
                            memory[3 * t],
                            PEAK_SIZE,
                            memory[3 * t + 1],
                            PEAK_SIZE,
                            memory[3 * t + 2],
                            PEAK_SIZE);
                }
            });
        }

        @Override
        public void close() {
            Arrays.stream(memory).forEach(FloatPointer::deallocate);
        }
    }

    @Override
    public void close() {
        ensemble.close();
        reference.close();
    }
}
