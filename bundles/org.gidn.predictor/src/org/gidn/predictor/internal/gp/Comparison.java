// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Arrays;
import java.util.List;

/** Some designs compared with all examples: what independent processes, one an output, say of them. Used by one thread. */
final class Comparison {
    /** The most designs. */
    static final int CAPACITY = Cholesky.TILE;

    private final List<Posterior> outputs;
    /** By so many of the examples deviations are told; 0 if none are wanted. */
    private final int telling;

    private final double[][] designs;
    private final Kernel.Row[][] rows;
    private final double[][] means;
    private final double[][] deviations;
    /** Of each output what {@link Posterior#variances} has left {@code [output][example][design]}; only of those that tell. */
    private final double[][][] left;

    /**
     * @param outputs one an output, all of the same examples
     * @param telling by so many of the first examples deviations are told, as if the others had not been learned; 0 if none are
     *     wanted
     */
    Comparison(List<Posterior> outputs, int telling) {
        this.outputs = outputs;
        Examples examples = outputs.get(0).examples();
        this.telling = Math.min(telling, examples.size());
        designs = new double[CAPACITY][examples.kinds().inputs()];
        rows = new Kernel.Row[outputs.size()][CAPACITY];
        for (int o = 0; o < rows.length; o++) {
            Kernel kernel = outputs.get(o).kernel();
            Arrays.setAll(rows[o], i -> kernel.new Row(examples.size()));
        }
        means = new double[outputs.size()][CAPACITY];
        deviations = new double[outputs.size()][];
        left = new double[outputs.size()][][];
    }

    /** Where a design is written, scaled. */
    double[] design(int place) {
        return designs[place];
    }

    /** Compares the first {@code count} designs. */
    void compare(int count) {
        for (int o = 0; o < rows.length; o++) {
            Posterior posterior = outputs.get(o);
            Examples examples = posterior.examples();
            for (int i = 0; i < count; i++) {
                rows[o][i].compare(designs[i], examples, examples.size());
                means[o][i] = posterior.mean(rows[o][i].values);
            }
            if (telling > 0) {
                left[o] = new double[telling][count];
                for (int k = 0; k < telling; k++) {
                    for (int i = 0; i < count; i++) {
                        left[o][k][i] = rows[o][i].values[k];
                    }
                }
                deviations[o] = posterior.variances(left[o]);
                for (int i = 0; i < count; i++) {
                    deviations[o][i] = Math.sqrt(deviations[o][i]);
                }
            }
        }
    }

    double mean(int output, int design) {
        return means[output][design];
    }

    /** The standard deviation, noise included; 0 if none is wanted. */
    double deviation(int output, int design) {
        return telling > 0 ? deviations[output][design] : 0;
    }

    /** How a design compares with the examples. */
    Kernel.Row row(int output, int design) {
        return rows[output][design];
    }

    /** What {@link Posterior#variances} has left of an output. */
    double[][] left(int output) {
        return left[output];
    }
}
