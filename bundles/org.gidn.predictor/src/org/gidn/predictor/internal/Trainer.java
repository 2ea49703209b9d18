// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.predictor.settings.MlpSettings;

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
                data.size(),
                data.gradients() != null && settings.gradientWeight() > 0,
                training.workers().threads());
        for (double[] column : data.values()) {
            scalings.add(TargetScaling.of(settings.targetScaling(), column));
        }
        coding = InputCoding.of(settings.inputCoding(), data.designs());
        set = new TrainingSet(
                data, coding, scalings, settings.testFraction(), gradientWeight(), training.random().stream("split"));
        for (int k = 0; k < settings.ensemble(); k++) {
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
