// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.internal;

/** What is added to a predictor's only output, exactly known. Thread-safe. */
@FunctionalInterface
public interface KnownOffset {
    /**
     * The offset of a position.
     *
     * @param positions inputs of the predictor
     * @param from where those of the position begin
     * @param slopes receives one derivative an input
     */
    double of(float[] positions, int from, double[] slopes);
}
