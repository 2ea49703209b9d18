// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Workers;

/**
 * One of two predictors, whichever suits the examples: of the values of some hundred designs one that is exact, such as a Gaussian
 * process, tells most; gradients, as long as there are few designs, and very many designs are for networks. Each training chooses
 * anew.
 *
 * @since 1.0
 */
public final class AutomaticPredictor implements Predictor {
    private final Predictor values;
    private final Predictor gradients;
    private final int gradientDesigns;
    private final int valueDesigns;
    /** The one that was trained or restored last. */
    private Predictor chosen;

    /**
     * @param values learns values alone
     * @param gradients learns values and gradients
     * @param gradientDesigns up to so many designs of which there are gradients are for the second
     * @param valueDesigns up to so many others are for the first; more are for the second
     */
    public AutomaticPredictor(Predictor values, Predictor gradients, int gradientDesigns, int valueDesigns) {
        this.values = values;
        this.gradients = gradients;
        this.gradientDesigns = gradientDesigns;
        this.valueDesigns = valueDesigns;
    }

    /** {@inheritDoc} What both can, and gradients, which only the second is given. */
    @Override
    public Set<PredictorCapability> capabilities() {
        Set<PredictorCapability> capabilities = EnumSet.copyOf(gradients.capabilities());
        capabilities.removeIf(capability -> capability != PredictorCapability.LEARNS_GRADIENTS
                && !values.capabilities().contains(capability));
        return capabilities;
    }

    @Override
    public void train(TrainingData data, Training training) {
        choose(data);
        chosen.train(data, training);
    }

    @Override
    public void update(TrainingData data, Training training) {
        choose(data);
        chosen.update(data, training);
    }

    private void choose(TrainingData data) {
        boolean slopes = data.gradients() != null && data.size() <= gradientDesigns;
        chosen = slopes || data.size() > valueDesigns ? gradients : values;
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        return trained().predict(designs, workers);
    }

    @Override
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        return trained().score(designs, acquisition, workers);
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return trained().inputGradient(acquisition);
    }

    private Predictor trained() {
        if (chosen == null) {
            throw new IllegalStateException("the predictor is not trained");
        }
        return chosen;
    }

    /** {@inheritDoc} The file is that of the one which was chosen. */
    @Override
    public void save(Path file) throws IOException {
        trained().save(file);
    }

    @Override
    public void restore(Path file) {
        try {
            gradients.restore(file);
            chosen = gradients;
        } catch (InvalidInputException noNetworks) {
            try {
                values.restore(file);
                chosen = values;
            } catch (InvalidInputException e) {
                // What either says of a file that is none of theirs; the first names no kind.
                noNetworks.addSuppressed(e);
                throw noNetworks;
            }
        }
    }

    /** Makes the predictor from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Predictor> {
        @Override
        public Predictor create(Settings settings) {
            return new AutomaticPredictor(
                    settings.extension("values", Predictor.class),
                    settings.extension("gradients", Predictor.class),
                    settings.integer("gradientDesigns"),
                    settings.integer("valueDesigns"));
        }
    }
}
