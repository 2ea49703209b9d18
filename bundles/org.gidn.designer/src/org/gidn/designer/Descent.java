// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.design.DesignSpace;
import org.gidn.core.predictor.Adam;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.problem.Problem;
import org.gidn.core.work.Cancellation;

/**
 * Moves a tile of designs by Adam so that their scores grow, with the predictor frozen. Minimises
 * {@code −score + volumePenalty·(mean(x) − v)² + boundsPenalty·Σ max(0, lower − x, x − upper)²} for each design. Used
 * by one thread.
 */
final class Descent implements Way {
    private final DescentSettings settings;
    private final InputGradient predictor;
    private final int variables;
    private final float[] lower;
    private final float[] upper;
    /** Mean of the variables that the space asks for; NaN if it asks for none. */
    private final double volume;

    private final float[] scores;
    private final float[] gradients;
    private final Adam adam;

    Descent(DescentSettings settings, Problem problem, InputGradient predictor) {
        this.settings = settings;
        this.predictor = predictor;
        DesignSpace space = problem.space();
        variables = space.variables();
        lower = new float[variables];
        upper = new float[variables];
        for (int j = 0; j < variables; j++) {
            lower[j] = (float) space.lower(j);
            upper[j] = (float) space.upper(j);
        }
        volume = space.zeros().isEmpty() ? Double.NaN : 1 - space.zeros().getAsInt() / (double) variables;
        int length = predictor.capacity() * variables;
        scores = new float[predictor.capacity()];
        gradients = new float[length];
        adam = new Adam(length);
    }

    /** {@inheritDoc} At most as many as the predictor takes together. */
    @Override
    public void run(Starts starts, int from, int count, Cancellation cancellation, Observer observer) {
        float[] positions = starts.draw(from, count);
        int length = count * variables;
        adam.restart();
        observer.moved(0, positions);
        for (int step = 1; step <= settings.steps(); step++) {
            cancellation.check();
            predictor.evaluate(positions, count, scores, gradients);
            for (int i = 0; i < length; i++) {
                gradients[i] = -gradients[i];
            }
            addPenalties(positions, count);
            adam.step(positions, gradients, 0, length, Adam.stepSize(settings.learningRate(), step));
            if (settings.clip()) {
                clip(positions, count);
            }
            observer.moved(step, positions);
        }
    }

    private void addPenalties(float[] positions, int count) {
        boolean volumes = settings.volumePenalty() > 0 && !Double.isNaN(volume);
        for (int i = 0; i < count && volumes; i++) {
            double sum = 0;
            for (int j = 0; j < variables; j++) {
                sum += positions[i * variables + j];
            }
            float slope = (float) (2 * settings.volumePenalty() * (sum / variables - volume) / variables);
            for (int j = 0; j < variables; j++) {
                gradients[i * variables + j] += slope;
            }
        }
        float weight = (float) (2 * settings.boundsPenalty());
        for (int i = 0; i < count * variables && weight > 0; i++) {
            float above = Math.max(0, positions[i] - upper[i % variables]);
            float below = Math.max(0, lower[i % variables] - positions[i]);
            gradients[i] += weight * (above - below);
        }
    }

    private void clip(float[] positions, int count) {
        for (int i = 0; i < count * variables; i++) {
            positions[i] = Math.max(lower[i % variables], Math.min(upper[i % variables], positions[i]));
        }
    }
}
