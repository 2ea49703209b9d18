// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Predictions;
import org.gidn.experiments.internal.Messages;

/** Whether the answers of predictors keep the contract. */
final class PredictorAnswers {
    private PredictorAnswers() {}

    static String plain(Object guest, String question, Object[] arguments, Object answer) {
        return switch (question) {
            case "predict" -> predictions((Predictions) answer, ((DesignBatch) arguments[0]).size());
            case "score" -> column((double[]) answer, ((DesignBatch) arguments[0]).size());
            case "save", "exportOnnx" -> written((Path) arguments[0]);
            default -> null;
        };
    }

    private static String predictions(Predictions answer, int designs) {
        if (answer.mean() == null || answer.hasSpread() && answer.spread().length != answer.outputs()) {
            return Messages.answerNullIn;
        }
        if (answer.outputs() == 0) {
            return NLS.bind(Messages.answerValues, new Object[] {designs, 1, designs, 0});
        }
        for (int output = 0; output < answer.outputs(); output++) {
            String fault = column(answer.mean(output), designs);
            if (fault == null && answer.hasSpread()) {
                fault = spread(answer.spread(output), designs);
            }
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static String spread(double[] answer, int designs) {
        String fault = column(answer, designs);
        double least = fault == null ? Arrays.stream(answer).min().orElse(0) : 0;
        return least < 0 ? NLS.bind(Messages.answerNegative, least) : fault;
    }

    private static String column(double[] answer, int designs) {
        if (answer == null) {
            return Messages.answerNullIn;
        }
        return answer.length == designs
                ? Answers.finite(answer)
                : NLS.bind(Messages.answerValues, new Object[] {designs, 1, answer.length, 1});
    }

    private static String written(Path file) {
        return Files.exists(file) ? null : NLS.bind(Messages.answerFile, file);
    }

    static String gradient(Object guest, String question, Object[] arguments, Object answer) {
        if (question.equals("capacity")) {
            return (int) answer > 0 ? null : NLS.bind(Messages.answerCapacity, answer);
        }
        if (Boolean.FALSE.equals(answer)) {
            return null;
        }
        int last = arguments.length - 1;
        float[] gradients = (float[]) arguments[last];
        String fault = finite((float[]) arguments[last - 1], (int) arguments[last - 2]);
        return fault == null ? finite(gradients, gradients.length) : fault;
    }

    private static String finite(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(values[i])) {
                return NLS.bind(Messages.answerNumber, values[i]);
            }
        }
        return null;
    }
}
