// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Fit;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;

/**
 * Trains networks of several depths and widths on the same random designs and tells how well each predicts the designs held
 * back (Figs. S11 to S15). Each structure's result is a file of the run, {@link StructureResult}, so that a resumed study goes
 * on with the next structure. It stores the metrics {@code training MSE} and {@code test MSE}, with the number of layers as
 * the iteration and that of neurons as the step.
 *
 * @since 1.0
 */
public final class NetworkStudy implements Optimiser {
    private final int samples;
    private final Sampler sampler;
    private final double testFraction;
    private final int[] layers;
    private final int[] neurons;
    private final int points;
    private final MlpSettings training;

    /**
     * @param samples number of designs drawn, those held back among them
     * @param sampler how they are drawn
     * @param testFraction share held back
     * @param layers numbers of hidden layers
     * @param neurons numbers of neurons of a layer
     * @param points most points kept for a scatter plot of each structure
     * @param training all other settings of the networks
     */
    public NetworkStudy(
            int samples,
            Sampler sampler,
            double testFraction,
            int[] layers,
            int[] neurons,
            int points,
            MlpSettings training) {
        this.samples = samples;
        this.sampler = sampler;
        this.testFraction = testFraction;
        this.layers = layers.clone();
        this.neurons = neurons.clone();
        this.points = points;
        this.training = training;
    }

    @Override
    public void check(Problem problem) {
        problem.space().requireSamples(samples);
    }

    @Override
    public void optimise(RunContext run) {
        DesignBatch designs =
                run.samples(sampler.sample(run.problem().space(), samples, run.random().stream("samples"), run), 0);
        Split split = split(
                designs,
                run.evaluate(Candidates.of(designs, Candidates.SAMPLE, 0)).values(0));
        try (Phase phase = run.phase("studying networks", (long) layers.length * neurons.length, "structures")) {
            StudyProgress progress =
                    new StudyProgress(phase, run.problem().space().variables(), layers, neurons);
            for (int depth : layers) {
                for (int width : neurons) {
                    Artefact fit =
                            Artefact.of(Artefact.STRUCTURE_FIT, StructureResult.fileName(depth, width), depth, width);
                    boolean known = run.file(fit).isPresent();
                    Path file = run.once(fit, target -> study(run, split, depth, width, progress)
                            .write(target));
                    StructureResult result = read(file);
                    run.metric("training MSE", depth, width, result.trainingMse());
                    run.metric("test MSE", depth, width, result.testMse());
                    progress.studied(depth, width, known);
                }
            }
        }
        run.done("its sampler gave " + Count.of(designs.size(), "design") + " only");
    }

    private static StructureResult read(Path file) {
        try {
            return StructureResult.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples to learn from and those held back. */
    private record Split(TrainingData training, TrainingData test) {}

    private Split split(DesignBatch designs, double[] values) {
        int[] good = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                good[count++] = i;
            }
        }
        int learned = count - (int) Math.round(testFraction * count);
        return new Split(
                part(designs, values, Arrays.copyOf(good, learned)),
                part(designs, values, Arrays.copyOfRange(good, learned, count)));
    }

    private static TrainingData part(DesignBatch designs, double[] values, int[] chosen) {
        return new TrainingData(
                designs.select(chosen),
                Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray());
    }

    private StructureResult study(RunContext run, Split split, int depth, int width, StudyProgress progress) {
        try (MlpPredictor predictor = new MlpPredictor(training.withStructure(depth, width))) {
            Training.Listener listener = (epoch, epochs, loss, test) -> progress.trained(
                    depth,
                    width,
                    epoch,
                    epochs,
                    String.format(
                            Locale.ROOT, "%d × %d, epoch %d of %d, loss %.4g", depth, width, epoch, epochs, loss));
            predictor.train(
                    split.training(),
                    new Training(run.random().child(depth + " × " + width, 0), run.workers(), listener));
            Fit learned = Fit.of(
                    predictor.predict(split.training().designs(), run.workers()).mean(0),
                    split.training().values(0));
            double[] predicted =
                    predictor.predict(split.test().designs(), run.workers()).mean(0);
            double[] actual = split.test().values(0);
            Fit held = Fit.of(predicted, actual);
            int kept = Math.min(points, actual.length);
            return new StructureResult(
                    depth,
                    width,
                    learned.mse(),
                    held.mse(),
                    Arrays.copyOf(actual, kept),
                    Arrays.copyOf(predicted, kept));
        }
    }

    /** Makes the study from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            MlpSettings training = new MlpSettings(
                    1,
                    1,
                    settings.real("dropout"),
                    settings.real("learningRate"),
                    settings.text("learningRateDecay"),
                    settings.real("weightDecay"),
                    settings.integer("batchSize"),
                    settings.integer("epochs"),
                    0,
                    settings.text("targetScaling"),
                    settings.text("inputCoding"),
                    1,
                    settings.text("engine"));
            return new NetworkStudy(
                    settings.integer("samples"),
                    settings.extension("sampler", Sampler.class),
                    settings.real("testFraction"),
                    counts(settings, "layers"),
                    counts(settings, "neurons"),
                    settings.integer("points"),
                    training);
        }

        private static int[] counts(Settings settings, String name) {
            String text = settings.text(name);
            try {
                int[] counts = Arrays.stream(text.trim().split("[\\s,]+"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                if (Arrays.stream(counts).allMatch(count -> count >= 1)) {
                    return counts;
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw new InvalidInputException("Setting '" + name
                    + "' must be whole numbers above 0 with spaces between, such as '2 4 6 8', but is '" + text + "'.");
        }
    }
}
