// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Demand;
import org.gidn.experiments.internal.Messages;

/** Whether the answers of constraints and their rules keep the contract. */
final class ConstraintAnswers {
    private ConstraintAnswers() {}

    static String plain(Object guest, String question, Object[] arguments, Object answer) {
        return switch (question) {
            case "limit" -> limited((DesignSpace) arguments[0], (DesignSpace) answer);
            case "demand" -> demand((List<?>) arguments[0], (Optional<?>) answer);
            default -> null;
        };
    }

    /** A limit leaves the variables what they are. */
    private static String limited(DesignSpace before, DesignSpace after) {
        return after.blocks().equals(before.blocks()) ? null : Messages.answerOtherSpace;
    }

    private static String demand(List<?> outputs, Optional<?> answer) {
        int output = answer.map(demand -> ((Demand) demand).output()).orElse(0);
        return output >= 0 && output < outputs.size()
                ? null
                : NLS.bind(Messages.answerNoOutput, output, outputs.size());
    }

    static String rule(Object guest, String question, Object[] arguments, Object answer) {
        return switch (question) {
            case "violation" -> violation((double) answer);
            case "repair" -> repaired(((double[]) arguments[0]).length, (Optional<?>) answer);
            default -> null;
        };
    }

    private static String violation(double answer) {
        String fault = Answers.finite(answer);
        return fault == null && answer < 0 ? NLS.bind(Messages.answerNegative, answer) : fault;
    }

    private static String repaired(int variables, Optional<?> answer) {
        if (answer.isEmpty()) {
            return null;
        }
        double[] design = (double[]) answer.get();
        return design.length == variables
                ? Answers.finite(design)
                : NLS.bind(Messages.answerDesigns, new Object[] {1, variables, 1, design.length});
    }
}
