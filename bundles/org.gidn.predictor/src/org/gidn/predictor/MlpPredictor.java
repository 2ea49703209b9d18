// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Workers;
import org.gidn.predictor.internal.Ensemble;
import org.gidn.predictor.internal.MemberTask;
import org.gidn.predictor.internal.ModelFile;
import org.gidn.predictor.internal.Trainer;
import org.gidn.predictor.internal.TrialData;
import org.gidn.predictor.settings.MlpSettings;

/**
 * A multilayer perceptron: fully connected layers, linear outputs, mean squared error, Adam; or several of them, averaged. With
 * ReLU it is the paper's predictor; a few small ones with a smooth activation, which learn gradients too, get most out of few
 * examples. Where training may use workers elsewhere, each of several networks is trained by one of them.
 *
 * @since 1.0
 */
public final class MlpPredictor implements OnnxExport, PieceWork {
    private final MlpSettings settings;
    private Ensemble ensemble;

    public MlpPredictor(MlpSettings settings) {
        this.settings = settings;
    }

    /** {@inheritDoc} Several networks have a spread, one has none; each is a draw of what may be true. */
    @Override
    public Set<PredictorCapability> capabilities() {
        Set<PredictorCapability> capabilities = EnumSet.of(
                PredictorCapability.INPUT_GRADIENT,
                PredictorCapability.SEVERAL_OUTPUTS,
                PredictorCapability.DRAWS,
                PredictorCapability.WARM_START);
        if (settings.ensemble() > 1) {
            capabilities.add(PredictorCapability.SPREAD);
        }
        if (settings.engine().equals("tiled")) {
            capabilities.add(PredictorCapability.LEARNS_WEIGHTS);
        }
        if (settings.gradientWeight() > 0) {
            capabilities.add(PredictorCapability.LEARNS_GRADIENTS);
        }
        return capabilities;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException also if the loss diverges; the weights of the epoch before stay usable
     */
    @Override
    public void train(TrainingData data, Training training) {
        train(new Trainer(data, settings, training), training);
    }

    @Override
    public void update(TrainingData data, Training training) {
        Trainer trainer = new Trainer(data, settings, training);
        if (ensemble != null) {
            trainer.beginWith(ensemble.model());
        }
        train(trainer, training);
    }

    private void train(Trainer trainer, Training training) {
        try {
            if (trainer.worthSending()) {
                trainer.trainElsewhere(this);
            } else {
                trainer.train();
            }
        } finally {
            use(trainer.result());
        }
        tell("training", trainer.trainingPart(), training);
        if (trainer.testPart().designs().size() > 0) {
            tell("test", trainer.testPart(), training);
        }
    }

    /** Trains one of several networks. */
    @Override
    public byte[] piece(byte[] input, Workers workers, PieceWork.Listener listener) {
        boolean trial = input.length == 0;
        MemberTask task = trial ? new MemberTask(0, 1, null, TrialData.make()) : MemberTask.of(input);
        Training.Listener epochs = (epoch, all, loss, test) -> listener.done(
                (double) epoch / all,
                String.format(
                        Locale.ROOT, "network %d, epoch %d of %d, loss %.4g", task.member() + 1, epoch, all, loss));
        return Trainer.member(task, trial ? settings.small() : settings, workers, epochs)
                .bytes();
    }

    /** A small network that learns the number of ones of a few designs. */
    @Override
    public byte[] trial() {
        return new byte[0];
    }

    private void tell(String part, TrainingData data, Training training) {
        training.listener().fitted(part, predict(data.designs(), training.workers()), data);
    }

    private void use(ModelFile model) {
        close();
        ensemble = new Ensemble(model);
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        checkVariables(designs.variables());
        return ensemble.predict(designs, workers);
    }

    /** {@inheritDoc} Its scale is that of {@link MlpSettings#targetScaling()}. */
    @Override
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        checkVariables(designs.variables());
        return ensemble.score(designs, acquisition, workers);
    }

    private void checkVariables(int variables) {
        int inputs = trained().architecture().inputs();
        if (variables != inputs) {
            throw new InvalidInputException("The predictor was trained for designs of " + inputs
                    + " variables, but one of " + variables + " was given.");
        }
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return trained().gradient(acquisition);
    }

    private Ensemble trained() {
        if (ensemble == null) {
            throw new IllegalStateException("the predictor is not trained");
        }
        return ensemble;
    }

    @Override
    public void save(Path file) throws IOException {
        trained().model().write(file, settings);
    }

    @Override
    public void exportOnnx(Path file) throws IOException {
        trained().model().writeOnnx(file);
    }

    @Override
    public void restore(Path file) {
        use(ModelFile.read(file));
    }

    @Override
    public void close() {
        if (ensemble != null) {
            ensemble.close();
            ensemble = null;
        }
    }

    /** Makes the predictor from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Predictor> {
        @Override
        public Predictor create(Settings settings) {
            return new MlpPredictor(MlpSettings.of(settings));
        }
    }
}
