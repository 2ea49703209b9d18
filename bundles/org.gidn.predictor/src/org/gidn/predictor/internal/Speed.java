package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
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

/** Times both engines at one batch of one network, and the machine's matrix products. */
public final class Speed implements AutoCloseable {
    private static final int ROUNDS = 7;
    private static final int PEAK_SIZE = 1024;
    /** The virtual machine has compiled everything after so many seconds of the same work. */
    private static final double WARM_UP = 1;

    /**
     * What was measured, medians of several rounds.
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
        reference = Dl4j.network(network, settings(1));
        inputMatrix = Nd4j.createFromArray(inputs).reshape(batch, variables);
        targetMatrix =
                Nd4j.createFromArray(targets).castTo(inputMatrix.dataType()).reshape(batch, 1);
        ensemble = new Ensemble(List.of(network));
    }

    private MlpSettings settings(int epochs) {
        int[] hidden = network.architecture().hidden();
        return new MlpSettings(
                hidden.length, hidden[0], 0, 1e-5, "constant", 0, batch, epochs, 0, "none", "asGiven", 1, "tiled");
    }

    /** One epoch of one batch. */
    public Seconds training() {
        return compare(() -> reference.fit(inputMatrix, targetMatrix), this::epochs);
    }

    /** The outputs of a batch and their gradients with respect to the inputs. */
    public Seconds inputGradients() {
        return compare(
                () -> reference.calculateGradients(inputMatrix, targetMatrix, null, null),
                () -> median(this::gradients));
    }

    /** A way of measuring that brings its own median. */
    private interface Measurement {
        double seconds();
    }

    private Seconds compare(Runnable dl4j, Measurement tiled) {
        Nd4j.getEnvironment().setMaxMasterThreads(workers.threads());
        Nd4j.getEnvironment().setMaxThreads(workers.threads());
        Blas.useThreads(workers.threads());
        double dl4jSeconds = median(dl4j);
        Blas.useOneThread();
        double peak = peakGflops();
        double tiledSeconds = tiled.seconds();
        return new Seconds(dl4jSeconds, tiledSeconds, Math.max(peak, peakGflops()));
    }

    /** The median time of an epoch, told by the epochs' ends; the first ones warm up. */
    private double epochs() {
        double[] ends = new double[8 * ROUNDS];
        Network trained =
                new Network(network.architecture(), network.parameters().clone());
        TrainingSet set = new TrainingSet(
                new TrainingData(designs, targets),
                InputCoding.of("asGiven", designs),
                TargetScaling.NONE,
                0,
                new RandomStreams(1).stream("split"));
        Training.Listener listener = (epoch, epochs, loss, test) -> ends[epoch - 1] = System.nanoTime() / 1e9;
        new TiledEngine()
                .train(
                        List.of(trained),
                        set,
                        settings(ends.length),
                        new Training(new RandomStreams(1), workers, listener));
        double[] times = new double[2 * ROUNDS];
        for (int i = 0; i < times.length; i++) {
            times[i] = ends[6 * ROUNDS + i] - ends[6 * ROUNDS + i - 1];
        }
        return middle(times);
    }

    private void gradients() {
        int variables = network.architecture().inputs();
        workers.forEach((batch + TiledEngine.TILE - 1) / TiledEngine.TILE, part -> {
            int from = part * TiledEngine.TILE;
            int count = Math.min(TiledEngine.TILE, batch - from);
            float[] tile = Arrays.copyOfRange(inputs, from * variables, (from + count) * variables);
            try (InputGradient gradient = ensemble.gradient()) {
                gradient.evaluate(tile, count, new float[count], new float[tile.length]);
            }
        });
    }

    private double peakGflops() {
        int threads = workers.threads();
        float[] entries = new float[PEAK_SIZE * PEAK_SIZE];
        Arrays.fill(entries, 1);
        FloatPointer[] matrices = new FloatPointer[3 * threads];
        Arrays.setAll(matrices, i -> new FloatPointer(entries));
        double seconds = median(() -> workers.forEach(
                threads,
                t -> Blas.times(
                        PEAK_SIZE,
                        PEAK_SIZE,
                        PEAK_SIZE,
                        matrices[3 * t],
                        PEAK_SIZE,
                        matrices[3 * t + 1],
                        PEAK_SIZE,
                        matrices[3 * t + 2],
                        PEAK_SIZE)));
        Arrays.stream(matrices).forEach(FloatPointer::deallocate);
        return threads * 2.0 * PEAK_SIZE * PEAK_SIZE * PEAK_SIZE / seconds / 1e9;
    }

    private double median(Runnable work) {
        long first = System.nanoTime();
        while ((System.nanoTime() - first) / 1e9 < WARM_UP) {
            workers.cancellation().check();
            work.run();
        }
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            workers.cancellation().check();
            long start = System.nanoTime();
            work.run();
            times[round] = (System.nanoTime() - start) / 1e9;
        }
        return middle(times);
    }

    private static double middle(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    @Override
    public void close() {
        ensemble.close();
        reference.close();
    }
}
