// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Cancellation;

/**
 * What every {@link RunContext} promises to methods. The product's run and {@link MemoryRun}, in which methods are tested, keep the
 * same promises.
 *
 * @since 1.0
 */
public final class RunContract extends Contract {
    private static final int VARIABLES = 8;

    /** Makes runs, each of nothing done yet. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A run of an evaluator's whole space.
         *
         * @param budget most evaluations
         */
        Run make(Evaluator evaluator, OptionalLong budget);
    }

    /** One run. */
    @FunctionalInterface
    public interface Run {
        /** Lets a method act in the next life of the run; throws what the method throws. */
        void live(Consumer<RunContext> method);
    }

    private final Maker maker;

    public RunContract(Maker maker) {
        this.maker = maker;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("All outputs come in the order of the designs, with reasons for failures.", this::values),
                new Promise("A design is computed and counted once.", this::once),
                new Promise("Where the budget ends, the first designs are evaluated still.", this::budget),
                new Promise("Work that is not stored counts, as a whole or not at all.", this::probed),
                new Promise("The next life has evaluations back, which count when they are asked for.", this::nextLife),
                new Promise("A method may go on from a count that it kept.", this::continued),
                new Promise("A value with its gradient is one evaluation.", this::gradients),
                new Promise("Each swap of a neighbourhood is an evaluation.", this::swaps),
                new Promise("What the evaluator does not offer is refused.", this::notOffered),
                new Promise("Designs of another size are the method's fault.", this::otherSizes),
                new Promise("A file is there whole or not at all, also in the next life.", this::files),
                new Promise("Random numbers are the same in each life.", this::random));
    }

    /** The number that a design's bits spell and its square; 0 fails. Counts what it computes. */
    private static class Numbers implements Evaluator {
        final AtomicLong computed = new AtomicLong();

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, VARIABLES / 2);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("number", "", Goal.MAXIMISE), new Output("square", ""));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 2);
            for (int i = 0; i < designs.size(); i++) {
                computed.incrementAndGet();
                long number = designs.word(i, 0);
                results.set(i, 0, number);
                results.set(i, 1, number * number);
                if (number == 0) {
                    results.fail(i, "Nothing is there.");
                }
            }
            return results;
        }
    }

    /** The same with slopes and swaps. */
    private static final class Sloped extends Numbers implements GradientEvaluator, SwapEvaluator {
        @Override
        public double gradient(double[] inputs, double[] gradient) {
            double number = 0;
            for (int j = 0; j < VARIABLES; j++) {
                gradient[j] = 1 << j;
                number += inputs[j] * gradient[j];
            }
            return number;
        }

        @Override
        public double[][] swaps(double[] design) {
            int ones = (int) Arrays.stream(design).sum();
            return new double[VARIABLES - ones][ones];
        }
    }

    private static DesignBatch designs(long... numbers) {
        return DesignBatch.ofBits(VARIABLES, numbers);
    }

    private static Evaluations evaluated(RunContext run, long... numbers) {
        return run.evaluate(Candidates.of(designs(numbers), "walk", 0));
    }

    private static void requireCount(RunContext run, long expected) {
        require(run.evaluations() == expected, run.evaluations() + " evaluations instead of " + expected);
    }

    private void values() {
        maker.make(new Numbers(), OptionalLong.empty()).live(run -> {
            Evaluations results = evaluated(run, 7, 0, 3, 7);
            double[][] expected = {{7, 49}, {Double.NaN, Double.NaN}, {3, 9}, {7, 49}};
            for (int i = 0; i < expected.length; i++) {
                for (int output = 0; output < 2; output++) {
                    double value = results.value(i, output);
                    require(
                            Double.compare(value, expected[i][output]) == 0,
                            value + " instead of " + expected[i][output]);
                }
                require((results.failure(i) != null) == (i == 1), "failure " + results.failure(i));
                require(results.gradient(i) == null, "a gradient that nobody asked for");
            }
            require(results.failure(1).equals("Nothing is there."), results.failure(1));
        });
    }

    private void once() {
        Numbers evaluator = new Numbers();
        maker.make(evaluator, OptionalLong.empty()).live(run -> {
            evaluated(run, 1, 2, 2, 3);
            requireCount(run, 3);
            evaluated(run, 3, 4, 1);
            run.evaluate(Candidates.of(designs(4), "other", 1));
            requireCount(run, 4);
            require(evaluator.computed.get() == 4, evaluator.computed + " designs computed of 4");
        });
    }

    private void budget() {
        Numbers evaluator = new Numbers();
        maker.make(evaluator, OptionalLong.of(3)).live(run -> {
            evaluated(run, 1);
            require(run.budgetLeft().equals(OptionalLong.of(2)), run.budgetLeft() + " of 3 left after 1");
            requireThrown(BudgetSpentException.class, () -> evaluated(run, 1, 2, 3, 4, 5));
            requireCount(run, 3);
            Evaluations known = evaluated(run, 3, 2);
            require(known.value(0, 0) == 3 && known.value(1, 0) == 2, "other values of what was evaluated");
            require(evaluator.computed.get() == 3, evaluator.computed + " designs computed of 3");
        });
    }

    private void probed() {
        maker.make(new Numbers(), OptionalLong.of(5)).live(run -> {
            Evaluations results = run.probe(designs(6, 6, 5));
            require(results.value(1, 0) == 6 && results.value(2, 1) == 25, "other values");
            requireCount(run, 3);
            requireThrown(BudgetSpentException.class, () -> run.probe(designs(1, 2, 3)));
            requireCount(run, 3);
            evaluated(run, 6);
            requireCount(run, 4);
        });
    }

    private void nextLife() {
        Numbers evaluator = new Numbers();
        Run runs = maker.make(evaluator, OptionalLong.of(5));
        runs.live(run -> evaluated(run, 1, 0, 3));
        runs.live(run -> {
            requireCount(run, 0);
            Evaluations results = evaluated(run, 3, 0, 1);
            require(results.value(0, 1) == 9 && results.value(2, 0) == 1, "other values than in the life before");
            require(results.failure(1) != null, "a design that failed before, without a reason");
            requireCount(run, 3);
            requireThrown(BudgetSpentException.class, () -> evaluated(run, 5, 6, 7));
            require(evaluator.computed.get() == 5, evaluator.computed + " designs computed of 5");
        });
    }

    private void continued() {
        Run runs = maker.make(new Numbers(), OptionalLong.of(9));
        runs.live(run -> {
            evaluated(run, 1, 2);
            run.probe(designs(9, 10, 11));
            evaluated(run, 3);
        });
        runs.live(run -> {
            run.continueFrom(5);
            requireCount(run, 5);
            evaluated(run, 1, 2);
            requireCount(run, 5);
            evaluated(run, 3);
            requireCount(run, 6);
            run.continueFrom(2);
            requireCount(run, 6);
            require(run.budgetLeft().equals(OptionalLong.of(3)), run.budgetLeft() + " of 9 left after 6");
        });
    }

    private void gradients() {
        Run runs = maker.make(new Sloped(), OptionalLong.empty());
        Consumer<RunContext> method = run -> {
            Evaluations results = run.evaluateWithGradients(Candidates.of(designs(5, 0, 6), "walk", 0));
            requireCount(run, 3);
            require(results.value(2, 0) == 6, "another value with its gradient");
            require(results.gradient(0).length == VARIABLES && results.gradient(2)[3] == 8, "another gradient");
            require(results.gradient(1) == null, "a gradient of what failed");
            run.gradient(new double[VARIABLES], new double[VARIABLES]);
            requireCount(run, 4);
        };
        runs.live(method);
        runs.live(method);
    }

    private void swaps() {
        maker.make(new Sloped(), OptionalLong.of(20)).live(run -> {
            List<Integer> rows = run.swaps(designs(1, 3), (design, swaps) -> swaps.length);
            require(rows.equals(List.of(7, 6)), rows + " zeros of designs of 7 and 6");
            requireCount(run, 19);
            requireThrown(BudgetSpentException.class, () -> run.swaps(designs(1), (design, swaps) -> 0));
            requireCount(run, 19);
        });
    }

    private void notOffered() {
        maker.make(new Numbers(), OptionalLong.empty()).live(run -> {
            Candidates one = Candidates.of(designs(1), "walk", 0);
            requireThrown(InvalidInputException.class, () -> run.evaluateWithGradients(one));
            requireThrown(InvalidInputException.class, () -> run.gradient(new double[8], new double[8]));
            requireThrown(InvalidInputException.class, () -> run.swaps(designs(1), (design, swaps) -> 0));
            requireThrown(
                    InvalidInputException.class,
                    () -> run.enumerate(run.problem().space(), 1));
            requireCount(run, 0);
        });
    }

    private void otherSizes() {
        maker.make(new Numbers(), OptionalLong.empty()).live(run -> {
            DesignBatch other = DesignBatch.ofBits(VARIABLES + 1, new long[] {1});
            requireThrown(IllegalArgumentException.class, () -> run.evaluate(Candidates.of(other, "walk", 0)));
            requireThrown(IllegalArgumentException.class, () -> run.probe(other));
            requireCount(run, 0);
        });
    }

    private void files() {
        Run runs = maker.make(new Numbers(), OptionalLong.empty());
        runs.live(run -> {
            require(run.file("state.txt").isEmpty(), "a file before it was written");
            requireThrown(
                    RuntimeException.class,
                    () -> run.write("state.txt", file -> {
                        Files.writeString(file, "half");
                        throw new IllegalStateException("in the middle");
                    }));
            require(run.file("state.txt").isEmpty(), "a file of which the half was written");
            run.write("state.txt", file -> Files.writeString(file, "one"));
            run.write("state.txt", file -> Files.writeString(file, "two"));
            for (String name : List.of("", ".hidden", "folder/name")) {
                requireThrown(IllegalArgumentException.class, () -> run.write(name, file -> {}));
                requireThrown(IllegalArgumentException.class, () -> run.file(name));
            }
        });
        runs.live(run -> require(
                content(run.once("state.txt", file -> Files.writeString(file, "three")))
                        .equals("two"),
                "another content in the next life"));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void random() {
        Run runs = maker.make(new Numbers(), OptionalLong.empty());
        long[] drawn = new long[1];
        runs.live(run -> drawn[0] = run.random().stream("use", 3).nextLong());
        runs.live(
                run -> require(run.random().stream("use", 3).nextLong() == drawn[0], "other numbers in the next life"));
    }
}
