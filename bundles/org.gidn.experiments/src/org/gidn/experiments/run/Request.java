// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.store.EvaluationCache;

/**
 * What a method asks to be evaluated, each design once.
 *
 * @param candidates distinct designs
 * @param numbers by which the cache knows them
 * @param places for each design as it was asked for, where it is among the distinct ones
 * @param differentiated whether their gradients are asked for
 */
record Request(Candidates candidates, int[] numbers, int[] places, boolean differentiated) {
    static Request of(Candidates candidates, boolean differentiated, DesignSpace space, EvaluationCache cache) {
        DistinctDesigns distinct = DistinctDesigns.of(packed(candidates.designs(), space));
        Candidates merged = merged(candidates, distinct);
        int[] numbers = new int[merged.designs().size()];
        Arrays.setAll(numbers, i -> cache.number(merged.designs(), i));
        return new Request(merged, numbers, distinct.indices(), differentiated);
    }

    int size() {
        return numbers.length;
    }

    /** Some of the candidates, without their counts. */
    Candidates select(int[] chosen) {
        double[] predicted = candidates.predicted();
        return new Candidates(
                candidates.designs().select(chosen),
                candidates.source(),
                candidates.iteration(),
                predicted == null
                        ? null
                        : Arrays.stream(chosen).mapToDouble(i -> predicted[i]).toArray(),
                null);
    }

    /** Binary designs are packed, so that equal ones are known as such. */
    private static DesignBatch packed(DesignBatch designs, DesignSpace space) {
        if (designs.packed() || !space.binary()) {
            return designs;
        }
        int words = DesignBatch.words(designs.variables());
        long[] bits = new long[designs.size() * words];
        for (int i = 0; i < designs.size(); i++) {
            for (int j = 0; j < designs.variables(); j++) {
                double value = designs.value(i, j);
                if (value != 0 && value != 1) {
                    return designs;
                }
                bits[i * words + (j >>> 6)] |= (long) value << j;
            }
        }
        return DesignBatch.ofBits(designs.variables(), bits);
    }

    /** The candidates with equal designs made one and their counts added up. */
    private static Candidates merged(Candidates candidates, DistinctDesigns distinct) {
        int size = distinct.designs().size();
        int[] counts = new int[size];
        double[] predicted = candidates.predicted() == null ? null : new double[size];
        for (int i = distinct.indices().length - 1; i >= 0; i--) {
            int place = distinct.indices()[i];
            counts[place] += candidates.count(i);
            if (predicted != null) {
                predicted[place] = candidates.predicted()[i];
            }
        }
        return new Candidates(distinct.designs(), candidates.source(), candidates.iteration(), predicted, counts);
    }
}
