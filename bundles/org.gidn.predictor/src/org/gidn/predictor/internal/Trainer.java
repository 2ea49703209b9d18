// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Workers;
import org.gidn.predictor.settings.MlpSettings;

/** Prepares data and networks, checks them, and lets an engine train. */
public final class Trainer {
    /** Networks are sent out that take as many products of a weight and an example as a core does in some ten seconds. */
    private static final double WORTH_SENDING = 2e10;

    private final TrainingData data;
    private final MlpSettings settings;
    private final Training training;
    private final List<TargetScaling> scalings = new ArrayList<>();
    private final InputCoding coding;
    private final TrainingSet set;
    /** Which of the ensemble the first member is. */
    private final int first;

    private final List<Network> members = new ArrayList<>();

    /**
     * Of all networks of an ensemble.
     *
     * @throws InvalidInputException if the data are too few or all equal, or the networks too large for memory
     */
    public Trainer(TrainingData data, MlpSettings settings, Training training) {
        this(data, settings, training, 0, settings.ensemble());
    }

    private Trainer(TrainingData data, MlpSettings settings, Training training, int first, int count) {
        this.first = first;
        this.data = data;
        this.settings = settings;
        this.training = training;
        data.checkVaried();
        int[] hidden = new int[settings.layers()];
        Arrays.fill(hidden, settings.neurons());
        Architecture architecture = new Architecture(
                data.designs().variables(),
                hidden,
                data.outputs(),
                Activation.valueOf(settings.activation().toUpperCase(Locale.ROOT)));
        MemoryNeed.check(
                architecture,
                settings,
                count,
                data.size(),
                data.gradients() != null && settings.gradientWeight() > 0,
                training.workers().threads());
        for (double[] column : data.values()) {
            scalings.add(TargetScaling.of(settings.targetScaling(), column));
        }
        coding = InputCoding.of(settings.inputCoding(), data.designs());
        set = new TrainingSet(
                data, coding, scalings, settings.testFraction(), gradientWeight(), training.random().stream("split"));
        for (int k = first; k < first + count; k++) {
            members.add(
                    new Network(architecture, architecture.initialParameters(training.random().stream("weights", k))));
        }
    }

    /** How much slopes count: less, the more examples there are whose values tell the same. */
    private double gradientWeight() {
        int most = settings.gradientDesigns();
        return settings.gradientWeight() * (most > 0 ? Math.min(1, (double) most / data.size()) : 1);
    }

    /**
     * Begins with trained networks instead of random ones, if they are as many and of the shape that these have; their outputs
     * are put on the present scale.
     */
    public void beginWith(ModelFile trained) {
        if (trained.members().size() != members.size()
                || !trained.members()
                        .get(0)
                        .architecture()
                        .equals(members.get(0).architecture())) {
            return;
        }
        for (int k = 0; k < members.size(); k++) {
            float[] parameters = members.get(k).parameters();
            System.arraycopy(trained.members().get(k).parameters(), 0, parameters, 0, parameters.length);
            coding.unfold(members.get(k).architecture(), parameters);
            rescale(members.get(k).architecture(), parameters, trained.scalings());
        }
    }

    private void rescale(Architecture architecture, float[] parameters, List<TargetScaling> before) {
        int row = architecture.size(architecture.layers() - 1) + 1;
        for (int o = 0; o < architecture.outputs(); o++) {
            TargetScaling now = scalings.get(o);
            if (now.transform() != before.get(o).transform()) {
                continue; // Set otherwise since; the hidden layers serve all the same.
            }
            int first = architecture.offset(architecture.layers()) + o * row;
            double factor = before.get(o).unit() / now.unit();
            for (int i = first; i < first + row; i++) {
                parameters[i] *= (float) factor;
            }
            parameters[first + row - 1] += (float) ((before.get(o).origin() - now.origin()) / now.unit());
        }
    }

