// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.neighbours.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.samples.neighbours.NearestNeighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNeighboursTest {
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksTheNearestOnes(boolean hamming) {
        DesignSpace space = hamming
                ? DesignSpace.binary(4, 5)
                : DesignSpace.continuous(new double[] {0, -100}, new double[] {1, 100});
        TrainingData data = data(space, 60);
        DesignBatch designs = data(space, 20).designs();
        Predictions said = trained(data, 5, hamming).predict(designs, WORKERS);
        for (int i = 0; i < designs.size(); i++) {
            double[] design = designs.toArray(i);
            double[] nearest = IntStream.range(0, data.size())
                    .boxed()
                    .sorted((a, b) ->
                            Double.compare(distance(data, a, design, hamming), distance(data, b, design, hamming)))
                    .limit(5)
                    .mapToDouble(k -> data.values(0)[k])
                    .toArray();
            double mean = Arrays.stream(nearest).average().orElseThrow();
            double squares =
                    Arrays.stream(nearest).map(v -> (v - mean) * (v - mean)).sum();
            assertEquals(mean, said.mean(0)[i], 1e-12);
            assertEquals(Math.sqrt(squares / 4), said.spread(0)[i], 1e-12);
        }
    }

    private static double distance(TrainingData data, int known, double[] design, boolean hamming) {
        double distance = 0;
        for (int j = 0; j < design.length; j++) {
            int variable = j;
            double[] column = IntStream.range(0, data.size())
                    .mapToDouble(i -> data.designs().value(i, variable))
                    .toArray();
            double range = Arrays.stream(column).max().orElseThrow()
                    - Arrays.stream(column).min().orElseThrow();
            double difference = column[known] - design[j];
            distance += hamming ? Math.abs(difference) : difference * difference / (range * range);
        }
        return distance;
    }

    @Test
    void savedItSaysTheSame() throws Exception {
        TrainingData data = data(DesignSpace.continuous(new double[] {0, -1}, new double[] {1, 1}), 30);
        NearestNeighbours predictor = trained(data, 3, false);
        Path file = folder.resolve("known.csv");
        predictor.save(file);
        NearestNeighbours restored = new NearestNeighbours(3, false);
        restored.restore(file);
        assertArrayEquals(
                predictor.predict(data.designs(), WORKERS).mean(0),
                restored.predict(data.designs(), WORKERS).mean(0));
        Files.writeString(file, "a,b\n1,2\n");
        assertRefused(() -> restored.restore(file), "known.csv is no whole table of 3 or more designs");
    }

    @Test
    void whatItCannotLearnIsRefused() {
        TrainingData data = data(DesignSpace.binary(2, 2), 4);
        assertRefused(() -> trained(data, 5, true), "There are 4 designs to learn from, but setting 'neighbours' is 5");
        NearestNeighbours predictor = trained(data, 4, true);
        assertRefused(
                () -> predictor.predict(DesignBatch.ofValues(3, new double[3]), WORKERS), "designs of 4 variables");
        assertThrows(
                IllegalStateException.class, () -> new NearestNeighbours(2, true).predict(data.designs(), WORKERS));
    }

    private static void assertRefused(Executable work, String part) {
        String message = assertThrows(InvalidInputException.class, work).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static TrainingData data(DesignSpace space, int count) {
        DesignBatch designs = new RandomSampler(true)
                .sample(space, count, new RandomStreams(count).stream("data"), Cancellation.NONE);
        double[] values = IntStream.range(0, count)
                .mapToDouble(i -> Math.sin(i) + designs.value(i, 0))
                .toArray();
        return new TrainingData(designs, values);
    }

    private static NearestNeighbours trained(TrainingData data, int neighbours, boolean hamming) {
        NearestNeighbours predictor = new NearestNeighbours(neighbours, hamming);
        predictor.train(data, new Training(new RandomStreams(1), WORKERS, (epoch, epochs, loss, test) -> {}));
        return predictor;
    }
}
