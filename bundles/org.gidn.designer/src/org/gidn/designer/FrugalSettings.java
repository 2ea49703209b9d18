// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Settings;

/**
 * The settings of the frugal GIDN optimiser, as {@code plugin.xml} declares them.
 *
 * @param samples number of random designs evaluated to begin with
 * @param sampler how they are drawn
 * @param predictor what learns from all that was evaluated
 * @param iterations most rounds of training, design and evaluation
 * @param evaluated how many designs are evaluated in an iteration, at least
 * @param evaluatedShare the same as a share of the designs known, once that is more
 * @param acquisition by what designs are chosen; a draw is another one for each design, as in Thompson sampling
 * @param spreadWeight how much the predictor's spread counts beside its prediction in an upper bound
 * @param distance in what share of their variables the designs evaluated in an iteration differ from each other, at least; where
 *     some are continuous, the same as a part of what the best designs differ by
 * @param starts number of starts of the designer in each iteration
 * @param leastNoise least standard deviation of a start's variables about a good design, in halves of their ranges
 * @param mostNoise greatest
 * @param steps number of Adam steps of the designer
 * @param learningRate Adam's step size, in halves of the variables' ranges
 * @param moments at how many evenly spaced moments of its way designs are taken
 * @param neighbours number of random neighbours of good designs that are looked at beside those of the designer
 * @param elites number of good designs that new ones are made from, at least
 * @param eliteShare the same as a share of the designs known, once that is more
 * @param stall after so many evaluations without a better design, and half as many as that needed, all begins anew from other
 *     random designs; 0 for never
 * @param gradients whether gradients are learned from where the evaluator has them
 * @param knownPart when only the rest of an objective is learned of which the evaluator knows a part
 * @since 1.0
 */
public record FrugalSettings(
        int samples,
        Sampler sampler,
        Predictor predictor,
        int iterations,
        int evaluated,
        double evaluatedShare,
        Acquisition.Kind acquisition,
        double spreadWeight,
        double distance,
        int starts,
        double leastNoise,
        double mostNoise,
        int steps,
        double learningRate,
        int moments,
        int neighbours,
        int elites,
        double eliteShare,
        int stall,
        boolean gradients,
        KnownPart knownPart) {
    /** When what an evaluator knows of its objective is left out of what is learned. */
    public enum KnownPart {
        ALWAYS,
        /** Only where no gradients are learned, which tell of the known part too. */
        WITHOUT_GRADIENTS,
        NEVER;

        boolean applies(boolean gradients) {
            return this == ALWAYS || this == WITHOUT_GRADIENTS && !gradients;
        }
    }

    /**
     * A method that takes so many random designs to begin with, then so many in each iteration, and never begins anew; all else is
     * as {@code plugin.xml} declares it.
     */
    public static FrugalSettings plain(
            Sampler sampler, Predictor predictor, int samples, int iterations, int evaluated, boolean gradients) {
        return new FrugalSettings(
                samples,
                sampler,
                predictor,
                iterations,
                evaluated,
                0,
                Acquisition.Kind.EXPECTED_IMPROVEMENT,
                0.5,
                0.1,
                200,
                0.25,
                1,
                30,
                0.1,
                6,
                300,
                50,
                0.15,
                0,
                gradients,
                KnownPart.WITHOUT_GRADIENTS);
    }

    /** Reads the settings of the extension. */
    public static FrugalSettings of(Settings settings) {
        return new FrugalSettings(
                settings.integer("samples"),
                settings.extension("sampler", Sampler.class),
                settings.extension("predictor", Predictor.class),
                settings.integer("iterations"),
                settings.integer("evaluated"),
                settings.real("evaluatedShare"),
                switch (settings.text("acquisition")) {
                    case "prediction" -> Acquisition.Kind.PREDICTION;
                    case "expectedImprovement" -> Acquisition.Kind.EXPECTED_IMPROVEMENT;
                    case "thompson" -> Acquisition.Kind.DRAW;
                    default -> Acquisition.Kind.UPPER_BOUND;
                },
                settings.real("spreadWeight"),
                settings.real("distance"),
                settings.integer("starts"),
                settings.real("leastNoise"),
                settings.real("mostNoise"),
                settings.integer("steps"),
                settings.real("learningRate"),
                settings.integer("moments"),
                settings.integer("neighbours"),
                settings.integer("elites"),
                settings.real("eliteShare"),
                settings.integer("stall"),
                settings.flag("gradients"),
                switch (settings.text("knownPart")) {
                    case "always" -> KnownPart.ALWAYS;
                    case "never" -> KnownPart.NEVER;
                    default -> KnownPart.WITHOUT_GRADIENTS;
                });
    }
}
