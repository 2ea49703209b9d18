// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;

/**
 * What every {@link Predictor} promises. It is given 48 binary designs of 8 variables with positive values, which settings for a quick
 * training suffice for.
 *
 * @since 1.0
 */
public final class PredictorContract extends Contract {
    private static final int VARIABLES = 8;
    private static final int DESIGNS = 48;
    private static final Workers ONE = new Workers(1, Cancellation.NONE);
    private static final Workers THREE = new Workers(3, Cancellation.NONE);
    private static final double STEP = 1.0 / 64;

    private final Supplier<? extends Predictor> maker;
    private final Path folder;
    private final TrainingData data = data(1);

    /**
     * @param maker makes a predictor that is not trained, always with the same settings
     * @param folder where files may be written
     */
    public PredictorContract(Supplier<? extends Predictor> maker, Path folder) {
        this.maker = maker;
        this.folder = folder;
    }

    @Override
    public List<Promise> promises() {
        List<Promise> promises = new ArrayList<>(List.of(
                new Promise("What a predictor can do does not change.", this::sameCapabilities),
                new Promise("Before it is trained it predicts nothing, and says so.", this::untrained),
                new Promise("It tells its examples apart better than their mean does.", this::learns),
                new Promise("There is one finite prediction a design, and a spread if declared.", this::complete),
                new Promise("A design's prediction depends on no other design and no thread.", this::independent),
                new Promise("The same seed gives the same numbers on any number of threads.", this::reproducible),
                new Promise("Training forgets what was learned before.", this::forgets),
                new Promise("A saved model that is read again predicts the same.", this::savedAndRestored),
                new Promise("A damaged or missing file is refused.", this::damagedFiles),
                new Promise("Designs of another size are refused.", this::otherSizes),
                new Promise("Several outputs are learned if declared, else refused.", this::severalOutputs),
                new Promise("Gradients and weights of examples are heeded if declared, else left aside.", this::extras),
                new Promise("An update begins where training ended if declared, else anew.", this::updates),
                new Promise("Scores grow with the only output.", this::scores),
                new Promise("Input gradients are the slopes of the scores if declared, else refused.", this::gradients),
                new Promise("Training can be cancelled.", this::cancelled),
                new Promise("It can be closed twice, trained or not.", this::closedTwice)));
        if (maker.get() instanceof OnnxExport) {
            promises.add(new Promise("It writes the exported network.", this::exported));
        }
        return promises;
    }

    /** Positive values that depend on each variable and on pairs of them. */
    private static TrainingData data(int outputs) {
        RandomGenerator random = new RandomStreams(11).stream("contract");
        double[] numbers = new double[DESIGNS * VARIABLES];
        double[][] values = new double[outputs][DESIGNS];
        for (int i = 0; i < DESIGNS; i++) {
            for (int j = 0; j < VARIABLES; j++) {
                double x = random.nextBoolean() ? 1 : 0;
                numbers[i * VARIABLES + j] = x;
                for (int o = 0; o < outputs; o++) {
                    values[o][i] += x * slope(o, j);
                }
            }
            for (int o = 0; o < outputs; o++) {
                values[o][i] = Math.exp(0.3 * values[o][i]);
            }
        }
        return new TrainingData(DesignBatch.ofValues(VARIABLES, numbers), values, null, null);
    }

    private static double slope(int output, int variable) {
        return Math.sin(2.0 * variable + 3.0 * output + 1);
    }

    private static Training training(Workers workers) {
        return new Training(new RandomStreams(5), workers, (epoch, epochs, loss, test) -> {});
    }

    /** Something done with a predictor, which is closed after it. */
    private interface Use {
        void of(Predictor predictor) throws Exception;
    }

    private void fresh(Use use) throws Exception {
        try (Predictor predictor = maker.get()) {
            use.of(predictor);
        }
    }

    private void trained(Use use) throws Exception {
        fresh(predictor -> {
            predictor.train(data, training(ONE));
            use.of(predictor);
        });
    }

    private boolean can(PredictorCapability capability) throws Exception {
        try (Predictor predictor = maker.get()) {
            return predictor.capabilities().contains(capability);
        }
    }

