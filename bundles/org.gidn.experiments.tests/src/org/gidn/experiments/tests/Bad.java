// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/** An evaluator of designs of 4 × 4 elements, half of them 0, that misbehaves as it is told to. */
class Bad
        implements GradientEvaluator,
                SwapEvaluator,
                EnumerationEvaluator,
                BoundedEvaluator,
                FieldStepEvaluator,
                KnownOptima,
                PartlyKnownEvaluator {
    /** All that is wrong about it as soon as it is asked what it is. */
    static final List<String> AT_ONCE = List.of(
            "constructor",
            "checkedConstructor",
            "nullSpace",
            "throwingSpace",
            "nullObjectives",
            "noObjective",
            "nullObjective",
            "sameObjectives",
            "throwingObjectives");
    /** All that is wrong about it when it evaluates. */
    static final List<String> EVALUATING = List.of(
            "tooMany",
            "tooFew",
            "noColumn",
            "null",
            "memory",
            "stack",
            "linkage",
            "checked",
            "cancelled",
            "wrapped",
            "noBatch");

    private final String how;

    Bad(String how) {
        this.how = how;
        if (how.equals("constructor")) {
            throw new AssertionError("no good");
        }
        if (how.equals("checkedConstructor")) {
            hurl(new IOException("no good"));
        }
    }

    @Override
    public DesignSpace space() {
        return switch (how) {
            case "nullSpace" -> null;
            case "throwingSpace" -> throw new IllegalStateException("no space");
            default -> DesignSpace.binary(4, 4).withZeros(8);
        };
    }

    @Override
    public List<Output> outputs() {
        Output value = new Output("value", "", Goal.MAXIMISE);
        return switch (how) {
            case "nullObjectives" -> null;
            case "noObjective" -> List.of();
            case "nullObjective" -> new ArrayList<>(Arrays.asList(value, null));
            case "sameObjectives" -> List.of(value, value);
            case "throwingObjectives" -> throw new StackOverflowError();
            default -> List.of(value);
        };
    }

    @Override
    public int batchSize() {
        return how.equals("noBatch") ? 0 : 1;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations results = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            results.set(i, 0, designs.word(i, 0));
        }
        return switch (how) {
            case "tooMany" -> new Evaluations(designs.size() + 1, 1);
            case "tooFew" -> new Evaluations(designs.size() - 1, 1);
            case "noColumn" -> new Evaluations(designs.size(), 0);
            case "null" -> null;
            case "memory" -> exhausted();
            case "stack" -> evaluate(designs, cancellation);
            case "linkage" -> throw new NoClassDefFoundError("org/example/Missing");
            case "checked" -> hurl(new IOException("undeclared"));
            case "cancelled" -> throw new CancellationException("nobody asked for it");
            case "wrapped" -> throw new IllegalStateException("wraps", new IllegalArgumentException("the reason"));
            default -> results;
        };
    }

    private static Evaluations exhausted() {
        List<long[]> hog = new ArrayList<>();
        while (true) {
            hog.add(new long[Integer.MAX_VALUE - 8]);
        }
    }

    @Override
    public double gradient(double[] design, double[] gradient) {
        gradient[3] = how.equals("slope") ? Double.NaN : 1;
        return how.equals("value") ? Double.POSITIVE_INFINITY : 1;
    }

    @Override
    public double[][] swaps(double[] design) {
        return switch (how) {
            case "nullSwaps" -> null;
            case "nullRow" -> new double[8][];
            case "shortRows" -> new double[8][7];
            case "fewRows" -> new double[7][8];
            default -> new double[8][8];
        };
    }

    @Override
    public Enumeration enumerate(DesignSpace space, int top, Workers workers, Phase progress) {
        DesignBatch best = DesignBatch.ofBits(16, new long[] {0xFF});
        return switch (how) {
            case "nullEnumeration" -> null;
            case "nullBest" -> new Enumeration(12_870, null, new double[] {1}, 1, 1, new long[2], 1);
            case "fewValues" -> new Enumeration(12_870, best, new double[0], 1, 1, new long[2], 1);
            default -> new Enumeration(12_870, best, new double[] {1}, 1, 1, new long[2], 1);
        };
    }

    @Override
    public Bound bound(DesignSpace space, double[] part, double toBeat, Cancellation cancellation) {
        return switch (how) {
            case "nullBound" -> null;
            case "noBound" -> new Bound(Double.NaN, true, -1, null, 0);
            case "noBranch" -> new Bound(1, false, -1, null, 0);
            case "decidedBranch" -> new Bound(1, false, 0, null, 0);
            case "unpaid" -> new Bound(1, true, -1, null, -1);
            case "outside" -> new Bound(1, true, -1, new double[16], 0);
            default -> new Bound(1, false, 1, null, 0);
        };
    }

    @Override
    public Fields fields(double[] design) {
        return switch (how) {
            case "nullFields" -> null;
            case "nodes" ->
                new Fields(new double[4][2], new int[][] {{0, 1, 2, 4}}, new int[1], List.of(), List.of(), List.of());
            case "elements" ->
                new Fields(new double[4][2], new int[][] {{0, 1, 2, 3}}, new int[2], List.of(), List.of(), List.of());
            case "components" ->
                new Fields(
                        new double[4][2],
                        new int[][] {{0, 1, 2, 3}},
                        new int[1],
                        List.of(new Fields.Field("moved", "", List.of("x", "y"), new double[4][1])),
                        List.of(),
                        List.of());
            default ->
                new Fields(new double[4][2], new int[][] {{0, 1, 2, 3}}, new int[1], List.of(), List.of(), List.of());
        };
    }

    @Override
    public List<FieldStep> steps(double[] design) {
        return switch (how) {
            case "nullSteps" -> null;
            case "noSteps" -> List.of();
            case "nullStep" -> Arrays.asList((FieldStep) null);
            default -> List.of(new FieldStep("the only one", DesignLayout.PLAIN, fields(design)));
        };
    }

    @Override
    public double[][] optima() {
        return how.equals("optima") ? new double[2][3] : new double[1][16];
    }

    @Override
    public double nearness() {
        return how.equals("nearness") ? Double.NaN : 1;
    }

    @Override
    public Composition composition() {
        return how.equals("noComposition") ? null : Composition.PRODUCT;
    }

    @Override
    public double knownPart(double[] inputs, double[] gradient) {
        gradient[2] = how.equals("knownSlope") ? Double.POSITIVE_INFINITY : 1;
        return how.equals("unknown") ? Double.NaN : how.equals("negative") ? -1 : 1;
    }

    @Override
    public void close() {
        if (how.equals("close")) {
            throw new IllegalStateException("cannot let go");
        }
    }

    /** Throws whatever it is given, declared or not. */
    @SuppressWarnings("unchecked")
    static <T, E extends Throwable> T hurl(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
