// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.settings.Settings;

/**
 * How the designer moves from its starts.
 *
 * @param startMean mean of the Gaussian that starts are drawn from, in the units of the design variables
 * @param startDeviation its standard deviation
 * @param steps number of Adam steps
 * @param learningRate Adam's step size, in the units of the design variables
 * @param clip whether variables are kept within their bounds in every step
 * @param volumePenalty weight of the squared distance of the mean variable from the one that the space asks for
 * @param boundsPenalty weight of the summed squared distances of the variables from their bounds
 * @since 1.0
 */
public record DescentSettings(
        double startMean,
        double startDeviation,
        int steps,
        double learningRate,
        boolean clip,
        double volumePenalty,
        double boundsPenalty) {
    /** Reads the settings of the extension. */
    static DescentSettings of(Settings settings) {
        return new DescentSettings(
                settings.real("startMean"),
                settings.real("startDeviation"),
                settings.integer("steps"),
                settings.real("learningRate"),
                settings.flag("clip"),
                settings.real("volumePenalty"),
                settings.real("boundsPenalty"));
    }
}