    /** Trains; whatever ends it, {@link #result} has the weights of the last good epoch. */
    public void train() {
        train((epoch, epochs, losses, tests) -> training.listener().epoch(epoch, epochs, mean(losses), mean(tests)));
    }

    private void train(Engine.Listener listener) {
        Engine engine = settings.engine().equals("dl4j") ? new Dl4jEngine() : new TiledEngine();
        engine.train(members, first, set, settings, training, listener);
    }

    /** Whether there are workers elsewhere, and several networks of which each takes longer than it takes to hand it out. */
    public boolean worthSending() {
        long seen = settings.steps() > 0
                ? (long) settings.steps() * Math.min(settings.batchSize(), set.trainingSize())
                : (long) settings.epochs() * set.trainingSize();
        return training.elsewhere() != null
                && members.size() > 1
                && settings.engine().equals("tiled")
                && (double) seen * members.get(0).parameters().length >= WORTH_SENDING;
    }

    /**
     * Has each network trained by a worker elsewhere, which gives the same bits; all or none are.
     *
     * @param method trains a network of {@link MemberTask a task} by {@link #member}
     */
    public void trainElsewhere(PieceWork method) {
        // Made anew each time, for each has all the designs.
        List<byte[]> tasks = new AbstractList<>() {
            @Override
            public byte[] get(int k) {
                return new MemberTask(
                                k, training.random().seed(), members.get(k).parameters(), data)
                        .bytes();
            }

            @Override
            public int size() {
                return members.size();
            }
        };
        MemberOutcome[] outcomes = new MemberOutcome[members.size()];
        training.elsewhere().work(method, tasks, new PieceTask.Listener() {
            @Override
            public void doing(int member, double share, String note) {}

            @Override
            public void done(int member, byte[] outcome) {
                outcomes[member] = MemberOutcome.of(outcome);
            }
        });
        for (int k = 0; k < outcomes.length; k++) {
            float[] trained = outcomes[k].parameters();
            System.arraycopy(trained, 0, members.get(k).parameters(), 0, trained.length);
        }
        int epochs = outcomes[0].losses().length;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int place = epoch - 1;
            training.listener()
                    .epoch(
                            epoch,
                            epochs,
                            mean(Stream.of(outcomes)
                                    .mapToDouble(one -> one.losses()[place])
                                    .toArray()),
                            mean(Stream.of(outcomes)
                                    .mapToDouble(one -> one.tests()[place])
                                    .toArray()));
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Trains one network of an ensemble, as {@link #train()} does with all of them. */
    public static MemberOutcome member(MemberTask task, MlpSettings settings, Workers workers, Training.Listener told) {
        Training training = new Training(new RandomStreams(task.seed()), workers, told);
        Trainer trainer = new Trainer(task.data(), settings, training, task.member(), 1);
        float[] parameters = trainer.members.get(0).parameters();
        if (task.parameters() != null) {
            System.arraycopy(task.parameters(), 0, parameters, 0, parameters.length);
        }
        DoubleStream.Builder allLosses = DoubleStream.builder();
        DoubleStream.Builder allTests = DoubleStream.builder();
        trainer.train((epoch, epochs, losses, tests) -> {
            allLosses.add(losses[0]);
            allTests.add(tests[0]);
            told.epoch(epoch, epochs, losses[0], tests[0]);
        });
        return new MemberOutcome(
                parameters, allLosses.build().toArray(), allTests.build().toArray());
    }

    /** The examples learned from. */
    public TrainingData trainingPart() {
        return data.select(set.training());
    }

    /** The examples held back. */
    public TrainingData testPart() {
        return data.select(set.test());
    }

    /** The networks in their present state, made to take designs as they are. */
    public ModelFile result() {
        List<Network> folded = new ArrayList<>();
        for (Network member : members) {
            float[] parameters = member.parameters().clone();
            coding.fold(member.architecture(), parameters);
            folded.add(new Network(member.architecture(), parameters));
        }
        return new ModelFile(folded, List.copyOf(scalings));
    }
}
