// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.lang.reflect.Method;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.material.Material;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.sampling.Sampler;
import org.gidn.experiments.internal.Messages;

/** Whether answers keep the contracts of the extension points. */
final class Answers {
    /** Looks at the answer of an interface's method. */
    @FunctionalInterface
    interface Check {
        /** What is wrong with an answer, as the end of a sentence; null if nothing is. */
        String fault(Object guest, String question, Object[] arguments, Object answer);
    }

    private static final Map<Class<?>, Check> CHECKS = Map.ofEntries(
            Map.entry(Evaluator.class, EvaluatorAnswers::plain),
            Map.entry(GradientEvaluator.class, EvaluatorAnswers::gradient),
            Map.entry(NoisyEvaluator.class, EvaluatorAnswers::plain),
            Map.entry(SwapEvaluator.class, EvaluatorAnswers::swaps),
            Map.entry(EnumerationEvaluator.class, EvaluatorAnswers::enumeration),
            Map.entry(BoundedEvaluator.class, EvaluatorAnswers::bound),
            Map.entry(FieldEvaluator.class, (guest, question, arguments, answer) -> null),
            Map.entry(FieldStepEvaluator.class, EvaluatorAnswers::steps),
            Map.entry(KnownOptima.class, EvaluatorAnswers::optima),
            Map.entry(PartlyKnownEvaluator.class, EvaluatorAnswers::knownPart),
            Map.entry(BatchExecutor.class, Answers::executor),
            Map.entry(Sampler.class, Answers::sampler),
            Map.entry(Material.class, Answers::material),
            Map.entry(Constraint.class, ConstraintAnswers::plain),
            Map.entry(DesignRule.class, ConstraintAnswers::rule),
            Map.entry(Predictor.class, PredictorAnswers::plain),
            Map.entry(OnnxExport.class, PredictorAnswers::plain),
            Map.entry(InputGradient.class, PredictorAnswers::gradient));

    private Answers() {}

    /** What is wrong with an answer, as the end of a sentence; null if nothing is, or no contract of the house's is known. */
    static String fault(Object guest, Method method, Object[] arguments, Object answer) {
        Check check = CHECKS.get(method.getDeclaringClass());
        if (check == null) {
            return null;
        }
        return answer == null && method.getReturnType() != void.class
                ? Messages.answerNull
                : check.fault(guest, method.getName(), arguments, answer);
    }

    private static String executor(Object guest, String question, Object[] arguments, Object answer) {
        if (!question.equals("evaluate")) {
            return null;
        }
        Task task = (Task) arguments[0];
        return values((Evaluations) answer, task.designs(), task.evaluator().here());
    }

    /** Whether there is a value for each design and objective. */
    static String values(Evaluations answer, DesignBatch designs, Evaluator evaluator) {
        int objectives = evaluator.outputs().size();
        if (answer.size() == designs.size() && answer.outputs() == objectives) {
            return null;
        }
        Object[] numbers = {designs.size(), objectives, answer.size(), answer.outputs()};
        return NLS.bind(Messages.answerValues, numbers);
    }

    private static String sampler(Object guest, String question, Object[] arguments, Object answer) {
        if (!question.equals("sample")) {
            return null;
        }
        DesignSpace space = (DesignSpace) arguments[0];
        return designs((DesignBatch) answer, (int) arguments[1], space.variables());
    }

    /** Whether there are so many designs of so many variables. */
    static String designs(DesignBatch answer, int count, int variables) {
        if (answer.size() != count || answer.variables() != variables) {
            Object[] numbers = {count, variables, answer.size(), answer.variables()};
            return NLS.bind(Messages.answerDesigns, numbers);
        }
        for (int i = 0; i < count && !answer.packed(); i++) {
            String fault = finite(answer.toArray(i));
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static String material(Object guest, String question, Object[] arguments, Object answer) {
        return arguments.length == 2 ? finite((double[]) arguments[1]) : null;
    }

    /** Whether all are numbers. */
    static String finite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return NLS.bind(Messages.answerNumber, value);
            }
        }
        return null;
    }
}
