// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;

/**
 * Examples to learn from.
 *
 * @param designs the designs
 * @param values the value of each, finite
 * @since 1.0
 */
public record TrainingData(DesignBatch designs, double[] values) {
    public TrainingData {
        if (designs.size() != values.length) {
            throw new InvalidInputException(
                    "There are " + designs.size() + " designs but " + values.length + " values to learn from.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidInputException("Training value " + i + " is " + values[i]
                        + "; a predictor learns from finite values only. Leave failed designs out.");
            }
        }
    }
}
