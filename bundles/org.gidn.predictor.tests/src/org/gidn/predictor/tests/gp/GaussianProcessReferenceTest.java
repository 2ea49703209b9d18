// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.gidn.predictor.internal.gp.ProcessTraining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of scikit-learn and NumPy, made by {@code reference.py} beside this file. */
class GaussianProcessReferenceTest {
    private static final double RELATIVE = 1e-6;
    private static final Table REFERENCE = table("reference.csv");
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"levels", "numbers", "multiplied", "added"})
    void saysOfDesignsWhatTheReferenceSays(String name) {
        Case given = Case.read(name);
        GaussianProcess process = new GaussianProcess(settings(name, 0));
        process.train(given.examples, training(given));
        given.check("query", process.predict(given.queries, WORKERS));
        given.check("example", given.leftOut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"levels", "numbers", "multiplied", "added"})
    void likelihoodIsThatOfTheReference(String name) {
        Case given = Case.read(name);
        double expected = likelihood(name);
        double likelihood = process(name, 0, "one")
                .train(given.examples, training(given), null)
                .logLikelihood(0);
        assertEquals(expected, likelihood, RELATIVE * Math.abs(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "each"})
    void searchFindsAsProbableAProcessAsTheReference(String lengths) {
        Case given = Case.read("numbers");
        double found = process("numbers", 4, lengths)
                .train(given.examples, training(given), null)
                .logLikelihood(0);
        double best = likelihood("found, " + lengths + " length");
        assertTrue(found > best - 1e-3, () -> found + " instead of " + best);
    }

    @Test
    void referenceHasEveryCase() {
        for (String name : List.of("levels", "numbers", "multiplied", "added")) {
            assertEquals(24, rows(name, "example").length);
            assertEquals(6, rows(name, "query").length);
        }
    }

    private static GaussianProcessSettings settings(String name, int searches) {
        String kinds = name.equals("added") ? "added" : "multiplied";
        return new GaussianProcessSettings("one", kinds, 0.4, 0.7, 1.3, 0.05, searches, 200, 500, 4000, "standard");
    }

    private static ProcessTraining process(String name, int searches, String lengths) {
        double[] given = searches == 0 ? new double[] {1.3, 0.4, 0.7, 0.05} : new double[] {1, 0.5, 0.5, 0.01};
        return new ProcessTraining(
                lengths.equals("each"), name.equals("added"), given, searches, 200, 500, 4000, "standard");
    }

    private static Training training(Case given) {
        return new Training(new RandomStreams(1), WORKERS, new Training.Listener() {
            @Override
            public void epoch(int epoch, int epochs, double trainingLoss, double testLoss) {}

            @Override
            public void fitted(String part, Predictions predicted, TrainingData actual) {
                if (part.equals("test")) {
                    given.leftOut = predicted;
                }
            }
        });
    }

    private static double likelihood(String name) {
        Table table = table("likelihoods.csv");
        return table.numbers("likelihood")[table.texts("case").indexOf(name)];
    }

    private static Table table(String file) {
        try (InputStream stream = GaussianProcessReferenceTest.class.getResourceAsStream(file)) {
            return Csv.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int[] rows(String name, String part) {
        return IntStream.range(0, REFERENCE.size())
                .filter(i -> REFERENCE.texts("case").get(i).equals(name)
                        && REFERENCE.texts("part").get(i).equals(part))
                .toArray();
    }

    /** The designs of one case, and what is expected of them. */
    private static final class Case {
        private final String name;
        private final TrainingData examples;
        private final DesignBatch queries;
        /** What the listener was told of the examples, each left out. */
        private Predictions leftOut;

        private Case(String name, TrainingData examples, DesignBatch queries) {
            this.name = name;
            this.examples = examples;
            this.queries = queries;
        }

        static Case read(String name) {
            double[] values = REFERENCE.numbers("value");
            double[] own = Arrays.stream(rows(name, "example"))
                    .mapToDouble(i -> values[i])
                    .toArray();
            return new Case(name, new TrainingData(designs(name, "example"), own), designs(name, "query"));
        }

        private static DesignBatch designs(String name, String part) {
            int[] rows = rows(name, part);
            double[][] columns = IntStream.rangeClosed(1, 8)
                    .mapToObj(j -> REFERENCE.numbersOrNaN("x" + j))
                    .filter(column -> !Double.isNaN(column[rows[0]]))
                    .toArray(double[][]::new);
            double[] designs = new double[rows.length * columns.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    designs[i * columns.length + j] = columns[j][rows[i]];
                }
            }
            return DesignBatch.ofValues(columns.length, designs);
        }

        void check(String part, Predictions predictions) {
            int[] rows = rows(name, part);
            assertEquals(rows.length, predictions.size());
            for (int i = 0; i < rows.length; i++) {
                double mean = REFERENCE.numbers("mean")[rows[i]];
                double deviation = REFERENCE.numbers("deviation")[rows[i]];
                assertEquals(mean, predictions.mean(0)[i], RELATIVE * Math.abs(mean));
                assertEquals(deviation, predictions.spread(0)[i], RELATIVE * deviation);
            }
        }
    }
}
