// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.study;

import org.gidn.core.work.Phase;

/** Shows how much of a study is done. A network takes time in proportion to its weights, of which the largest have nearly all. */
final class StudyProgress {
    private final Phase phase;
    private final int variables;
    private final double all;
    private double done;

    /**
     * @param phase whose steps are the networks
     * @param variables inputs of each
     * @param layers numbers of hidden layers
     * @param neurons numbers of neurons of each of them
     */
    StudyProgress(Phase phase, int variables, int[] layers, int[] neurons) {
        this.phase = phase;
        this.variables = variables;
        double sum = 0;
        for (int depth : layers) {
            for (int width : neurons) {
                sum += weights(depth, width);
            }
        }
        all = sum;
    }

    private double weights(int depth, int width) {
        return (variables + (depth - 1.0) * width + 1) * width;
    }

    /** A share of a network's training has passed. */
    void trained(int depth, int width, double share, String note) {
        phase.share((done + weights(depth, width) * share) / all);
        phase.note(note);
    }

    /** A network has been studied, now or in an earlier life of the run. */
    void studied(int depth, int width, boolean before) {
        done += weights(depth, width);
        phase.share(done / all);
        if (before) {
            phase.skip(1);
        } else {
            phase.advance(1);
        }
    }
}
