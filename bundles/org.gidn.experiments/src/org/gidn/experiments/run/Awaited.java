// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.LaboratoryRecord.Asked;
import org.gidn.experiments.project.LaboratoryRecord.Told;
import org.gidn.experiments.project.Measurement;

/**
 * What a run waits for whose designs are measured by people. The method is run on what was told until it asks for a design of
 * which nothing is known: that is what it waits for. It may be let go on with assumed values to find out for what more it would
 * ask; nothing of that may be stored. Used by the run's own thread, and asked by others whether it is over.
 */
final class Awaited {
    private final LaboratoryRecord known;
    private final DesignIndex asked = new DesignIndex();
    private final List<Candidates> wanted = new ArrayList<>();
    private final List<Candidates> told;
    /** So many designs are to be found by assumed values; 0 if nothing is to be assumed. */
    private final int most;

    private int found;
    private volatile boolean over;

    /** Where designs come from. */
    private record Origin(String source, int iteration) {}

    /**
     * @param known what was asked and told before
     * @param most so many designs that were not asked before are to be found by assumed values; 0 if nothing is to be assumed
     */
    Awaited(LaboratoryRecord known, int most) {
        this.known = known;
        this.most = most;
        this.told = told(known, most > 0);
        for (int i = 0; i < known.asked().size(); i++) {
            asked.add(known.askedDesigns(), i);
        }
    }

    /** Whether the method is to end, for it has asked for what nobody has told. */
    boolean over() {
        return over;
    }

    /** The designs asked for that were not asked before, in order; those of a source and iteration together. */
    List<Candidates> wanted() {
        return wanted;
    }

    /** See {@link org.gidn.core.run.RunContext#told}. */
    List<Candidates> told() {
        return told;
    }

    /**
     * Takes note of designs that are asked for and not known.
     *
     * @return what may be assumed of each: a value an output
     * @throws CancellationException if the method is to end
     */
    double[][] want(Candidates missing) {
        int[] fresh = IntStream.range(0, missing.designs().size())
                .filter(i -> asked.find(missing.designs(), i) < 0)
                .toArray();
        if (fresh.length > 0) {
            DesignBatch designs = missing.designs().select(fresh);
            double[] predicted = missing.predicted() == null
                    ? null
                    : Arrays.stream(fresh)
                            .mapToDouble(i -> missing.predicted()[i])
                            .toArray();
            wanted.add(new Candidates(designs, missing.source(), missing.iteration(), predicted, null));
            for (int i = 0; i < fresh.length; i++) {
                asked.add(designs, i);
            }
            found += fresh.length;
        }
        if (found >= most) {
            over = true;
            throw new CancellationException();
        }
        double[] means = means();
        double[][] assumed = new double[missing.designs().size()][];
        for (int i = 0; i < assumed.length; i++) {
            assumed[i] = means.clone();
            if (missing.predicted() != null && !Double.isNaN(missing.predicted()[i])) {
                assumed[i][0] = missing.predicted()[i];
            }
        }
        return assumed;
    }

    /** The mean of all that was told; 0 where that is nothing. */
    private double[] means() {
        double[] means = known.told().isEmpty()
                ? new double[known.run().outputs().size()]
                : Measurement.means(known.told().stream().map(Told::measured).toList());
        return Arrays.stream(means).map(mean -> Double.isNaN(mean) ? 0 : mean).toArray();
    }

    /** The designs that were told, and on assumption those that are pending, by where they come from. */
    private static List<Candidates> told(LaboratoryRecord known, boolean pending) {
        int[] missing = known.missing();
        Map<Origin, List<Integer>> places = new LinkedHashMap<>();
        DesignIndex numbers = new DesignIndex();
        for (int i = 0; i < known.asked().size(); i++) {
            Asked asked = known.asked().get(i);
            numbers.add(known.askedDesigns(), i);
            if (pending || missing[i] == 0) {
                places.computeIfAbsent(new Origin(asked.source(), asked.iteration()), key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Candidates> told = new ArrayList<>();
        places.forEach((origin, designs) -> told.add(new Candidates(
                known.askedDesigns().select(indices(designs)),
                origin.source(),
                origin.iteration(),
                predicted(known, designs),
                null)));
        List<Integer> others = known.byDesign().stream()
                .map(rows -> rows.get(0))
                .filter(row -> numbers.find(known.toldDesigns(), row) < 0)
                .toList();
        if (!others.isEmpty()) {
            told.add(Candidates.of(known.toldDesigns().select(indices(others)), Candidates.TOLD, 0));
        }
        return told;
    }

    private static double[] predicted(LaboratoryRecord known, List<Integer> places) {
        double[] predicted = places.stream()
                .mapToDouble(place -> known.asked().get(place).predicted())
                .toArray();
        return Arrays.stream(predicted).allMatch(Double::isNaN) ? null : predicted;
    }

    private static int[] indices(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
