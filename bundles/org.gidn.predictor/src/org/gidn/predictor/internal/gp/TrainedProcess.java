// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.statistics.Fit;
import org.gidn.core.work.Workers;
import org.gidn.predictor.internal.TargetScaling;

/**
 * Independent Gaussian processes, one an output, that have learned the same designs. Immutable and thread-safe.
 */
public final class TrainedProcess {
    private static final double GIB = 1L << 30;
    /** The largest matrix that an array can hold. */
    private static final int MOST_DESIGNS = 46_340;

    private final TrainingData data;
    private final List<TargetScaling> scalings;
    private final List<Posterior> outputs;

    private TrainedProcess(TrainingData data, List<TargetScaling> scalings, List<Posterior> outputs) {
        this.data = data;
        this.scalings = scalings;
        this.outputs = outputs;
    }

    /**
     * Learns under known parameters.
     *
     * @param shape of the kernel
     * @param parameters of each output's kernel
     * @throws InvalidInputException if the noise is too small for the designs
     */
    static TrainedProcess of(
            TrainingData data,
            List<TargetScaling> scalings,
            KernelShape shape,
            List<double[]> parameters,
            Workers workers) {
        Examples examples = Examples.of(shape.kinds(), data.designs());
        List<Posterior> outputs = new ArrayList<>();
        for (int o = 0; o < data.outputs(); o++) {
            outputs.add(
                    Posterior.of(shape, parameters.get(o), examples, learned(scalings.get(o), data.values(o)), workers)
                            .orElseThrow(() -> new InvalidInputException(
                                    "The designs are so much alike that the Gaussian process cannot tell them"
                                            + " apart within 64-bit numbers; set 'noise' to a larger number.")));
        }
        return new TrainedProcess(data, List.copyOf(scalings), outputs);
    }

    /**
     * Compares what learning would take with what there is.
     *
     * @throws InvalidInputException if it is too much; names both figures
     */
    static void checkMemory(TrainingData data) {
        // The matrix of each output, and one that is being made.
        double need = (data.outputs() + 1.0) * data.size() * data.size() * Double.BYTES;
        double limit = Runtime.getRuntime().maxMemory();
        if (need > limit || data.size() > MOST_DESIGNS) {
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "A Gaussian process of %d designs needs %.1f GiB of Java's heap, but only %.1f GiB are there; learn"
                            + " from fewer designs, or use a network (org.gidn.predictor.mlp).",
                    data.size(),
                    need / GIB,
                    limit / GIB));
        }
    }

    /** Values on the scale on which is learned. */
    static double[] learned(TargetScaling scaling, double[] values) {
        double[] learned = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            learned[i] = scaling.learned(values[i]);
        }
        return learned;
    }

    /** What was learned. */
    TrainingData data() {
        return data;
    }

    List<TargetScaling> scalings() {
        return scalings;
    }

    KernelShape shape() {
        return outputs.get(0).shape();
    }

    /** The logarithms of an output's numbers, see {@link KernelShape}. */
    double[] parameters(int output) {
        return outputs.get(output).parameters();
    }

    /** The expected values of designs and their deviations, noise included, in the outputs' units. */
    public Predictions predict(DesignBatch designs, Workers workers) {
        double[][] mean = new double[outputs.size()][designs.size()];
        double[][] spread = new double[outputs.size()][designs.size()];
        forEach(designs, true, workers, (comparison, place, design) -> {
            for (int o = 0; o < mean.length; o++) {
                set(o, design, comparison.mean(o, place), comparison.deviation(o, place), mean, spread);
            }
        });
        return new Predictions(mean, spread);
    }

    private void set(int output, int design, double learned, double deviation, double[][] mean, double[][] spread) {
        ScaledMoments moments = ScaledMoments.of(scalings.get(output), learned, deviation);
        mean[output][design] = moments.mean();
        spread[output][design] = moments.deviation();
    }

    /**
     * What is said of the designs that were learned.
     *
     * @param known in the outputs' units
     * @param loss its mean squared error on the scale on which was learned
     * @param leftOut what would be said of each design if only the others had been learned
     * @param leftOutLoss likewise
     */
    record Fitted(Predictions known, double loss, Predictions leftOut, double leftOutLoss) {}

    Fitted fitted(Workers workers) {
        double[][][] said = new double[4][outputs.size()][data.size()];
        double loss = 0;
        double leftOutLoss = 0;
        for (int o = 0; o < outputs.size(); o++) {
            double[] values = learned(scalings.get(o), data.values(o));
            Posterior.Fitted fitted = outputs.get(o).fitted(values, workers);
            for (int i = 0; i < data.size(); i++) {
                set(o, i, fitted.mean()[i], Math.sqrt(fitted.variance()[i]), said[0], said[1]);
                set(o, i, fitted.leftOutMean()[i], Math.sqrt(fitted.leftOutVariance()[i]), said[2], said[3]);
            }
            loss += Fit.of(fitted.mean(), values).mse() / outputs.size();
            leftOutLoss += Fit.of(fitted.leftOutMean(), values).mse() / outputs.size();
        }
        return new Fitted(new Predictions(said[0], said[1]), loss, new Predictions(said[2], said[3]), leftOutLoss);
    }

    /** Scores designs on the scale on which is learned. */
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        acquisition.check(outputs.size(), true, false);
        double[] scores = new double[designs.size()];
        forEach(
                designs,
                acquisition.usesSpread(),
                workers,
                (comparison, place, design) ->
                        scores[design] = new PointScore(comparison, place, acquisition, 0).score());
        return scores;
    }

    /** Told of a design that was compared, which stands at a place of the comparison. */
    private interface Told {
        void of(Comparison comparison, int place, int design);
    }

    private void forEach(DesignBatch designs, boolean spread, Workers workers, Told told) {
        InputKinds kinds = shape().kinds();
        workers.forEach((designs.size() + Comparison.CAPACITY - 1) / Comparison.CAPACITY, tile -> {
            int from = tile * Comparison.CAPACITY;
            int count = Math.min(Comparison.CAPACITY, designs.size() - from);
            Comparison comparison = new Comparison(outputs, spread ? data.size() : 0);
            for (int i = 0; i < count; i++) {
                kinds.scale(designs, from + i, comparison.design(i));
            }
            comparison.compare(count);
            for (int i = 0; i < count; i++) {
                told.of(comparison, i, from + i);
            }
        });
    }

    /** The gradient of scores on the scale on which is learned. */
    public InputGradient gradient(Acquisition acquisition) {
        acquisition.check(outputs.size(), true, false);
        return new ScoreGradient(outputs, acquisition);
    }

    /** The logarithm of the marginal likelihood of an output's values, on the scale on which was learned. */
    public double logLikelihood(int output) {
        return outputs.get(output).logLikelihood(learned(scalings.get(output), data.values(output)));
    }

    /** The number of inputs of a design. */
    public int inputs() {
        return shape().kinds().inputs();
    }
}
