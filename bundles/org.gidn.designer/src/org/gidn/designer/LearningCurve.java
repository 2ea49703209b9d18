// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.RunContext;
import org.gidn.core.statistics.Fit;
import org.gidn.core.work.Phase;

/** Stores and shows how a predictor learns: the losses of every epoch, and how well it predicts in the end. */
final class LearningCurve implements Training.Listener, AutoCloseable {
    /** So many points of a fit are kept for pictures. */
    private static final int MOST_POINTS = 10_000;

    private final RunContext run;
    private final int iteration;
    private Phase phase;

    LearningCurve(RunContext run, int iteration) {
        this.run = run;
        this.iteration = iteration;
    }

    @Override
    public void epoch(int epoch, int epochs, double trainingLoss, double testLoss) {
        if (phase == null) {
            phase = run.phase("training the predictor", epochs, "epochs");
        }
        phase.advance(1);
        run.metric("training loss", iteration, epoch, trainingLoss);
        if (Double.isNaN(testLoss)) {
            phase.note(String.format(Locale.ROOT, "loss %.4g", trainingLoss));
        } else {
            run.metric("test loss", iteration, epoch, testLoss);
            phase.note(String.format(Locale.ROOT, "loss %.4g, test loss %.4g", trainingLoss, testLoss));
        }
    }

    @Override
    public void fitted(String part, Predictions predicted, TrainingData actual) {
        double[] values = actual.values(0);
        report(run, part, iteration, Fit.of(predicted.mean(0), values));
        String kind = part.equals("test") ? Artefact.TEST_FIT : Artefact.TRAINING_FIT;
        Artefact fit = Artefact.of(kind, "fit-" + part + "-" + iteration + ".csv", iteration);
        run.once(fit, file -> points(file, predicted, values));
    }

    private static void points(Path file, Predictions predicted, double[] actual) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(predicted.hasSpread() ? "actual,predicted,spread\n" : "actual,predicted\n");
            for (int i = 0; i < Math.min(MOST_POINTS, actual.length); i++) {
                out.write(actual[i] + "," + predicted.mean(0)[i]);
                out.write(predicted.hasSpread() ? "," + predicted.spread(0)[i] + "\n" : "\n");
            }
        }
    }

    @Override
    public void close() {
        if (phase != null) {
            phase.close();
        }
    }

    /** Records how well values were predicted. */
    static void report(RunContext run, String what, int iteration, Fit fit) {
        run.metric(what + " MSE", iteration, 0, fit.mse());
        run.metric(what + " MAE", iteration, 0, fit.mae());
        run.metric(what + " R²", iteration, 0, fit.r2());
        run.metric(what + " Spearman", iteration, 0, fit.spearman());
    }
}
