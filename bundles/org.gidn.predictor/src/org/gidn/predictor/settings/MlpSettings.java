// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.settings;

import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Settings;

/**
 * The settings of a multilayer perceptron, as {@code plugin.xml} declares them.
 *
 * @param layers number of hidden layers
 * @param neurons neurons of each hidden layer
 * @param dropout share of hidden activations dropped while learning, 0 … below 1
 * @param learningRate Adam's step size
 * @param learningRateDecay {@code constant}, or {@code cosine}: from the learning rate to 0 over all epochs or steps
 * @param weightDecay decoupled weight decay, as a multiple of the learning rate (Loshchilov and Hutter 2019)
 * @param batchSize samples of one step; all of them if there are fewer
 * @param epochs how often every sample is learned from
 * @param testFraction share of the samples held back to measure the test loss
 * @param targetScaling {@code none}, {@code range}, {@code standard}, {@code squareRoot} or {@code log}
 * @param inputCoding {@code asGiven}, {@code plusMinusOne} or {@code standard}
 * @param ensemble number of networks, equal but for their initial weights, whose outputs are averaged
 * @param engine {@code tiled} or {@code dl4j}
 * @param activation what hidden neurons do: {@code relu}, {@code silu} or {@code tanh}
 * @param steps number of steps, of one batch each, to take instead of epochs; 0 to count epochs
 * @param gradientWeight how much the slopes of examples whose gradients are known count in the loss in comparison with their
 *     values; 0 to leave gradients aside
 * @param gradientDesigns up to so many examples the gradient weight holds, beyond it falls as their number grows; 0 to keep it
 * @since 1.0
 */
public record MlpSettings(
        int layers,
        int neurons,
        double dropout,
        double learningRate,
        String learningRateDecay,
        double weightDecay,
        int batchSize,
        int epochs,
        double testFraction,
        String targetScaling,
        String inputCoding,
        int ensemble,
        String engine,
        String activation,
        int steps,
        double gradientWeight,
        int gradientDesigns) {
    /** The network of the paper's 8 by 8 study: six layers of 64 neurons, 1,250 epochs. */
    public static final MlpSettings DEFAULTS =
            new MlpSettings(6, 64, 0, 0.001, "constant", 0, 10_000, 1_250, 0, "standard", "asGiven", 1, "tiled");

    /** @throws InvalidInputException if they contradict each other */
    public MlpSettings {
        if (!(learningRate > 0)) {
            throw new InvalidInputException(
                    "Setting 'learningRate' must be above 0, but is " + learningRate + ": nothing would be learned.");
        }
        if (engine.equals("dl4j") && (steps > 0 || gradientWeight > 0)) {
            throw new InvalidInputException("Setting '" + (steps > 0 ? "trainingSteps" : "gradientWeight")
                    + "' needs engine 'tiled', but engine is 'dl4j'; set it to 0, or use the other engine.");
        }
    }

    /** The settings of ReLU networks that learn values in epochs. */
    public MlpSettings(
            int layers,
            int neurons,
            double dropout,
            double learningRate,
            String learningRateDecay,
            double weightDecay,
            int batchSize,
            int epochs,
            double testFraction,
            String targetScaling,
            String inputCoding,
            int ensemble,
            String engine) {
        this(
                layers,
                neurons,
                dropout,
                learningRate,
                learningRateDecay,
                weightDecay,
                batchSize,
                epochs,
                testFraction,
                targetScaling,
                inputCoding,
                ensemble,
                engine,
                "relu",
                0,
                0,
                0);
    }

    /** Reads the settings of the extension. */
    public static MlpSettings of(Settings settings) {
        return new MlpSettings(
                settings.integer("layers"),
                settings.integer("neurons"),
                settings.real("dropout"),
                settings.real("learningRate"),
                settings.text("learningRateDecay"),
                settings.real("weightDecay"),
                settings.integer("batchSize"),
                settings.integer("epochs"),
                settings.real("testFraction"),
                settings.text("targetScaling"),
                settings.text("inputCoding"),
                settings.integer("ensemble"),
                settings.text("engine"),
                settings.text("activation"),
                settings.integer("trainingSteps"),
                settings.real("gradientWeight"),
                settings.integer("gradientDesigns"));
    }

    /** Settings of a small network with the same activation that is trained within a second. */
    public MlpSettings small() {
        return new MlpSettings(
                2, 64, 0, 0.001, "constant", 0, 32, 100, 0, "standard", "asGiven", 1, "tiled", activation, 0, 0, 0);
    }

    /** The same settings for a network of another structure. */
    public MlpSettings withStructure(int otherLayers, int otherNeurons) {
        return new MlpSettings(
                otherLayers,
                otherNeurons,
                dropout,
                learningRate,
                learningRateDecay,
                weightDecay,
                batchSize,
                epochs,
                testFraction,
                targetScaling,
                inputCoding,
                ensemble,
                engine,
                activation,
                steps,
                gradientWeight,
                gradientDesigns);
    }

    /** The learning rate of an epoch, or of a step where these are counted; 1 for the first. */
    public double learningRate(int epoch) {
        int last = steps > 0 ? steps : epochs;
        return learningRateDecay.equals("cosine")
                ? learningRate * 0.5 * (1 + Math.cos(Math.PI * (epoch - 1) / last))
                : learningRate;
    }
}
