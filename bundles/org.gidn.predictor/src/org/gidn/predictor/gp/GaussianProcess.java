// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.gp;

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
import org.gidn.predictor.internal.gp.ProcessFile;
import org.gidn.predictor.internal.gp.ProcessTraining;
import org.gidn.predictor.internal.gp.TrainedProcess;

/**
 * A Gaussian process (Rasmussen and Williams 2006), exact, for up to a few thousand designs; several outputs are learned by as many
 * independent processes. Inputs that are 0 or 1 in every example, as cells of phases and categories are, count as levels, all others
 * as numbers. With Δ the difference of an input between two designs, for numbers as a share of the examples' range, the kernel is
 *
 * <ul>
 *   <li>of numbers Matérn's of smoothness 5/2: {@code (1 + √5·r + 5/3·r²)·exp(−√5·r)}, {@code r² = mean((Δ/numberLength)²)};
 *   <li>of levels the exponential Hamming kernel: {@code exp(−mean(Δ²/levelLength))}, in which the mean is the share of levels that
 *       differ;
 * </ul>
 *
 * each times the variance, or their product where there are both, or their sum if that is asked for. Lengths, deviations and noise
 * are those under which the examples are most probable, found by L-BFGS from the given ones and from random ones. The spread is that
 * of what would be measured, so that it holds the noise.
 *
 * @since 1.0
 */
public final class GaussianProcess implements Predictor {
    private final ProcessTraining method;
    private TrainedProcess process;

    public GaussianProcess(GaussianProcessSettings settings) {
        method = new ProcessTraining(
                settings.lengths().equals("each"),
                settings.kinds().equals("added"),
                new double[] {settings.deviation(), settings.numberLength(), settings.levelLength(), settings.noise()},
                settings.searches(),
                settings.evaluations(),
                settings.searchDesigns(),
                settings.mostDesigns(),
                settings.targetScaling());
    }

    /** {@inheritDoc} An update begins where the last training ended if anything is searched for. */
    @Override
    public Set<PredictorCapability> capabilities() {
        Set<PredictorCapability> capabilities = EnumSet.of(
                PredictorCapability.INPUT_GRADIENT, PredictorCapability.SPREAD, PredictorCapability.SEVERAL_OUTPUTS);
        if (method.climbs() > 0) {
            capabilities.add(PredictorCapability.WARM_START);
        }
        return capabilities;
    }

    /**
     * {@inheritDoc} The listener is told of each likelihood that is measured, and of the end. What is fitted as {@code test} are the
     * same examples, each said by what the others tell.
     *
     * @throws InvalidInputException also if there are more designs than the settings allow, or than fit into memory
     */
    @Override
    public void train(TrainingData data, Training training) {
        process = method.train(data, training, null);
    }

    /** {@inheritDoc} The first search begins with the lengths, deviations and noise of before. */
    @Override
    public void update(TrainingData data, Training training) {
        process = method.train(data, training, process);
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        checkVariables(designs);
        return process.predict(designs, workers);
    }

    /** {@inheritDoc} Its scale is that of {@link GaussianProcessSettings#targetScaling()}. */
    @Override
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        checkVariables(designs);
        return process.score(designs, acquisition, workers);
    }

    private void checkVariables(DesignBatch designs) {
        int inputs = trained().inputs();
        if (designs.variables() != inputs) {
            throw new InvalidInputException("The predictor was trained for designs of " + inputs
                    + " variables, but one of " + designs.variables() + " was given.");
        }
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return trained().gradient(acquisition);
    }

    private TrainedProcess trained() {
        if (process == null) {
            throw new IllegalStateException("the predictor is not trained");
        }
        return process;
    }

    @Override
    public void save(Path file) throws IOException {
        ProcessFile.write(trained(), file);
    }

    @Override
    public void restore(Path file) {
        process = ProcessFile.read(file);
    }

    /** Makes the predictor from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Predictor> {
        @Override
        public Predictor create(Settings settings) {
            return new GaussianProcess(GaussianProcessSettings.of(settings));
        }
    }
}
