// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.gp;

import org.gidn.core.settings.Settings;

/**
 * The settings of a Gaussian process, as {@code plugin.xml} declares them. Deviations are on the scale on which it learns, where the
 * examples have mean 0 and standard deviation 1.
 *
 * @param lengths {@code one} for all inputs of a kind, or one for {@code each} input
 * @param kinds whether numbers and levels are {@code multiplied} or {@code added}
 * @param numberLength how far numbers are alike, as a share of the examples' range; see {@link GaussianProcess}
 * @param levelLength how many levels may differ in designs that are alike, as a share of all
 * @param deviation the standard deviation of the values
 * @param noise the standard deviation of the noise, above 0
 * @param searches how often the likelihood is climbed; 0 leaves lengths and deviations as they are given
 * @param evaluations how often each climb may ask for the likelihood
 * @param searchDesigns by so many examples the likelihood is measured, drawn at random if there are more
 * @param mostDesigns more examples are refused
 * @param targetScaling {@code standard}, {@code squareRoot} or {@code log}
 * @since 1.0
 */
public record GaussianProcessSettings(
        String lengths,
        String kinds,
        double numberLength,
        double levelLength,
        double deviation,
        double noise,
        int searches,
        int evaluations,
        int searchDesigns,
        int mostDesigns,
        String targetScaling) {
    /** What {@code plugin.xml} declares. */
    public static final GaussianProcessSettings DEFAULTS =
            new GaussianProcessSettings("one", "multiplied", 0.5, 0.5, 1, 0.01, 1, 50, 200, 4000, "standard");

    /** Reads the settings of the extension. */
    public static GaussianProcessSettings of(Settings settings) {
        return new GaussianProcessSettings(
                settings.text("lengths"),
                settings.text("kinds"),
                settings.real("numberLength"),
                settings.real("levelLength"),
                settings.real("deviation"),
                settings.real("noise"),
                settings.integer("searches"),
                settings.integer("evaluations"),
                settings.integer("searchDesigns"),
                settings.integer("mostDesigns"),
                settings.text("targetScaling"));
    }
}
