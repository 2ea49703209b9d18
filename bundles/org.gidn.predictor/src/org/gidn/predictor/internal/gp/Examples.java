// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import org.gidn.core.design.DesignBatch;

/**
 * Designs as the kernel compares them.
 *
 * @param kinds what their inputs are
 * @param byDesign the scaled inputs {@code [design][input]}
 * @param byInput the same {@code [input][design]}
 */
public record Examples(InputKinds kinds, double[][] byDesign, double[][] byInput) {
    /** Scales designs. */
    public static Examples of(InputKinds kinds, DesignBatch designs) {
        double[][] byDesign = new double[designs.size()][kinds.inputs()];
        double[][] byInput = new double[kinds.inputs()][designs.size()];
        for (int i = 0; i < byDesign.length; i++) {
            kinds.scale(designs, i, byDesign[i]);
            for (int j = 0; j < byInput.length; j++) {
                byInput[j][i] = byDesign[i][j];
            }
        }
        return new Examples(kinds, byDesign, byInput);
    }

    /** The examples of the given places, in that order. */
    Examples select(int[] places) {
        double[][] designs = new double[places.length][];
        double[][] inputs = new double[byInput.length][places.length];
        for (int i = 0; i < places.length; i++) {
            designs[i] = byDesign[places[i]];
            for (int j = 0; j < inputs.length; j++) {
                inputs[j][i] = designs[i][j];
            }
        }
        return new Examples(kinds, designs, inputs);
    }

    int size() {
        return byDesign.length;
    }
}