    private void sameCapabilities() throws Exception {
        trained(predictor -> {
            try (Predictor other = maker.get()) {
                require(
                        predictor.capabilities().equals(other.capabilities()),
                        predictor.capabilities() + " after training, " + other.capabilities() + " before");
            }
        });
    }

    private void untrained() throws Exception {
        fresh(predictor -> {
            requireThrown(IllegalStateException.class, () -> predictor.predict(data.designs(), ONE));
            requireThrown(IllegalStateException.class, () -> predictor.score(data.designs(), Acquisition.mean(), ONE));
            requireThrown(IllegalStateException.class, () -> predictor.save(folder.resolve("untrained")));
        });
    }

    private void learns() throws Exception {
        trained(predictor -> {
            double[] predicted = predictor.predict(data.designs(), ONE).mean(0);
            double mean = Arrays.stream(data.values(0)).average().orElseThrow();
            double left = 0;
            double all = 0;
            for (int i = 0; i < DESIGNS; i++) {
                left += Math.pow(predicted[i] - data.values(0)[i], 2);
                all += Math.pow(mean - data.values(0)[i], 2);
            }
            require(left < all / 2, "squared errors of " + left + ", where the mean has " + all);
        });
    }

    private void complete() throws Exception {
        trained(predictor -> {
            Predictions predictions = predictor.predict(data.designs(), ONE);
            require(predictions.outputs() == 1, predictions.outputs() + " outputs of 1");
            requireNumbers(predictions.mean(0), Double.NEGATIVE_INFINITY);
            boolean declared = predictor.capabilities().contains(PredictorCapability.SPREAD);
            require(predictions.hasSpread() == declared, declared ? "no spread" : "a spread, which is not declared");
            if (declared) {
                requireNumbers(predictions.spread(0), 0);
            }
        });
    }

    private static void requireNumbers(double[] numbers, double least) {
        require(numbers.length == DESIGNS, numbers.length + " numbers for " + DESIGNS + " designs");
        for (double number : numbers) {
            require(Double.isFinite(number) && number >= least, "the number " + number);
        }
    }

    private void independent() throws Exception {
        trained(predictor -> {
            double[] all = predictor.predict(data.designs(), ONE).mean(0);
            requireSame(all, predictor.predict(data.designs(), THREE).mean(0));
            for (int i = 0; i < 5; i++) {
                double alone =
                        predictor.predict(data.designs().slice(i, i + 1), ONE).mean(0)[0];
                // Products of matrices round by the place of a row.
                require(
                        Math.abs(alone - all[i]) <= 1e-5 * (1 + Math.abs(all[i])),
                        alone + " alone, " + all[i] + " among others");
            }
        });
    }

    private static void requireSame(double[] expected, double[] found) {
        for (int i = 0; i < expected.length; i++) {
            require(expected[i] == found[i], found[i] + " instead of " + expected[i]);
        }
    }

    private double[] learned(TrainingData examples, Workers workers) throws Exception {
        try (Predictor predictor = maker.get()) {
            predictor.train(examples, training(workers));
            return predictor.predict(data.designs(), ONE).mean(0);
        }
    }

    private void reproducible() throws Exception {
        requireSame(learned(data, ONE), learned(data, ONE));
        requireSame(learned(data, ONE), learned(data, THREE));
    }

