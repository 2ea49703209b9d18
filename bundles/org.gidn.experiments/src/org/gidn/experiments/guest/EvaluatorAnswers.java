// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.problem.Output;
import org.gidn.experiments.internal.Messages;

/** Whether the answers of evaluators keep the contract. */
final class EvaluatorAnswers {
    private EvaluatorAnswers() {}

    static String plain(Object guest, String question, Object[] arguments, Object answer) {
        return switch (question) {
            case "outputs" -> outputs((List<?>) answer);
            case "batchSize" -> (int) answer < 1 ? NLS.bind(Messages.answerCapacity, answer) : null;
            case "evaluate", "measure" ->
                Answers.values((Evaluations) answer, (DesignBatch) arguments[0], (Evaluator) guest);
            default -> null;
        };
    }

    private static String outputs(List<?> outputs) {
        Set<String> names = new HashSet<>();
        boolean judged = false;
        for (Object each : outputs) {
            if (each == null) {
                return Messages.answerNullIn;
            }
            if (!names.add(((Output) each).name())) {
                return NLS.bind(Messages.answerObjectiveTwice, ((Output) each).name());
            }
            judged |= ((Output) each).judged();
        }
        return judged ? null : Messages.answerNoObjective;
    }

    static String gradient(Object guest, String question, Object[] arguments, Object answer) {
        if (answer instanceof Evaluations evaluations) {
            return gradients(guest, (DesignBatch) arguments[0], evaluations);
        }
        String fault = Answers.finite((double) answer);
        return fault == null ? Answers.finite((double[]) arguments[1]) : fault;
    }

    /** Whether there is a gradient for each design that has a value. */
    private static String gradients(Object guest, DesignBatch designs, Evaluations answer) {
        int inputs = new Relaxation(((Evaluator) guest).space()).inputs();
        String fault = Answers.values(answer, designs, (Evaluator) guest);
        for (int i = 0; i < designs.size() && fault == null; i++) {
            double[] gradient = answer.gradient(i);
            if (answer.failure(i) != null) {
                continue;
            }
            fault = gradient == null
                    ? Messages.answerNullIn
                    : gradient.length == inputs
                            ? Answers.finite(gradient)
                            : NLS.bind(Messages.answerValues, new Object[] {1, inputs, 1, gradient.length});
        }
        return fault;
    }

    static String swaps(Object guest, String question, Object[] arguments, Object answer) {
        double[] design = (double[]) arguments[0];
        double[][] swaps = (double[][]) answer;
        int ones = (int) Arrays.stream(design).filter(value -> value == 1).count();
        return table(swaps, design.length - ones, ones);
    }

    private static String table(double[][] table, int rows, int columns) {
        if (Arrays.stream(table).anyMatch(Objects::isNull)) {
            return Messages.answerNullIn;
        }
        for (double[] row : table) {
            if (row.length != columns) {
                return NLS.bind(Messages.answerValues, new Object[] {rows, columns, table.length, row.length});
            }
        }
        return table.length == rows
                ? null
                : NLS.bind(Messages.answerValues, new Object[] {rows, columns, table.length, columns});
    }

    static String enumeration(Object guest, String question, Object[] arguments, Object answer) {
        Enumeration found = (Enumeration) answer;
        if (found.best() == null || found.bestValues() == null || found.histogram() == null) {
            return Messages.answerNullIn;
        }
        DesignSpace space = (DesignSpace) arguments[0];
        String fault = Answers.designs(found.best(), found.bestValues().length, space.variables());
        return fault == null ? Answers.finite(found.bestValues()) : fault;
    }

    static String bound(Object guest, String question, Object[] arguments, Object answer) {
        Bound bound = (Bound) answer;
        double[] part = (double[]) arguments[1];
        if (Double.isNaN(bound.value())) {
            return Answers.finite(bound.value());
        }
        if (bound.evaluations() < 0) {
            return NLS.bind(Messages.answerCount, bound.evaluations());
        }
        if (!bound.closed()
                && !(bound.branch() >= 0 && bound.branch() < part.length && Double.isNaN(part[bound.branch()]))) {
            return NLS.bind(Messages.answerBranch, bound.branch());
        }
        if (bound.design() == null) {
            return null;
        }
        DesignSpace space = (DesignSpace) arguments[0];
        return bound.design().length == part.length
                        && space.contains(DesignBatch.ofValues(part.length, bound.design()), 0)
                ? null
                : Messages.answerOutside;
    }

    static String knownPart(Object guest, String question, Object[] arguments, Object answer) {
        if (!question.equals("knownPart")) {
            return null;
        }
        double part = (double) answer;
        boolean factor = ((PartlyKnownEvaluator) guest).composition() == PartlyKnownEvaluator.Composition.PRODUCT;
        String fault = Answers.finite(part);
        if (fault == null && factor && part <= 0) {
            fault = NLS.bind(Messages.answerFactor, part);
        }
        return fault == null ? Answers.finite((double[]) arguments[1]) : fault;
    }

    static String steps(Object guest, String question, Object[] arguments, Object answer) {
        List<?> steps = (List<?>) answer;
        return steps.isEmpty()
                ? Messages.answerNothing
                : steps.stream().anyMatch(Objects::isNull) ? Messages.answerNullIn : null;
    }

    static String optima(Object guest, String question, Object[] arguments, Object answer) {
        return answer instanceof double[][] optima
                ? table(
                        optima,
                        Math.max(1, optima.length),
                        ((Evaluator) guest).space().variables())
                : Answers.finite((double) answer);
    }
}
