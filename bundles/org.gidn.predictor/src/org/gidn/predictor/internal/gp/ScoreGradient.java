// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;

/**
 * Scores of designs by independent processes, one an output, and how they change with the inputs. The spread is told by the first
 * {@value #TELLING} examples, which are never surer than all: its time grows with the square of theirs. Used by one thread.
 */
final class ScoreGradient implements InputGradient {
    private static final int TELLING = 200;

    private final List<Posterior> outputs;
    private final Acquisition acquisition;
    private final Examples examples;
    private final InputKinds kinds;
    private final Comparison comparison;
    /** The examples, each times what the likeness to it does to a score, by way of the numbers and of the levels. */
    private final double[] byNumbers;

    private final double[] byLevels;
    private final double[] gradient;

    ScoreGradient(List<Posterior> outputs, Acquisition acquisition) {
        this.outputs = outputs;
        this.acquisition = acquisition;
        examples = outputs.get(0).examples();
        kinds = examples.kinds();
        comparison = new Comparison(outputs, acquisition.usesSpread() ? TELLING : 0);
        byNumbers = new double[kinds.inputs()];
        byLevels = new double[kinds.inputs()];
        gradient = new double[kinds.inputs()];
    }

    @Override
    public int capacity() {
        return Comparison.CAPACITY;
    }

    @Override
    public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
        evaluateShifted(inputs, new double[count], count, scores, gradients);
    }

    @Override
    public boolean evaluateShifted(float[] inputs, double[] shifts, int count, float[] scores, float[] gradients) {
        int size = kinds.inputs();
        for (int i = 0; i < count; i++) {
            double[] design = comparison.design(i);
            for (int j = 0; j < size; j++) {
                design[j] = kinds.scaled(j, inputs[i * size + j]);
            }
        }
        comparison.compare(count);
        for (int o = 0; o < outputs.size() && acquisition.usesSpread(); o++) {
            outputs.get(o).varianceSlopes(comparison.left(o));
        }
        for (int i = 0; i < count; i++) {
            PointScore point = new PointScore(comparison, i, acquisition, shifts[i]);
            scores[i] = (float) point.score();
            shifts[i] = point.meritSlope();
            Arrays.fill(gradient, 0);
            for (int o = 0; o < outputs.size(); o++) {
                addOutput(o, i, point);
            }
            for (int j = 0; j < size; j++) {
                gradients[i * size + j] = (float) (gradient[j] / kinds.unit()[j]);
            }
        }
        return true;
    }

    private void addOutput(int output, int design, PointScore point) {
        Kernel.Row row = comparison.row(output, design);
        double weight = point.meanSlope(output);
        double share = 2 * point.varianceSlope(output);
        boolean ofNumbers = kinds.numbers() > 0;
        boolean ofLevels = kinds.levels() > 0;
        double numbers = 0;
        double levels = 0;
        Arrays.fill(byNumbers, 0);
        Arrays.fill(byLevels, 0);
        for (int k = 0; k < examples.size(); k++) {
            double slope = weight * outputs.get(output).slope(k);
            if (share != 0 && k < comparison.left(output).length) {
                slope -= share * comparison.left(output)[k][design];
            }
            if (ofNumbers) {
                numbers += slope * row.numberSlopes[k];
                add(slope * row.numberSlopes[k], examples.byDesign()[k], byNumbers);
            }
            if (ofLevels) {
                levels += slope * row.levelSlopes[k];
                add(slope * row.levelSlopes[k], examples.byDesign()[k], byLevels);
            }
        }
        Kernel kernel = outputs.get(output).kernel();
        double[] place = comparison.design(design);
        for (int j = 0; j < gradient.length; j++) {
            boolean level = kinds.level()[j];
            double sum = level ? levels * place[j] - byLevels[j] : numbers * place[j] - byNumbers[j];
            gradient[j] += 2 * kernel.weight(j) * sum;
        }
    }

    /** All sums at a time, so that the virtual machine vectorises the loop. */
    private static void add(double factor, double[] example, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * example[j];
        }
    }
}
