// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;

/**
 * On what scale values are learned: as they are, or their logarithms where all are above 0, so that factors by which a design
 * gets better count alike for good and bad designs.
 */
enum Scale {
    LINEAR {
        @Override
        double learned(double value) {
            return value;
        }

        @Override
        double value(double learned) {
            return learned;
        }

        @Override
        double slope(double value) {
            return 1;
        }
    },
    LOGARITHM {
        @Override
        double learned(double value) {
            return Math.log(value);
        }

        @Override
        double value(double learned) {
            return Math.exp(learned);
        }

        @Override
        double slope(double value) {
            return 1 / value;
        }
    };

    /** The scale for some values. */
    static Scale of(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0) ? LOGARITHM : LINEAR;
    }

    /** A value on this scale. */
    abstract double learned(double value);

    /** The value that {@link #learned} has made. */
    abstract double value(double learned);

    /** The derivative of {@link #learned}. */
    abstract double slope(double value);
}
