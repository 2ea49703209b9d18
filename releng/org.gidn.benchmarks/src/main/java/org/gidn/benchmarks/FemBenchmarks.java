// SPDX-License-Identifier: Apache-2.0
package org.gidn.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.bench.DenseCholesky;
import org.gidn.fem.mesh.CrackedPlate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The finite elements on one thread (JMH's option {@code -t 2} takes two); one operation is one design. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FemBenchmarks {
    private static final int DESIGNS = 256;

    /** Elements on a side of the plate. */
    @Param({"8", "16", "32"})
    public int size;

    private CrackToughness evaluator;
    private PlateSolver solver;
    private DenseCholesky dense;
    private DesignBatch designs;
    private DesignBatch one;
    private double[] design;
    private double[] gradient;

    /** Draws the designs. */
    @Setup
    public void prepare() {
        CrackedPlate plate = CrackedPlate.square(size, 0.25);
        TwoPhaseMaterial material = new TwoPhaseMaterial(10, 1 / 3.0);
        evaluator = new CrackToughness(plate, material);
        solver = new PlateSolver(plate.mesh(), material);
        dense = new DenseCholesky(plate.mesh(), material);
        designs = new RandomSampler(false)
                .sample(evaluator.space().withZeroFraction(0.25), DESIGNS, new SplittableRandom(1), Cancellation.NONE);
        one = designs.slice(0, 1);
        design = designs.toArray(0);
        gradient = new double[design.length];
    }

    /** Many designs side by side. */
    @Benchmark
    @OperationsPerInvocation(DESIGNS)
    public Evaluations batchKernel() {
        return evaluator.evaluate(designs, Cancellation.NONE);
    }

    /** One design. */
    @Benchmark
    public Evaluations batchOfOne() {
        return evaluator.evaluate(one, Cancellation.NONE);
    }

    /** The plain reference. */
    @Benchmark
    public double bandedCholesky() {
        return solver.solve(design).energyAtFailure();
    }

    /** EJML's dense solver. */
    @Benchmark
    public double denseCholesky() {
        return dense.energyAtFailure(design);
    }

    /** Value and gradient by the adjoint method. */
    @Benchmark
    public double gradient() {
        return evaluator.gradient(design, gradient);
    }

    /** All swaps of one design; one operation is the whole neighbourhood. */
    @Benchmark
    public double[][] swapNeighbourhood() {
        return evaluator.swaps(design);
    }
}
