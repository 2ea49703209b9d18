package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.Workers;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.run.RandomStreams;
import org.gidn.predictor.MlpSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times both engines at one batch of one network, and the machine's matrix products. The three take turns, so that what
 * else the machine does hits all of them alike.
 */
public final class Speed implements AutoCloseable {
    private static final int ROUNDS = 9;
    private static final int PEAK_SIZE = 1024;
    /** The virtual machine has compiled everything after so many seconds of the same work. */
    private static final double WARM_UP = 1;
    /** A turn lasts at least so many seconds, so that it has its share of the garbage collector's work. */
    private static final double TURN = 0.1;
    /** OpenBLAS's own threads, which DL4J uses, await the next product actively for some 30 ms; then the cores are free. */
    private static final long REST_NANOS = 50_000_000;
    /** Samples in the steps that the designer's threads do without waiting for each other. */
    private static final int ALONE = 10_000;

    /**
     * What was measured: of several turns the fastest, which was disturbed least.
     *
     * @param dl4j seconds that DL4J takes
     * @param tiled seconds that the tiled engine takes
     * @param peakGflops speed of large matrix products on all threads, in 10⁹ operations a second
     */
    public record Seconds(double dl4j, double tiled, double peakGflops) {}

    private final Network network;
    private final int batch;
    private final Workers workers;
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
        ensemble = new Ensemble(List.of(network));
    }

    private MlpSettings settings() {
        int[] hidden = network.architecture().hidden();
        return new MlpSettings(
                hidden.length, hidden[0], 0, 1e-5, "constant", 0, batch, 1, 0, "none", "asGiven", 1, "tiled");
    }

    /** One epoch of one batch. */
    public Seconds training() {
        Network trained =
                new Network(network.architecture(), network.parameters().clone());
        TrainingSet set = new TrainingSet(
                new TrainingData(designs, targets),
                InputCoding.of("asGiven", designs),
                TargetScaling.NONE,
                0,
                new RandomStreams(1).stream("split"));
        Training training = new Training(new RandomStreams(1), workers, (epoch, epochs, loss, test) -> {});
        try (TiledEngine.Session session = new TiledEngine.Session(List.of(trained), set, settings(), training)) {
            return compare(() -> reference.fit(inputMatrix, targetMatrix), new Work(1, 1, () -> session.epoch(1)));
        }
    }

    /** The outputs of a batch and their gradients with respect to the inputs. */
    public Seconds inputGradients() {
        List<InputGradient> gradients =
                Stream.generate(ensemble::gradient).limit(workers.threads()).toList();
        int steps = Math.max(1, ALONE / batch);
        try {
            return compare(
                    () -> reference.calculateGradients(inputMatrix, targetMatrix, null, null),
                    new Work(1, steps, () -> descend(gradients, steps)));
        } finally {
            gradients.forEach(InputGradient::close);
        }
    }

    /** What is measured: some threads of BLAS do something so many times. */
    private record Work(int blasThreads, int times, Runnable work) {}

    private Seconds compare(Runnable dl4j, Work tiled) {
        Nd4j.getEnvironment().setMaxMasterThreads(workers.threads());
        Nd4j.getEnvironment().setMaxThreads(workers.threads());
        try (Matrices matrices = new Matrices(workers.threads())) {
            List<Work> works = List.of(
                    new Work(workers.threads(), 1, dl4j), tiled, new Work(1, 1, () -> matrices.multiply(workers)));
            double[] fastest = new double[works.size()];
            Arrays.fill(fastest, Double.POSITIVE_INFINITY);
            for (int round = 0; round <= ROUNDS; round++) {
                for (int i = 0; i < fastest.length; i++) {
                    double seconds = seconds(works.get(i), round == 0 ? WARM_UP : TURN);
                    fastest[i] = round == 0 ? fastest[i] : Math.min(fastest[i], seconds);
                }
            }
            Blas.useOneThread();
            return new Seconds(fastest[0], fastest[1], matrices.operations() / fastest[2] / 1e9);
        }
    }

    /** The mean time of some work, repeated for at least so many seconds. */
    private double seconds(Work work, double least) {
        Blas.useThreads(work.blasThreads());
        LockSupport.parkNanos(REST_NANOS);
        long start = System.nanoTime();
        double seconds = 0;
        int times = 0;
        while (seconds < least) {
            workers.cancellation().check();
            work.work().run();
            times += work.times();
            seconds = (System.nanoTime() - start) / 1e9;
        }
        return seconds / times;
    }

    /** As the designer does, each thread takes tile after tile through its workspace, every tile in all steps at once. */
    private void descend(List<InputGradient> gradients, int steps) {
        int variables = network.architecture().inputs();
        workers.forEach(workers.threads(), thread -> {
            InputGradient gradient = gradients.get(thread);
            int capacity = gradient.capacity();
            float[] scores = new float[capacity];
            float[] slopes = new float[capacity * variables];
            int start = share(thread);
            int size = share(thread + 1) - start;
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
    private int share(int thread) {
        return (int) ((long) batch * thread / workers.threads());
    }

    /** Large square matrices, three a thread. */
    private record Matrices(FloatPointer[] memory) implements AutoCloseable {
        Matrices(int threads) {
            this(new FloatPointer[3 * threads]);
            float[] entries = new float[PEAK_SIZE * PEAK_SIZE];
            Arrays.fill(entries, 1);
            Arrays.setAll(memory, i -> new FloatPointer(entries));
        }

        /** One product on each thread. */
        void multiply(Workers workers) {
            workers.forEach(
                    memory.length / 3,
                    t -> Blas.addTimes(
                            PEAK_SIZE,
                            PEAK_SIZE,
                            PEAK_SIZE,
                            memory[3 * t],
                            PEAK_SIZE,
                            memory[3 * t + 1],
                            PEAK_SIZE,
                            memory[3 * t + 2],
                            PEAK_SIZE));
        }

        double operations() {
            return memory.length / 3 * 2.0 * PEAK_SIZE * PEAK_SIZE * PEAK_SIZE;
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
