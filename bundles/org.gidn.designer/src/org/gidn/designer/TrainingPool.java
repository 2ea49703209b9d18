// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Goal;

/** The evaluated designs that the predictor learns from; grows from iteration to iteration. */
final class TrainingPool {
    private final Coding coding;
    private Finds examples;

    /**
     * Takes over all designs that could be evaluated.
     *
     * @param coding the form in which they are learned
     */
    TrainingPool(Finds samples, Coding coding) {
        this.coding = coding;
        examples = finite(samples);
        if (examples.size() == 0) {
            throw new InvalidInputException("None of the " + samples.size()
                    + " samples could be evaluated, so that there is nothing to learn from.");
        }
    }

    /** Adds those designs that could be evaluated and are not there yet. */
    void add(Finds more) {
        Finds joined = Finds.join(List.of(examples, finite(more)));
        DistinctDesigns distinct = DistinctDesigns.of(joined.designs());
        double[] values = new double[distinct.designs().size()];
        for (int i = joined.size() - 1; i >= 0; i--) {
            values[distinct.indices()[i]] = joined.values()[i];
        }
        examples = new Finds(distinct.designs(), values);
    }

    /** The best designs of which no two differ by one swap only, as they are learned. */
    DesignBatch best(int wanted, Goal goal) {
        return coding.encode(examples.designs().select(Selection.DISTINCT.of(examples, goal, wanted)));
    }

    /** The form in which designs are learned. */
    Coding coding() {
        return coding;
    }

    TrainingData data() {
        return new TrainingData(coding.encode(examples.designs()), examples.values());
    }

    private static Finds finite(Finds all) {
        return all.select(IntStream.range(0, all.size())
                .filter(i -> Double.isFinite(all.values()[i]))
                .toArray());
    }
}
