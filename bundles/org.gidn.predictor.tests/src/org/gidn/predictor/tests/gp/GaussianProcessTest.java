// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.design.Relaxation;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.statistics.Fit;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.gidn.predictor.internal.gp.InputKinds;
import org.gidn.predictor.internal.gp.KernelShape;
import org.gidn.predictor.internal.gp.Likelihood;
import org.gidn.predictor.tests.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianProcessTest {
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    @ParameterizedTest
    @CsvSource({"one, log", "each, squareRoot", "one, standard"})
    void learnsWhatItIsShownAndKnowsHowWell(String lengths, String scaling) {
        GaussianProcess process = trained(Examples.binary(4, 4, 300, 1), settings(lengths, "multiplied", 2, scaling));
        TrainingData fresh = Examples.binary(4, 4, 500, 2);
        Predictions said = process.predict(fresh.designs(), WORKERS);
        Fit fit = Fit.of(said.mean(0), fresh.values(0));
        assertTrue(fit.r2() > 0.97 && fit.spearman() > 0.98, fit::toString);
        int within = 0;
        for (int i = 0; i < fresh.size(); i++) {
            within += Math.abs(said.mean(0)[i] - fresh.values(0)[i]) < 2 * said.spread(0)[i] ? 1 : 0;
        }
        assertTrue(within > 0.85 * fresh.size(), "within two deviations: " + within);
    }

    @ParameterizedTest
    @CsvSource({"one, multiplied, 0", "each, multiplied, 1.5", "one, added, -0.7", "each, added, 1"})
    void inputGradientIsTheSlopeOfTheScore(String lengths, String kinds, double spread) {
        TrainingData data = mixed(60, 2);
        GaussianProcess process = trained(data, settings(lengths, kinds, 1, "standard"));
        Acquisition acquisition = new Acquisition(new double[] {0.8, -1.3}, spread);
        int inputs = data.designs().variables();
        float[] places = new float[2 * inputs];
        RandomGenerator random = new RandomStreams(3).stream("places");
        for (int k = 0; k < places.length; k++) {
            places[k] = random.nextFloat() * (k % inputs == inputs - 1 ? 4 : 1);
        }
        float[] slopes = new float[places.length];
        float[] scores = new float[2];
        try (InputGradient gradient = process.inputGradient(acquisition)) {
            gradient.evaluate(places, 2, scores, slopes);
        }
        double[] exact = process.score(batch(inputs, places), acquisition, WORKERS);
        assertEquals(exact[0], scores[0], 1e-6 * Math.abs(exact[0]));
        assertEquals(exact[1], scores[1], 1e-6 * Math.abs(exact[1]));
        for (int k = 0; k < places.length; k++) {
            float h = 1f / 1024;
            float[] above = places.clone();
            float[] below = places.clone();
            above[k] += h;
            below[k] -= h;
            double difference = (process.score(batch(inputs, above), acquisition, WORKERS)[k / inputs]
                            - process.score(batch(inputs, below), acquisition, WORKERS)[k / inputs])
                    / ((double) above[k] - below[k]);
            assertEquals(difference, slopes[k], 1e-4, "input " + k);
        }
    }

    /** Of many examples some tell the spread on the way: never less than all, and with its own slope. */
    @Test
    void theWayIsToldByTheFirstOfManyExamples() {
        TrainingData data = Examples.binary(4, 4, 260, 1);
        GaussianProcess process = trained(data, settings("one", "multiplied", 0, "standard"));
        Acquisition acquisition = new Acquisition(new double[] {1}, 2);
        float[] place = new float[16];
        for (int j = 0; j < place.length; j++) {
            place[j] = (j * 7 % 16) / 15f;
        }
        float[] slopes = new float[16];
        float[] unused = new float[16];
        float[] score = new float[1];
        try (InputGradient gradient = process.inputGradient(acquisition)) {
            gradient.evaluate(place, 1, score, slopes);
            double exact = process.score(batch(16, place), acquisition, WORKERS)[0];
            assertTrue(score[0] > exact, score[0] + " of some, " + exact + " of all");
            float h = 1f / 64;
            float[] above = new float[1];
            float[] below = new float[1];
            for (int j = 0; j < place.length; j++) {
                float[] moved = place.clone();
                moved[j] += h;
                gradient.evaluate(moved, 1, above, unused);
                moved[j] -= 2 * h;
                gradient.evaluate(moved, 1, below, unused);
                assertEquals((above[0] - below[0]) / (2 * h), slopes[j], 1e-4, "input " + j);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void likelihoodHasTheGradientThatItSays(boolean each, boolean added) {
        TrainingData data = mixed(40, 1);
        KernelShape shape = new KernelShape(InputKinds.of(data.designs()), each, added);
        Likelihood likelihood = new Likelihood(
                shape,
                org.gidn.predictor.internal.gp.Examples.of(shape.kinds(), data.designs()),
                data.values(0),
                WORKERS);
        double[] place = shape.parameters(1.2, 0.6, 0.4, 0.2);
        double[] gradient = likelihood.at(place).orElseThrow().gradient();
        for (int p = 0; p < place.length; p++) {
            double[] above = place.clone();
            double[] below = place.clone();
            above[p] += 1e-5;
            below[p] -= 1e-5;
            double difference = (likelihood.at(above).orElseThrow().value()
                            - likelihood.at(below).orElseThrow().value())
                    / 2e-5;
            assertEquals(difference, gradient[p], 1e-5 * Math.max(1, Math.abs(difference)), "parameter " + p);
        }
    }

    @Test
    void oneThreadAndThreeGiveTheSameBits() {
        TrainingData data = mixed(150, 2);
        GaussianProcessSettings settings =
                new GaussianProcessSettings("each", "added", 0.5, 0.5, 1, 0.01, 2, 10, 70, 4000, "standard");
        double[][] one = said(data, settings, 1);
        double[][] three = said(data, settings, 3);
        for (int k = 0; k < one.length; k++) {
            assertArrayEquals(one[k], three[k]);
        }
    }

    private static double[][] said(TrainingData data, GaussianProcessSettings settings, int threads) {
        GaussianProcess process = new GaussianProcess(settings);
        process.train(data, Examples.training(threads));
        Workers workers = new Workers(threads, Cancellation.NONE);
        Predictions said = process.predict(data.designs(), workers);
        return new double[][] {
            said.mean(0),
            said.spread(1),
            process.score(data.designs(), new Acquisition(new double[] {1, 2}, 1), workers)
        };
    }

    @ParameterizedTest
    @CsvSource({"one, multiplied, standard", "each, added, log"})
    void savedModelSaysTheSameAndLearnsOn(String lengths, String kinds, String scaling, @TempDir Path folder)
            throws IOException {
        TrainingData data = mixed(50, 2);
        GaussianProcessSettings settings = settings(lengths, kinds, 1, scaling);
        GaussianProcess process = trained(data, settings);
        Path file = folder.resolve("model.zip");
        process.save(file);
        GaussianProcess restored = new GaussianProcess(settings);
        restored.restore(file);
        assertSame(process, restored, data.designs());
        process.update(mixed(60, 2), Examples.training(1));
        restored.update(mixed(60, 2), Examples.training(1));
        assertSame(process, restored, data.designs());
    }

    private static void assertSame(GaussianProcess a, GaussianProcess b, DesignBatch designs) {
        for (int o = 0; o < 2; o++) {
            assertArrayEquals(
                    a.predict(designs, WORKERS).mean(o),
                    b.predict(designs, WORKERS).mean(o));
            assertArrayEquals(
                    a.predict(designs, WORKERS).spread(o),
                    b.predict(designs, WORKERS).spread(o));
        }
    }

    @Test
    void updateBeginsTheSearchWhereTheLastOneEnded() {
        TrainingData data = Examples.binary(4, 4, 100, 1);
        GaussianProcess process = new GaussianProcess(settings("one", "multiplied", 1, "log"));
        List<Double> losses = new ArrayList<>();
        Training telling =
                Examples.training(1, Cancellation.NONE, (epoch, epochs, loss, leftOut) -> losses.add(leftOut));
        process.train(data, telling);
        double first = losses.get(0);
        double found = losses.get(losses.size() - 1);
        losses.clear();
        process.update(data, telling);
        assertEquals(found, losses.get(0), 1e-6 * found);
        assertTrue(first > 1.1 * found, "the search has found nothing");
    }

    @Test
    void logarithmsGiveTheMomentsOfTheLogNormalDistribution() {
        TrainingData data = Examples.binary(4, 4, 60, 1);
        double[] logarithms = Arrays.stream(data.values(0)).map(Math::log).toArray();
        DesignBatch fresh = Examples.binary(4, 4, 20, 2).designs();
        Predictions said =
                trained(data, settings("one", "multiplied", 0, "log")).predict(fresh, WORKERS);
        Predictions plain = trained(
                        new TrainingData(data.designs(), logarithms), settings("one", "multiplied", 0, "standard"))
                .predict(fresh, WORKERS);
        for (int i = 0; i < fresh.size(); i++) {
            double m = plain.mean(0)[i];
            double d = plain.spread(0)[i];
            double mean = Math.exp(m + d * d / 2);
            assertEquals(mean, said.mean(0)[i], 1e-9 * mean);
            assertEquals(mean * Math.sqrt(Math.exp(d * d) - 1), said.spread(0)[i], 1e-6 * mean);
        }
    }

    @Test
    void squareRootsGiveTheMomentsOfASquare() {
        TrainingData data = Examples.binary(4, 4, 60, 1);
        double[] roots = Arrays.stream(data.values(0)).map(Math::sqrt).toArray();
        DesignBatch fresh = Examples.binary(4, 4, 3, 2).designs();
        Predictions said =
                trained(data, settings("one", "multiplied", 0, "squareRoot")).predict(fresh, WORKERS);
        Predictions plain = trained(
                        new TrainingData(data.designs(), roots), settings("one", "multiplied", 0, "standard"))
                .predict(fresh, WORKERS);
        RandomGenerator random = new RandomStreams(5).stream("draws");
        for (int i = 0; i < fresh.size(); i++) {
            double sum = 0;
            double squares = 0;
            int draws = 400_000;
            for (int k = 0; k < draws; k++) {
                double root = plain.mean(0)[i] + plain.spread(0)[i] * random.nextGaussian();
                sum += root * root / draws;
                squares += Math.pow(root, 4) / draws;
            }
            assertEquals(sum, said.mean(0)[i], 0.01 * sum);
            assertEquals(Math.sqrt(squares - sum * sum), said.spread(0)[i], 0.02 * said.spread(0)[i]);
        }
    }

    @Test
    void eachLengthFindsOutWhatDoesNotMatter() {
        DesignBatch designs = Examples.binary(3, 4, 120, 1).designs();
        double[] values = new double[designs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = designs.value(i, 0) * designs.value(i, 1) + designs.value(i, 2);
        }
        GaussianProcess process =
                trained(new TrainingData(designs, values), settings("each", "multiplied", 2, "standard"));
        float[] slopes = new float[12];
        try (InputGradient gradient = process.inputGradient(Acquisition.mean())) {
            gradient.evaluate(new float[12], 1, new float[1], slopes);
        }
        assertTrue(Math.abs(slopes[2]) > 100 * Math.abs(slopes[7]), () -> Arrays.toString(slopes));
    }

    @Test
    void equalDesignsWithDifferentValuesAreNoise() {
        double[] designs = new double[40];
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            designs[i] = i / 4;
            values[i] = designs[i] + (i % 4 - 1.5) * 0.1;
        }
        Predictions said = trained(
                        new TrainingData(DesignBatch.ofValues(1, designs), values),
                        settings("one", "multiplied", 2, "standard"))
                .predict(DesignBatch.ofValues(1, new double[] {5}), WORKERS);
        assertEquals(5, said.mean(0)[0], 0.05);
        // The standard deviation of ±0.05 and ±0.15.
        assertEquals(0.112, said.spread(0)[0], 0.02);
    }

    @Test
    void tooManyDesignsAreRefused() {
        GaussianProcessSettings few =
                new GaussianProcessSettings("one", "multiplied", 0.5, 0.5, 1, 0.01, 0, 1, 2, 99, "standard");
        assertRefused(
                () -> trained(Examples.binary(4, 4, 100, 1), few),
                "There are 100 designs to learn from, but a Gaussian process takes 99 at most",
                "org.gidn.predictor.mlp",
                "'mostDesigns'");
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        GaussianProcessSettings settings = settings("one", "multiplied", 0, "log");
        DesignBatch designs = DesignBatch.ofValues(1, new double[] {0, 0.5, 1});
        assertRefused(
                () -> trained(new TrainingData(designs, new double[] {2, 2, 2}), settings),
                "All 3 training values are 2.0",
                "at least two different ones");
        assertRefused(
                () -> trained(new TrainingData(designs, new double[] {2, -1, 2}), settings), "is -1.0", "above 0");
        GaussianProcess process = trained(new TrainingData(designs, new double[] {1, 2, 4}), settings);
        assertRefused(() -> process.predict(DesignBatch.ofValues(2, new double[4]), WORKERS), "designs of 1 variables");
        assertRefused(() -> process.inputGradient(new Acquisition(new double[2], 0)), "2 weights");
        assertThrows(IllegalStateException.class, () -> new GaussianProcess(settings).predict(designs, WORKERS));
    }

    @Test
    void tooLittleNoiseForEqualDesignsIsRefused() {
        GaussianProcessSettings settings =
                new GaussianProcessSettings("one", "multiplied", 0.5, 0.5, 1, 1e-30, 0, 1, 2, 99, "standard");
        DesignBatch designs = DesignBatch.ofValues(1, new double[] {0, 0, 0, 0.5, 0.5, 1});
        assertRefused(() -> trained(new TrainingData(designs, new double[] {1, 2, 3, 4, 5, 6}), settings), "'noise'");
    }

    @Test
    void cancellingLeavesWhatWasLearnedBefore() {
        TrainingData data = Examples.binary(4, 4, 80, 1);
        GaussianProcess process = trained(data, settings("one", "multiplied", 0, "log"));
        double[] before = process.predict(data.designs(), WORKERS).mean(0);
        TrainingData other = Examples.binary(4, 4, 90, 2);
        assertThrows(
                CancellationException.class,
                () -> process.train(other, Examples.training(2, () -> true, (epoch, epochs, loss, test) -> {})));
        assertArrayEquals(before, process.predict(data.designs(), WORKERS).mean(0));
    }

    @Test
    void damagedFilesAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.zip");
        GaussianProcess process = trained(mixed(20, 1), settings("one", "multiplied", 0, "standard"));
        process.save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(() -> process.restore(file), file.toString(), "train the predictor again");
        }
        for (int at = 0; at < whole.length; at += 31) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x55;
            Files.write(file, flipped);
            try {
                process.restore(file);
            } catch (InvalidInputException e) {
                assertTrue(e.getMessage().contains(file.toString()), e::getMessage);
            }
        }
        assertRefused(() -> process.restore(folder.resolve("none.zip")), "does not exist");
    }

    private static GaussianProcessSettings settings(String lengths, String kinds, int searches, String scaling) {
        return new GaussianProcessSettings(lengths, kinds, 0.5, 0.5, 1, 0.01, searches, 50, 500, 4000, scaling);
    }

    private static GaussianProcess trained(TrainingData data, GaussianProcessSettings settings) {
        GaussianProcess process = new GaussianProcess(settings);
        process.train(data, Examples.training(2));
        return process;
    }

    /** Designs of two phases, of three and of numbers, as inputs; of the values, all above 0, only the first outputs. */
    private static TrainingData mixed(int count, int outputs) {
        DesignSpace space = DesignSpace.of(
                Block.binary("cells", 2, 3),
                Block.phases("phases", 1, 2, List.of(new Level("a"), new Level("b"), new Level("c"))),
                Block.continuous("sizes", new double[] {0, -2}, new double[] {1, 5}, "m"));
        DesignBatch designs =
                new RandomSampler(true).sample(space, count, new RandomStreams(4).stream("mixed"), Cancellation.NONE);
        Relaxation relaxation = new Relaxation(space);
        float[] inputs = new float[count * relaxation.inputs()];
        double[][] values = new double[2][count];
        for (int i = 0; i < count; i++) {
            relaxation.encode(designs, i, inputs, i * relaxation.inputs());
            double size = designs.value(i, 9);
            values[0][i] = 3 + designs.value(i, 0) * size / 4 + designs.value(i, 6) + Math.sin(designs.value(i, 8));
            values[1][i] = 9 + designs.value(i, 1) - designs.value(i, 2) * designs.value(i, 3) + size;
        }
        return new TrainingData(batch(relaxation.inputs(), inputs), Arrays.copyOf(values, outputs), null, null);
    }

    private static DesignBatch batch(int inputs, float[] values) {
        double[] precise = new double[values.length];
        Arrays.setAll(precise, k -> values[k]);
        return DesignBatch.ofValues(inputs, precise);
    }

    private static void assertRefused(Executable work, String... parts) {
        String message = assertThrows(InvalidInputException.class, work).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
