// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.PredictorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A predictor that keeps all promises passes, and one that breaks one is told which. */
class PredictorContractTest {
    @TempDir
    private Path folder;

    @Test
    void aPredictorWithoutAnyCapabilityKeepsThePromises() {
        new PredictorContract(Nearest::new, folder).check();
    }

    @Test
    void eachBreachIsNamed() {
        assertBreach("There is one finite prediction a design", () -> new Nearest() {
            @Override
            double predicted(DesignBatch designs, int design) {
                return design == 7 ? Double.NaN : super.predicted(designs, design);
            }
        });
        assertBreach("A design's prediction depends on no other design", () -> new Nearest() {
            @Override
            double predicted(DesignBatch designs, int design) {
                return super.predicted(designs, design) + 0.01 * designs.size();
            }
        });
        assertBreach("It tells its examples apart", () -> new Nearest() {
            @Override
            double predicted(DesignBatch designs, int design) {
                return 1;
            }
        });
        assertBreach("Training forgets what was learned before", () -> new Nearest() {
            @Override
            public void train(TrainingData data, Training training) {
                if (values == null) {
                    super.train(data, training);
                }
            }
        });
        assertBreach("Training can be cancelled", () -> new Nearest() {
            @Override
            void begin(Training training) {}
        });
        assertBreach("A damaged or missing file is refused", () -> new Nearest() {
            @Override
            void checkEnd(List<String> lines) {}
        });
    }

    @Test
    void whatIsDeclaredMustBeThere() {
        assertBreach("and a spread if declared", () -> new Declaring(PredictorCapability.SPREAD));
        assertBreach("Input gradients are the slopes", () -> new Declaring(PredictorCapability.INPUT_GRADIENT));
        assertBreach("Several outputs are learned", () -> new Declaring(PredictorCapability.SEVERAL_OUTPUTS));
        assertBreach("weights of examples are heeded", () -> new Declaring(PredictorCapability.LEARNS_WEIGHTS));
        assertBreach("An update begins where training ended", () -> new Declaring(PredictorCapability.WARM_START));
    }

    private void assertBreach(String promise, Supplier<Predictor> maker) {
        Breaches.assertBreach(promise, new PredictorContract(maker, folder));
    }

    /** Says that it can do what it cannot. */
    private static final class Declaring extends Nearest {
        private final PredictorCapability capability;

        Declaring(PredictorCapability capability) {
            this.capability = capability;
        }

        @Override
        public Set<PredictorCapability> capabilities() {
            return Set.of(capability);
        }
    }

    /** Predicts the value of the nearest example. */
    private static class Nearest implements Predictor {
        private static final String END = "end";

        private DesignBatch examples;
        double[] values;

        @Override
        public Set<PredictorCapability> capabilities() {
            return Set.of();
        }

        @Override
        public void train(TrainingData data, Training training) {
            if (data.outputs() != 1) {
                throw new InvalidInputException("Several outputs cannot be learned.");
            }
            begin(training);
            examples = data.designs();
            values = data.values(0);
        }

        void begin(Training training) {
            training.workers().cancellation().check();
        }

        @Override
        public Predictions predict(DesignBatch designs, Workers workers) {
            requireTrained();
            if (designs.variables() != examples.variables()) {
                throw new InvalidInputException("The design has another size.");
            }
            double[] mean = IntStream.range(0, designs.size())
                    .mapToDouble(i -> predicted(designs, i))
                    .toArray();
            return Predictions.of(new double[][] {mean});
        }

        private void requireTrained() {
            if (values == null) {
                throw new IllegalStateException("not trained");
            }
        }

        double predicted(DesignBatch designs, int design) {
            int nearest = 0;
            for (int i = 1; i < values.length; i++) {
                nearest = distance(designs, design, i) < distance(designs, design, nearest) ? i : nearest;
            }
            return values[nearest];
        }

        private double distance(DesignBatch designs, int design, int example) {
            return IntStream.range(0, designs.variables())
                    .mapToDouble(j -> Math.abs(designs.value(design, j) - examples.value(example, j)))
                    .sum();
        }

        @Override
        public void save(Path file) throws IOException {
            requireTrained();
            List<String> lines = IntStream.range(0, values.length)
                    .mapToObj(i -> values[i] + " "
                            + Arrays.stream(examples.toArray(i))
                                    .mapToObj(Double::toString)
                                    .collect(Collectors.joining(" ")))
                    .collect(Collectors.toList());
            lines.add(END);
            Files.write(file, lines);
        }

        @Override
        public void restore(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                checkEnd(lines);
                double[][] rows = lines.stream()
                        .filter(line -> !line.equals(END))
                        .map(line -> Arrays.stream(line.split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toArray(double[][]::new);
                values = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
                examples = DesignBatch.ofValues(
                        rows[0].length - 1,
                        Arrays.stream(rows)
                                .flatMapToDouble(row -> Arrays.stream(row).skip(1))
                                .toArray());
            } catch (IOException e) {
                throw new InvalidInputException("The file cannot be read.", e);
            }
        }

        void checkEnd(List<String> lines) {
            if (!lines.contains(END)) {
                throw new InvalidInputException("The file is damaged.");
            }
        }
    }
}
