// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Locale;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Settings;

/**
 * The settings of the GIDN optimiser, as {@code plugin.xml} declares them.
 *
 * @param samples number of designs drawn to learn from at first
 * @param sampler how they are drawn
 * @param predictor what learns from them
 * @param starts number of starts of the designer in each iteration
 * @param descent how it moves
 * @param moments at how many evenly spaced moments of its way designs are taken; the last is its end
 * @param restarts share of the starts that lie around the best designs known, from the second iteration on
 * @param restartDeviation standard deviation of each variable of these starts about its design
 * @param iterations number of rounds of training and design; more than 1 is active learning
 * @param stallIterations after how many iterations without a better design all begins anew, with other random designs; 0 for never
 * @param active whether designs found are added to the training set; otherwise as many random ones are (passive learning)
 * @param added how many designs are added between iterations, at most
 * @param selection which
 * @param polished how many of the best designs found in each iteration are improved by swaps; 0 for none
 * @param recordedPaths number of starts of each iteration whose ways are written to a file
 * @since 1.0
 */
public record GidnSettings(
        int samples,
        Sampler sampler,
        Predictor predictor,
        int starts,
        DescentSettings descent,
        int moments,
        double restarts,
        double restartDeviation,
        int iterations,
        int stallIterations,
        boolean active,
        int added,
        Selection selection,
        int polished,
        int recordedPaths) {
    static GidnSettings of(Settings settings) {
        return new GidnSettings(
                settings.integer("samples"),
                settings.extension("sampler", Sampler.class),
                settings.extension("predictor", Predictor.class),
                settings.integer("starts"),
                DescentSettings.of(settings),
                settings.integer("moments"),
                settings.real("restarts"),
                settings.real("restartDeviation"),
                settings.integer("iterations"),
                settings.integer("stallIterations"),
                settings.text("strategy").equals("active"),
                settings.integer("added"),
                Selection.valueOf(settings.text("selection").toUpperCase(Locale.ROOT)),
                settings.integer("polished"),
                settings.integer("recordedPaths"));
    }
}
