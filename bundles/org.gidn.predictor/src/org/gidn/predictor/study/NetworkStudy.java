// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Fit;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.internal.TrialData;
import org.gidn.predictor.settings.MlpSettings;

/**
 * Trains networks of several depths and widths on the same random designs and tells how well each predicts the designs held
 * back (Figs. S11 to S15). Each structure's result is a file of the run, {@link StructureResult}, so that a resumed study goes
 * on with the next structure. Where the run has workers elsewhere, each network is trained by one of them. It stores the metrics {@code training MSE} and {@code test MSE}, with the number of layers as
 * the iteration and that of neurons as the step.
 *
 * @since 1.0
 */
public final class NetworkStudy implements Optimiser, PieceWork {
    private static final int TRIAL_NEURONS = 64;

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
        Structure all = structure(
                designs,
                run.evaluate(Candidates.of(designs, Candidates.SAMPLE, 0)).values(0));
        List<Structure> structures = new ArrayList<>();
        for (int depth : layers) {
            for (int width : neurons) {
                long seed = run.random().child(depth + " × " + width, 0).seed();
                structures.add(new Structure(depth, width, seed, all.learned(), all.designs(), all.values()));
            }
        }
        try (Phase phase = run.phase("studying networks", structures.size(), "structures")) {
            study(run, structures, phase);
        }
        run.done("its sampler gave " + Count.of(designs.size(), "design") + " only");
    }

    private void study(RunContext run, List<Structure> structures, Phase phase) {
        StudyProgress progress = new StudyProgress(phase, run.problem().space().variables(), layers, neurons);
        Metrics metrics = new Metrics(run, structures);
        List<Structure> open = new ArrayList<>();
        for (Structure structure : structures) {
            if (run.file(artefact(structure)).isPresent()) {
                progress.studied(structure.layers(), structure.neurons(), true);
            } else {
                open.add(structure);
            }
        }
        metrics.tell();
        // Made anew each time, for each has all the designs.
        List<byte[]> inputs = new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return open.get(index).bytes();
            }

            @Override
            public int size() {
                return open.size();
            }
        };
        run.pieces(this, inputs, phase, new PieceTask.Listener() {
            @Override
            public void doing(int piece, double share, String note) {
                progress.trained(open.get(piece).layers(), open.get(piece).neurons(), share, note);
            }

            @Override
            public void done(int piece, byte[] outcome) {
                Structure structure = open.get(piece);
                run.write(artefact(structure), file -> Files.write(file, outcome));
                progress.studied(structure.layers(), structure.neurons(), false);
                metrics.tell();
            }
        });
    }

    private static Artefact artefact(Structure structure) {
        int depth = structure.layers();
        int width = structure.neurons();
        return Artefact.of(Artefact.STRUCTURE_FIT, StructureResult.fileName(depth, width), depth, width);
    }

    /** Tells the numbers of the structures in their order, whichever is studied first. */
    private static final class Metrics {
        private final RunContext run;
        private final List<Structure> structures;
        private int next;

        Metrics(RunContext run, List<Structure> structures) {
            this.run = run;
            this.structures = structures;
        }

        void tell() {
            while (next < structures.size()) {
                Optional<Path> file = run.file(artefact(structures.get(next)));
                if (file.isEmpty()) {
                    return;
                }
                StructureResult result = read(file.get());
                run.metric("training MSE", result.layers(), result.neurons(), result.trainingMse());
                run.metric("test MSE", result.layers(), result.neurons(), result.testMse());
                next++;
            }
        }
    }

    private static StructureResult read(Path file) {
        try {
            return StructureResult.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples that have values, those to learn from first. */
    private Structure structure(DesignBatch designs, double[] values) {
        int[] good = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        int learned = good.length - (int) Math.round(testFraction * good.length);
        return new Structure(
                0,
                0,
                0,
                learned,
                designs.select(good),
                Arrays.stream(good).mapToDouble(i -> values[i]).toArray());
    }

    @Override
    public byte[] piece(byte[] input, Workers workers, PieceWork.Listener listener) {
        Structure structure = Structure.of(input);
        int depth = structure.layers();
        int width = structure.neurons();
        try (MlpPredictor predictor = new MlpPredictor(training.withStructure(depth, width))) {
            Training.Listener epochs = (epoch, all, loss, test) -> listener.done(
                    (double) epoch / all,
                    String.format(Locale.ROOT, "%d × %d, epoch %d of %d, loss %.4g", depth, width, epoch, all, loss));
            TrainingData learned = structure.training();
            predictor.train(learned, new Training(new RandomStreams(structure.seed()), workers, epochs));
            Fit fit = Fit.of(predictor.predict(learned.designs(), workers).mean(0), learned.values(0));
            TrainingData test = structure.test();
            double[] predicted = predictor.predict(test.designs(), workers).mean(0);
            Fit held = Fit.of(predicted, test.values(0));
            int kept = Math.min(points, predicted.length);
            return new StructureResult(
                            depth,
                            width,
                            fit.mse(),
                            held.mse(),
                            Arrays.copyOf(test.values(0), kept),
                            Arrays.copyOf(predicted, kept))
                    .bytes();
        }
    }

    /** A small network that learns the number of ones of some designs. */
    @Override
    public byte[] trial() {
        TrainingData data = TrialData.make();
        return new Structure(2, TRIAL_NEURONS, 1, data.size() / 2, data.designs(), data.values(0)).bytes();
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
