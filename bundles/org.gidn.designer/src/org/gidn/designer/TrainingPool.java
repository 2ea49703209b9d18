package org.gidn.designer;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.TrainingData;

/** The evaluated designs that the predictor learns from; grows from iteration to iteration. */
final class TrainingPool {
    private DesignBatch designs;
    private double[] values;

    /** Takes over all designs that could be evaluated. */
    TrainingPool(DesignBatch designs, double[] values) {
        int[] finite = finite(values);
        if (finite.length == 0) {
            throw new InvalidInputException("None of the " + values.length
                    + " samples could be evaluated, so that there is nothing to learn from.");
        }
        this.designs = designs.select(finite);
        this.values = select(values, finite);
    }

    /** Adds those designs that could be evaluated and are not there yet. */
    void add(DesignBatch more, double[] theirValues) {
        int[] finite = finite(theirValues);
        double[] finiteValues = select(theirValues, finite);
        int before = designs.size();
        DesignBatch joined = DesignBatch.join(List.of(designs, more.select(finite)));
        double[] all = Arrays.copyOf(values, joined.size());
        System.arraycopy(finiteValues, 0, all, before, finite.length);
        DistinctDesigns distinct = DistinctDesigns.of(joined);
        values = new double[distinct.designs().size()];
        for (int i = joined.size() - 1; i >= 0; i--) {
            values[distinct.indices()[i]] = all[i];
        }
        designs = distinct.designs();
    }

    TrainingData data() {
        return new TrainingData(designs, values);
    }

    private static int[] finite(double[] values) {
        int[] indices = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    private static double[] select(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
