// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.EvaluatorAround;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;

/** An evaluator that keeps all promises passes, and one that breaks one is told which. */
class EvaluatorContractTest {
    /** The sum of the squares of three numbers; those near zero fail. */
    private static class Squares implements GradientEvaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.continuous(new double[] {-1, -1, -1}, new double[] {1, 1, 2});
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("sum", "", Goal.MINIMISE));
        }

        double value(DesignBatch designs, int design) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += designs.value(design, j) * designs.value(design, j);
            }
            return sum;
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            if (designs.variables() != 3) {
                throw new InvalidInputException("There are three numbers.");
            }
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, value(designs, i));
                if (results.value(i, 0) < 0.5) {
                    results.fail(i, "too near to zero");
                }
            }
            return results;
        }

        @Override
        public double gradient(double[] inputs, double[] gradient) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                gradient[j] = 2 * inputs[j];
                sum += inputs[j] * inputs[j];
            }
            return sum;
        }
    }

    /** Adds noise to another one. */
    private static class Shaking extends EvaluatorAround implements NoisyEvaluator {
        Shaking(Evaluator inner) {
            super(inner);
        }

        @Override
        public Evaluations measure(DesignBatch designs, Noise noise, Cancellation cancellation) {
            Evaluations results = inner().evaluate(designs, cancellation);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, results.value(i, 0) + noise.of(i).nextGaussian());
            }
            return results;
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            return NoisyEvaluator.super.evaluate(designs, cancellation);
        }
    }

    @Test
    void goodOnesKeepThePromises() {
        new EvaluatorContract(Squares::new).check();
        EvaluatorContract.around(() -> new Shaking(new Squares()).whole(), Squares::new)
                .check();
    }

    @Test
    void eachBreachIsNamed() {
        assertBreach("A design's values depend on no other design.", () -> new Squares() {
            @Override
            double value(DesignBatch designs, int design) {
                return super.value(designs, design) + 1e-9 * designs.size();
            }
        });
        assertBreach("Each design has a finite value", () -> new Squares() {
            @Override
            double value(DesignBatch designs, int design) {
                return designs.value(design, 0) > 0 ? Double.POSITIVE_INFINITY : 1;
            }
        });
        assertBreach("Designs of another size are refused.", () -> new Squares() {
            @Override
            public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
                return new Evaluations(designs.size(), 1);
            }
        });
        assertBreach("Gradients are the slopes", () -> new Squares() {
            @Override
            public double gradient(double[] inputs, double[] gradient) {
                double value = super.gradient(inputs, gradient);
                gradient[1] = 0;
                return value;
            }
        });
        AtomicInteger calls = new AtomicInteger();
        assertBreach("The same settings give the same values.", () -> new Squares() {
            private final double mood = calls.incrementAndGet();

            @Override
            double value(DesignBatch designs, int design) {
                return super.value(designs, design) + mood;
            }
        });
    }

    @Test
    void noiseThatIsNotTheGivenOneIsNoticed() {
        assertBreach("The same noise gives the same measurement", () -> new Shaking(new Squares()) {
            @Override
            public Evaluations measure(DesignBatch designs, Noise noise, Cancellation cancellation) {
                return super.measure(designs, Noise.fixed(designs.size()), cancellation);
            }
        });
    }

    @Test
    void anEvaluatorThatHidesWhatItIsMadeAroundIsNoticed() {
        Breaches.assertBreach(
                "It keeps what the evaluator can do that it is made around.",
                EvaluatorContract.around(() -> new Shaking(new Squares()), Squares::new));
        Breaches.assertBreach(
                "It keeps what the evaluator can do that it is made around.",
                EvaluatorContract.around(() -> new Shaking(new Squares()).whole(), () -> new Squares() {
                    @Override
                    public boolean threadSafe() {
                        return false;
                    }
                }));
    }

    private static void assertBreach(String promise, Supplier<Evaluator> maker) {
        Breaches.assertBreach(promise, new EvaluatorContract(maker));
    }
}
