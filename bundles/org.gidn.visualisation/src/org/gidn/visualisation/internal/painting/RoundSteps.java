// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

/** Steps from one labelled value of an axis to the next: 1, 2 or 5 times a power of ten. */
final class RoundSteps {
    private RoundSteps() {}

    /** The least such step that cuts a range into at most so many parts. */
    static double step(double range, int most) {
        double rough = range / most;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double mantissa = rough / power;
        return power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
    }
}
