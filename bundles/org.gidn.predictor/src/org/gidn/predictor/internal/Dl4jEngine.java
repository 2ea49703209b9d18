// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gidn.core.predictor.Training;
import org.gidn.predictor.settings.MlpSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains with DL4J's own {@code MultiLayerNetwork}: slow, but the reference for the tiled engine. */
final class Dl4jEngine implements Engine {
    @Override
    public void train(
            List<Network> members,
            int first,
            TrainingSet set,
            MlpSettings settings,
            Training training,
            Listener listener) {
        Blas.useThreads(training.workers().threads());
        List<MultiLayerNetwork> networks =
                members.stream().map(member -> Dl4j.network(member, settings)).toList();
        Architecture architecture = members.get(0).architecture();
        Divergence divergence = new Divergence(settings, set);
        int[] order = set.training();
        int batchSize = Math.min(settings.batchSize(), order.length);
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            if (batchSize < order.length) {
                TrainingSet.shuffle(order, order.length, training.random().stream("order", epoch));
            }
            double[] losses = new double[networks.size()];
            for (int k = 0; k < losses.length; k++) {
                MultiLayerNetwork network = networks.get(k);
                network.setLearningRate(settings.learningRate(epoch));
                for (int from = 0; from < order.length; from += batchSize) {
                    training.workers().cancellation().check();
                    int size = Math.min(batchSize, order.length - from);
                    // DL4J's score has the weights' penalty in it, which the loss has not.
                    double penalty = network.calcRegularizationScore(true);
                    network.fit(inputs(set, order, from, size), targets(set, order, from, size));
                    losses[k] += (network.score() - penalty) * size / order.length;
                }
            }
            double[] tests = new double[networks.size()];
            for (int k = 0; k < tests.length; k++) {
                divergence.check(epoch, losses[k], Dl4j.parameters(architecture, networks.get(k)));
                tests[k] = testLoss(networks.get(k), set);
            }
            for (int k = 0; k < networks.size(); k++) {
                float[] now = Dl4j.parameters(architecture, networks.get(k));
                System.arraycopy(now, 0, members.get(k).parameters(), 0, now.length);
            }
            listener.epoch(epoch, settings.epochs(), losses, tests);
        }
    }

    private static double testLoss(MultiLayerNetwork network, TrainingSet set) {
        int[] test = set.test();
        if (test.length == 0) {
            return Double.NaN;
        }
        INDArray outputs = network.output(inputs(set, test, 0, test.length));
        return outputs.squaredDistance(targets(set, test, 0, test.length)) / set.outputs() / test.length;
    }

    private static INDArray inputs(TrainingSet set, int[] order, int from, int size) {
        int row = set.variables() + 1;
        float[] rows = new float[size * row];
        set.inputs(order, from, size, rows);
        float[] inputs = new float[size * (row - 1)];
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows, i * row, inputs, i * (row - 1), row - 1);
        }
        return Nd4j.createFromArray(inputs).reshape(size, row - 1);
    }

    private static INDArray targets(TrainingSet set, int[] order, int from, int size) {
        int outputs = set.outputs();
        float[] targets = new float[size * outputs];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = set.target(order[from + i / outputs], i % outputs);
        }
        return Nd4j.createFromArray(targets).reshape(size, outputs);
    }
}
