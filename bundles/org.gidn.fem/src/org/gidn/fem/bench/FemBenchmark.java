// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;

/**
 * Measures how many designs a second this machine evaluates. The designs are the paper's composites with a quarter of
 * soft elements; a swap or a design of an exhaustive search counts as one design.
 *
 * @since 1.0
 */
public final class FemBenchmark {
    /** The baseline of the first ratio. */
    public static final String BASELINE = "banded Cholesky, one design at a time";
    /** On one thread, the baseline of the second ratio. */
    public static final String KERNEL = "batch kernel";

    private static final String EXHAUSTIVE = "exhaustive search";
    private static final int REPETITIONS = 5;
    private static final long SEED = 1;
    private static final TwoPhaseMaterial MATERIAL = new TwoPhaseMaterial(10, 1 / 3.0);

    private final double seconds;
    private final Cancellation cancellation;

    /**
     * A measured rate.
     *
     * @param method what was measured
     * @param size elements on a side of the whole plate
     * @param threads number of threads
     * @param perSecond designs a second, the median of five repetitions
     * @param overBaseline the rate over that of {@link #BASELINE} at the same size on one thread
     * @param overKernel the rate over that of {@link #KERNEL} at the same size on one thread
     */
    public record Row(String method, int size, int threads, double perSecond, double overBaseline, double overKernel) {}

    /** The rates that others are divided by. */
    private record Bases(double baseline, double kernel) {
        Row row(String method, int size, int threads, double rate) {
            return new Row(method, size, threads, rate, rate / baseline, rate / kernel);
        }
    }

    /**
     * @param seconds time that a repetition takes at least, above 0; each method is also warmed up for as long
     * @param cancellation asked between repetitions
     * @throws InvalidInputException if the time is not positive
     */
    public FemBenchmark(double seconds, Cancellation cancellation) {
        if (!(seconds > 0)) {
            throw new InvalidInputException(
                    "The time of a repetition must be above 0 seconds, but is " + seconds + ".");
        }
        this.seconds = seconds;
        this.cancellation = cancellation;
    }

    /**
     * Measures all methods.
     *
     * @param sizes elements on a side of the whole plate, multiples of 4
     * @param threads numbers of threads beyond one for the methods that use several
     * @param progress given each row as soon as it is measured
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public List<Row> run(List<Integer> sizes, List<Integer> threads, Consumer<Row> progress) {
        List<Row> rows = new ArrayList<>();
        for (int size : sizes) {
            CrackedPlate plate = CrackedPlate.square(size, 0.25);
            try (CrackToughness evaluator = new CrackToughness(plate, MATERIAL)) {
                run(plate, evaluator, threads, row -> {
                    rows.add(row);
                    progress.accept(row);
                });
            }
        }
        return rows;
    }

    private void run(CrackedPlate plate, CrackToughness evaluator, List<Integer> threads, Consumer<Row> add) {
        int size = plate.rows();
        DesignSpace space = evaluator.space().withZeroFraction(0.25);
        int most = threads.stream().reduce(1, Math::max);
        DesignBatch designs = new RandomSampler(false)
                .sample(space, perThread(space) * most, new SplittableRandom(SEED), Cancellation.NONE);
        double[] design = designs.toArray(0);
        PlateSolver solver = new PlateSolver(plate.mesh(), MATERIAL);
        Bases bases = new Bases(
                measure(() -> {
                    solver.solve(design).energyAtFailure();
                    return 1;
                }),
                batches(evaluator, designs, 1));
        add.accept(bases.row(BASELINE, size, 1, bases.baseline()));
        add.accept(bases.row(KERNEL, size, 1, bases.kernel()));
        for (int count : threads) {
            add.accept(bases.row(KERNEL, size, count, batches(evaluator, designs, count)));
        }
        DesignBatch one = designs.slice(0, 1);
        add.accept(bases.row("batches of one design", size, 1, measure(() -> {
            evaluator.evaluate(one, cancellation);
            return 1;
        })));
        double[] gradient = new double[plate.variables()];
        add.accept(bases.row("value and gradient", size, 1, measure(() -> {
            evaluator.gradient(design, gradient);
            return 1;
        })));
        add.accept(bases.row("swap neighbourhood", size, 1, measure(() -> {
            double[][] swaps = evaluator.swaps(design);
            return (long) swaps.length * swaps[0].length;
        })));
        if (size <= 8) {
            add.accept(bases.row(EXHAUSTIVE, size, 1, enumerations(evaluator, space, 1)));
            for (int count : threads) {
                add.accept(bases.row(EXHAUSTIVE, size, count, enumerations(evaluator, space, count)));
            }
        }
        if (size <= 32) {
            // Beyond, one dense solution takes longer than all the rest.
            DenseCholesky dense = new DenseCholesky(plate.mesh(), MATERIAL);
            add.accept(bases.row("EJML dense Cholesky", size, 1, measure(() -> {
                dense.energyAtFailure(design);
                return 1;
            })));
        }
    }

    private double batches(CrackToughness evaluator, DesignBatch designs, int threads) {
        DesignBatch part = designs.slice(0, perThread(evaluator.space()) * threads);
        try (LocalExecutor executor = new LocalExecutor(threads)) {
            return measure(() -> {
                executor.evaluate(Task.of(evaluator, part), Phase.SILENT, cancellation);
                return part.size();
            });
        }
    }

    /** Designs that keep a thread busy long enough for its start and its wait for the others not to count. */
    private static int perThread(DesignSpace space) {
        return (1 << 19) / space.variables();
    }

    private double enumerations(CrackToughness evaluator, DesignSpace space, int threads) {
        Workers workers = new Workers(threads, cancellation);
        return measure(
                () -> evaluator.enumerate(space, 10, workers, Phase.SILENT).designs());
    }

    /** Calls {@code work}, which returns the number of designs done, until the time is over; the median rate. */
    private double measure(LongSupplier work) {
        repeat(work);
        double[] rates = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            rates[i] = repeat(work);
        }
        Arrays.sort(rates);
        return rates[REPETITIONS / 2];
    }

    private double repeat(LongSupplier work) {
        long start = System.nanoTime();
        long done = 0;
        double elapsed;
        do {
            cancellation.check();
            done += work.getAsLong();
            elapsed = (System.nanoTime() - start) / 1e9;
        } while (elapsed < seconds);
        return done / elapsed;
    }
}
