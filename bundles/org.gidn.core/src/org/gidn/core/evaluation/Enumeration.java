// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.DesignBatch;

/**
 * What an exhaustive search found.
 *
 * @param designs number of designs of the space, all evaluated
 * @param best the best designs, best first
 * @param bestValues their values
 * @param mean mean over all designs
 * @param standardDeviation standard deviation over all designs
 * @param histogram counts of designs in bins of equal width from 0 on, the last bin holding all above
 * @param binWidth width of a bin, in the objective's unit
 * @since 1.0
 */
public record Enumeration(
        long designs,
        DesignBatch best,
        double[] bestValues,
        double mean,
        double standardDeviation,
        long[] histogram,
        double binWidth) {}
