// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;

/**
 * What a run has asked people to measure, and what they have told.
 *
 * @param run the run
 * @param asked all designs that were asked for, by number from 1 on
 * @param askedDesigns the designs of {@code asked}, in its order
 * @param told all that was told, in the order of telling
 * @param toldDesigns the designs of {@code told}, in its order
 * @since 1.0
 */
public record LaboratoryRecord(
        RunRecord run, List<Asked> asked, DesignBatch askedDesigns, List<Told> told, DesignBatch toldDesigns) {
    /**
     * A design that was asked for.
     *
     * @param number what people call it
     * @param source where it comes from, see {@link org.gidn.core.run.Candidates#source}
     * @param iteration of the method
     * @param predicted what the method expects of the first objective; NaN if it has not said
     */
    public record Asked(int number, String source, int iteration, double predicted, Instant time) {}

    /**
     * A specimen that was measured.
     *
     * @param asked number of the design; empty if nobody had asked for it
     */
    public record Told(Optional<Integer> asked, Measurement measured, Instant time) {}

    /** How many specimens of each design are asked for. */
    public int replicates() {
        return replicates(run.settings());
    }

    /** How many specimens of each design a run with such settings asks for; one if they do not say. */
    public static int replicates(Map<String, Object> settings) {
        return settings.get("problem") instanceof Map<?, ?> problem && problem.get("replicates") instanceof Number count
                ? count.intValue()
                : 1;
    }

    /** How many specimens of each design of {@link #asked} are still to be measured. */
    public int[] missing() {
        DesignIndex index = new DesignIndex();
        for (int i = 0; i < asked.size(); i++) {
            index.add(askedDesigns, i);
        }
        int[] missing = new int[asked.size()];
        Arrays.fill(missing, replicates());
        for (int i = 0; i < told.size(); i++) {
            int place = index.find(toldDesigns, i);
            if (place >= 0) {
                missing[place] = Math.max(0, missing[place] - 1);
            }
        }
        return missing;
    }

    /** The places in {@link #asked} of designs of which not all specimens were told yet. */
    public int[] pending() {
        int[] missing = missing();
        return IntStream.range(0, missing.length).filter(i -> missing[i] > 0).toArray();
    }

    /** The places in {@link #told} of the measurements of each design, designs in the order of their first one. */
    public List<List<Integer>> byDesign() {
        DesignIndex index = new DesignIndex();
        Map<Integer, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            places.computeIfAbsent(index.add(toldDesigns, i), design -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(places.values());
    }
}
