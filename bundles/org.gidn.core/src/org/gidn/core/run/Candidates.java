// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DistinctDesigns;

/**
 * Designs that a method wants evaluated, with what is kept beside each.
 *
 * @param designs the designs
 * @param source where they come from, one word, e.g. {@link #SAMPLE} or {@link #INVERSE}
 * @param iteration the method's iteration, from 0
 * @param predicted what a predictor expects of each, in the objective's unit; null if nothing was predicted
 * @param counts how often each was found; null if once
 * @since 1.0
 */
public record Candidates(DesignBatch designs, String source, int iteration, double[] predicted, int[] counts) {
    /** The source of designs drawn at random to learn from. */
    public static final String SAMPLE = "sample";
    /** The source of designs that the designer found. */
    public static final String INVERSE = "inverse";

    /** The source of the best designs of an exhaustive search. */
    public static final String EXHAUSTIVE = "exhaustive";

    /**
     * The source under which a run keeps designs outside the problem, whatever asked for them: they can be learned from, but
     * are never counted as found.
     */
    public static final String OUTSIDE = "outside";
    /** The source of designs that people have measured though no method asked for them. */
    public static final String TOLD = "told";

    /** The source of single measurements of a design whose mean is kept beside them; the iteration tells them apart. */
    public static final String MEASUREMENT = "measurement";

    /**
     * @throws IllegalArgumentException if the source is blank, the iteration below 0 or a count below 1
     * @throws InvalidInputException if there are not as many predictions or counts as designs
     */
    public Candidates {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a source of designs needs a name");
        }
        if (iteration < 0) {
            throw new IllegalArgumentException("iterations count from 0, but " + iteration + " is given");
        }
        if (counts != null && Arrays.stream(counts).anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "designs are found at least once, but counts are " + Arrays.toString(counts));
        }
        int size = designs.size();
        if (predicted != null && predicted.length != size || counts != null && counts.length != size) {
            throw new InvalidInputException("Predictions and counts must be as many as the " + size + " designs.");
        }
    }

    /** Designs without predictions, each found once. */
    public static Candidates of(DesignBatch designs, String source, int iteration) {
        return new Candidates(designs, source, iteration, null, null);
    }

    /** The distinct designs with their counts, without predictions. */
    public static Candidates of(DistinctDesigns distinct, String source, int iteration) {
        return new Candidates(distinct.designs(), source, iteration, null, distinct.counts());
    }

    /** The same from another source. */
    public Candidates from(String other) {
        return new Candidates(designs, other, iteration, predicted, counts);
    }

    /** The same with predictions. */
    public Candidates withPredictions(double[] values) {
        return new Candidates(designs, source, iteration, values, counts);
    }

    /** Whether what comes from a source is kept apart, since it is none of what a run has found. */
    public static boolean apart(String source) {
        return source.equals(OUTSIDE) || source.equals(MEASUREMENT);
    }

    /** How often a design was found. */
    public int count(int design) {
        return counts == null ? 1 : counts[design];
    }

    /** The sum of all counts. */
    public long total() {
        return counts == null
                ? designs.size()
                : Arrays.stream(counts).asLongStream().sum();
    }
}