    private void forgets() throws Exception {
        trained(predictor -> {
            TrainingData other = data.select(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            double[] anew = learned(other, ONE);
            predictor.train(other, training(ONE));
            requireSame(anew, predictor.predict(data.designs(), ONE).mean(0));
        });
    }

    private Path saved(Predictor predictor) throws IOException {
        Path file = Files.createTempFile(folder, "predictor", ".model");
        predictor.save(file);
        return file;
    }

    private void savedAndRestored() throws Exception {
        trained(predictor -> {
            Path file = saved(predictor);
            try (Predictor restored = maker.get()) {
                restored.restore(file);
                Predictions expected = predictor.predict(data.designs(), ONE);
                Predictions found = restored.predict(data.designs(), ONE);
                requireSame(expected.mean(0), found.mean(0));
                if (expected.hasSpread()) {
                    requireSame(expected.spread(0), found.spread(0));
                }
            }
        });
    }

    private void damagedFiles() throws Exception {
        trained(predictor -> {
            byte[] whole = Files.readAllBytes(saved(predictor));
            Path damaged = folder.resolve("damaged.model");
            Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
            Path empty = Files.write(folder.resolve("empty.model"), new byte[0]);
            fresh(other -> {
                for (Path file : List.of(damaged, empty, folder.resolve("missing.model"))) {
                    requireThrown(InvalidInputException.class, () -> other.restore(file));
                }
            });
        });
    }

    private void otherSizes() throws Exception {
        trained(predictor -> requireThrown(
                InvalidInputException.class, () -> predictor.predict(DesignBatch.ofValues(3, new double[6]), ONE)));
    }

    private void severalOutputs() throws Exception {
        TrainingData two = data(2);
        fresh(predictor -> {
            if (!can(PredictorCapability.SEVERAL_OUTPUTS)) {
                requireThrown(InvalidInputException.class, () -> predictor.train(two, training(ONE)));
                return;
            }
            predictor.train(two, training(ONE));
            Predictions predictions = predictor.predict(two.designs(), ONE);
            require(predictions.outputs() == 2, predictions.outputs() + " outputs of 2");
            requireNumbers(predictions.mean(0), Double.NEGATIVE_INFINITY);
            requireNumbers(predictions.mean(1), Double.NEGATIVE_INFINITY);
            require(
                    correlation(predictions.mean(0), two.values(0)) > correlation(predictions.mean(0), two.values(1))
                            && correlation(predictions.mean(1), two.values(1))
                                    > correlation(predictions.mean(1), two.values(0)),
                    "outputs that are nearer to the other's values than to their own");
            requireThrown(InvalidInputException.class, () -> predictor.score(two.designs(), Acquisition.mean(), ONE));
            predictor.score(two.designs(), new Acquisition(new double[] {1, -1}, 0), ONE);
        });
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElseThrow();
        double meanOther = Arrays.stream(other).average().orElseThrow();
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }

    private void extras() throws Exception {
        double[][][] gradients = new double[1][DESIGNS][VARIABLES];
        double[] weights = new double[DESIGNS];
        for (int i = 0; i < DESIGNS; i++) {
            weights[i] = 1 + i % 5;
            for (int j = 0; j < VARIABLES; j++) {
                gradients[0][i][j] = 0.3 * slope(0, j) * data.values(0)[i];
            }
        }
        double[] plain = learned(data, ONE);
        requireHeeded(PredictorCapability.LEARNS_GRADIENTS, plain, learned(data.withGradients(gradients), ONE));
        requireHeeded(PredictorCapability.LEARNS_WEIGHTS, plain, learned(data.withWeights(weights), ONE));
    }

    private void requireHeeded(PredictorCapability capability, double[] without, double[] with) throws Exception {
        boolean same = Arrays.equals(without, with);
        require(same != can(capability), (same ? "no effect of " : "an effect of undeclared ") + capability);
    }

    private void updates() throws Exception {
        trained(predictor -> {
            Path file = saved(predictor);
            predictor.update(data, training(ONE));
            double[] updated = predictor.predict(data.designs(), ONE).mean(0);
            try (Predictor restored = maker.get()) {
                restored.restore(file);
                restored.update(data, training(ONE));
                requireSame(updated, restored.predict(data.designs(), ONE).mean(0));
            }
            boolean anew = Arrays.equals(updated, learned(data, ONE));
            require(
                    anew != can(PredictorCapability.WARM_START),
                    anew ? "a training anew" : "another result than training anew");
        });
        fresh(predictor -> {
            predictor.update(data, training(ONE));
            requireSame(
                    learned(data, ONE), predictor.predict(data.designs(), ONE).mean(0));
        });
    }

    private void scores() throws Exception {
        trained(predictor -> {
            double[] mean = predictor.predict(data.designs(), ONE).mean(0);
            double[] up = predictor.score(data.designs(), Acquisition.mean(), ONE);
            double[] down = predictor.score(data.designs(), new Acquisition(new double[] {-1}, 0), ONE);
            requireNumbers(up, Double.NEGATIVE_INFINITY);
            for (int i = 1; i < DESIGNS; i++) {
                // Almost equal predictions may be told apart otherwise after rounding.
                boolean apart = Math.abs(mean[i] - mean[i - 1]) > 1e-4 * (1 + Math.abs(mean[i]));
                boolean rises = mean[i] > mean[i - 1];
                require(
                        !apart || rises == up[i] > up[i - 1] && rises == down[i] < down[i - 1],
                        "scores of " + up[i - 1] + " and " + up[i] + " for " + mean[i - 1] + " and " + mean[i]);
            }
            if (can(PredictorCapability.SPREAD)) {
                double[] higher = predictor.score(data.designs(), Acquisition.upperBound(2), ONE);
                for (int i = 0; i < DESIGNS; i++) {
                    require(higher[i] >= up[i], "an upper bound of " + higher[i] + " below the mean " + up[i]);
                }
            } else {
                requireThrown(
                        InvalidInputException.class,
                        () -> predictor.score(data.designs(), Acquisition.upperBound(2), ONE));
            }
        });
    }

    private void gradients() throws Exception {
        trained(predictor -> {
            if (!can(PredictorCapability.INPUT_GRADIENT)) {
                requireThrown(UnsupportedOperationException.class, () -> predictor.inputGradient(Acquisition.mean()));
                return;
            }
            requireSlopes(predictor, Acquisition.mean());
            if (can(PredictorCapability.SPREAD)) {
                requireSlopes(predictor, Acquisition.upperBound(0.5));
                requireSlopes(predictor, new Acquisition(Merit.weighted(1), Acquisition.Kind.EXPECTED_IMPROVEMENT, 0));
            }
            Acquisition draw = new Acquisition(Merit.weighted(1), Acquisition.Kind.DRAW, 1);
            if (can(PredictorCapability.DRAWS)) {
                requireSlopes(predictor, draw);
            } else {
                requireThrown(InvalidInputException.class, () -> predictor.inputGradient(draw));
            }
        });
    }

    private void requireSlopes(Predictor predictor, Acquisition acquisition) {
        try (InputGradient gradient = predictor.inputGradient(acquisition)) {
            int count = Math.min(12, gradient.capacity());
            require(count > 0, "a capacity of " + gradient.capacity() + " designs");
            RandomGenerator random = new RandomStreams(3).stream("inside");
            float[] inputs = new float[count * VARIABLES];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = (float) (0.1 + 0.8 * random.nextDouble());
            }
            float[] scores = new float[count];
            float[] slopes = new float[inputs.length];
            gradient.evaluate(inputs, count, scores, slopes);
            double[] expected = scores(predictor, acquisition, inputs, 0, 0);
            double wrong = 0;
            double all = 0;
            for (int i = 0; i < count; i++) {
                require(
                        Math.abs(expected[i] - scores[i]) <= 1e-4 * (1 + Math.abs(scores[i])),
                        scores[i] + " instead of " + expected[i]);
            }
            for (int j = 0; j < VARIABLES; j++) {
                double[] above = scores(predictor, acquisition, inputs, j, STEP);
                double[] below = scores(predictor, acquisition, inputs, j, -STEP);
                for (int i = 0; i < count; i++) {
                    double difference = (above[i] - below[i]) / (2 * STEP);
                    wrong += Math.abs(difference - slopes[i * VARIABLES + j]);
                    all += Math.abs(difference);
                }
            }
            // A predictor may have kinks, where the two differ.
            require(wrong <= 0.03 * all, "slopes that are off by " + 100 * wrong / all + " %");
        }
    }

    private static double[] scores(
            Predictor predictor, Acquisition acquisition, float[] inputs, int variable, double step) {
        double[] moved = new double[inputs.length];
        Arrays.setAll(moved, i -> inputs[i] + (i % VARIABLES == variable ? step : 0));
        return predictor.score(DesignBatch.ofValues(VARIABLES, moved), acquisition, ONE);
    }

    private void cancelled() throws Exception {
        fresh(predictor -> requireThrown(
                CancellationException.class, () -> predictor.train(data, training(new Workers(1, () -> true)))));
    }

    private void closedTwice() throws Exception {
        fresh(Predictor::close);
        trained(Predictor::close);
    }

    private void exported() throws Exception {
        trained(predictor -> {
            Path file = folder.resolve("exported.onnx");
            ((OnnxExport) predictor).exportOnnx(file);
            require(Files.size(file) > 0, "an empty file");
        });
    }
}
