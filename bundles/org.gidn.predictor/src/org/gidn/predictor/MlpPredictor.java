// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.Workers;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.predictor.internal.Ensemble;
import org.gidn.predictor.internal.ModelFile;
import org.gidn.predictor.internal.TargetScaling;
import org.gidn.predictor.internal.Trainer;

/**
 * A multilayer perceptron: fully connected layers with ReLU, one linear output, mean squared error, Adam; or several of
 * them, averaged. The paper's predictor.
 *
 * @since 1.0
 */
public final class MlpPredictor implements OnnxExport {
    private final MlpSettings settings;
    private TargetScaling scaling;
    private Ensemble ensemble;

    public MlpPredictor(MlpSettings settings) {
        this.settings = settings;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException also if the loss diverges; the weights of the epoch before stay usable
     */
    @Override
    public void train(TrainingData data, Training training) {
        Trainer trainer = new Trainer(data, settings, training);
        try {
            trainer.train();
        } finally {
            use(trainer.result());
        }
        tell("training", trainer.trainingPart(), training);
        if (trainer.testPart().designs().size() > 0) {
            tell("test", trainer.testPart(), training);
        }
    }

    private void tell(String part, TrainingData data, Training training) {
        training.listener().fitted(part, predict(data.designs(), training.workers()), data.values());
    }

    private void use(ModelFile model) {
        close();
        scaling = model.scaling();
        ensemble = new Ensemble(model.members());
    }

    @Override
    public double[] predict(DesignBatch designs, Workers workers) {
        checkVariables(designs.variables());
        double[] values = trained().outputs(designs, workers);
        for (int i = 0; i < values.length; i++) {
            values[i] = scaling.value(values[i]);
        }
        return values;
    }

    private void checkVariables(int variables) {
        int inputs = trained().architecture().inputs();
        if (variables != inputs) {
            throw new InvalidInputException("The predictor was trained for designs of " + inputs
                    + " variables, but one of " + variables + " was given.");
        }
    }

    @Override
    public InputGradient inputGradient() {
        return trained().gradient();
    }

    private Ensemble trained() {
        if (ensemble == null) {
            throw new IllegalStateException("the predictor is not trained");
        }
        return ensemble;
    }

    @Override
    public void save(Path file) throws IOException {
        model().write(file, settings);
    }

    @Override
    public void exportOnnx(Path file) throws IOException {
        model().writeOnnx(file);
    }

    private ModelFile model() {
        return new ModelFile(trained().members(), scaling);
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
