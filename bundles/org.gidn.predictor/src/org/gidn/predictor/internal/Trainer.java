// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.predictor.MlpSettings;

/** Prepares data and networks, checks them, and lets an engine train. */
public final class Trainer {
    private final TrainingData data;
    private final MlpSettings settings;
    private final Training training;
    private final List<TargetScaling> scalings = new ArrayList<>();
    private final InputCoding coding;
    private final TrainingSet set;
    private final List<Network> members = new ArrayList<>();

    /**
     * @throws InvalidInputException if the data are too few or all equal, or the networks too large for memory
     */
    public Trainer(TrainingData data, MlpSettings settings, Training training) {
        this.data = data;
        this.settings = settings;
        this.training = training;
        for (double[] column : data.values()) {
            checkVaried(column);
        }
        int[] hidden = new int[settings.layers()];
        Arrays.fill(hidden, settings.neurons());
        Architecture architecture = new Architecture(data.designs().variables(), hidden, data.outputs());
        MemoryNeed.check(
                architecture,
                settings,
                data.designs().size(),
                training.workers().threads());
        for (double[] column : data.values()) {
            scalings.add(TargetScaling.of(settings.targetScaling(), column));
        }
        coding = InputCoding.of(settings.inputCoding(), data.designs());
        set = new TrainingSet(data, coding, scalings, settings.testFraction(), training.random().stream("split"));
        for (int k = 0; k < settings.ensemble(); k++) {
            members.add(
                    new Network(architecture, architecture.initialParameters(training.random().stream("weights", k))));
        }
    }

    private static void checkVaried(double[] values) {
        if (Arrays.stream(values).distinct().limit(2).count() < 2) {
            throw new InvalidInputException(
                    values.length == 0
                            ? "There are no training samples; evaluate some designs first."
                            : "All " + values.length + " training values are " + values[0]
                                    + "; a predictor needs at least two different ones to learn from.");
        }
    }

    /** Trains; whatever ends it, {@link #result} has the weights of the last good epoch. */
    public void train() {
        Engine engine = settings.engine().equals("dl4j") ? new Dl4jEngine() : new TiledEngine();
        engine.train(members, set, settings, training);
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
