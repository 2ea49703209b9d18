// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.predictor.settings.MlpSettings;

/** Recognises that training has gone wrong for good. */
final class Divergence {
    /** How many times worse than a network that always says 0 a network must be to count as lost. */
    private static final double LOST = 1e6;

    private final MlpSettings settings;
    private final double limit;

    Divergence(MlpSettings settings, TrainingSet set) {
        this.settings = settings;
        this.limit = LOST * set.meanSquare();
    }

    /**
     * Looks at an epoch that has ended.
     *
     * @param parameters the parameters after it
     * @throws InvalidInputException if the loss is beyond hope or a parameter is not finite
     */
    void check(int epoch, double loss, float[] parameters) {
        if (!(loss <= limit) || !finite(parameters)) {
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "Training diverged in epoch %d: the loss is %.3g; the weights of epoch %d are kept. Use a"
                            + " learningRate below %s.",
                    epoch,
                    loss,
                    epoch - 1,
                    settings.learningRate()));
        }
    }

    private static boolean finite(float[] parameters) {
        int largest = 0;
        for (float parameter : parameters) {
            largest = Math.max(largest, Float.floatToRawIntBits(parameter) & Integer.MAX_VALUE);
        }
        return largest < Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    }
}
