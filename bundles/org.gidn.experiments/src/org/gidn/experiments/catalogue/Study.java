// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.internal.Messages;

/**
 * A figure or table of a publication, as the experiments that give it and what is shown of them. Contributed through {@code
 * org.gidn.experiments.studies}.
 *
 * @param id a short name, e.g. {@code table-s2}
 * @param title what it shows
 * @param note what a reader must know to judge the outcome; empty if nothing
 * @param measures the numbers of each part that are shown beside the printed ones
 * @param figures identifiers of the kinds of figures drawn from each run
 * @param together identifiers of the kinds of figures drawn from all parts at once
 * @param scales how large it can be made, smallest first
 * @param parts its experiments
 * @since 1.0
 */
public record Study(
        String id,
        String title,
        String note,
        List<Measure> measures,
        List<String> figures,
        List<String> together,
        List<Scale> scales,
        List<Part> parts) {
    /** Identifier of the extension point. */
    public static final String POINT = "org.gidn.experiments.studies";

    public Study {
        measures = List.copyOf(measures);
        figures = List.copyOf(figures);
        together = List.copyOf(together);
        scales = List.copyOf(scales);
        parts = List.copyOf(parts);
    }

    /**
     * Reads a declared study.
     *
     * @throws InvalidInputException if its file is missing or wrong
     */
    public static Study read(Declaration declaration) {
        return StudyReader.read(declaration);
    }

    /**
     * A number that is taken from a run.
     *
     * @param source whose designs a statistic is of, e.g. {@code inverse}; {@link #METRIC} for a number that the method stored;
     *     {@link #BUDGET} for what it had found by some number of evaluations
     * @param name of a statistic: {@code maximum}, {@code mean of the top 1 %}, {@code mean of the top 10 %}, {@code mean}; of
     *     a metric: its name, for the last value, or {@code NAME at ITERATION STEP}; of a budget: {@code after N} for the best
     *     value after N evaluations, or {@code area from N to M} for its mean over their logarithm
     */
    public record Measure(String source, String name) {
        /** The source of numbers that a method stores. */
        public static final String METRIC = "metric";
        /** The source of numbers that depend on the evaluations spent. */
        public static final String BUDGET = "budget";

        /** Whether it is taken from the evaluations spent. */
        public boolean budget() {
            return source.equals(BUDGET);
        }

        /** Whether it is a metric and not a statistic of designs. */
        public boolean metric() {
            return source.equals(METRIC);
        }
    }

    /**
     * How large a study is made.
     *
     * @param name e.g. {@code quick}
     * @param cost how long it takes, for the user
     * @param seeds runs of each part, with successive seeds
     * @param settings settings of all experiments, by path
     * @param parts names of the parts that belong to it
     */
    public record Scale(String name, String cost, int seeds, Map<String, String> settings, List<String> parts) {}

    /**
     * One experiment of a study.
     *
     * @param name a column's heading, e.g. {@code 1,000 samples}
     * @param example the example that it varies
     * @param settings its settings, by path
     * @param paper the printed values
     */
    public record Part(String name, String example, Map<String, String> settings, Map<Measure, Double> paper) {
        /** A name for files. */
        public String fileName() {
            return name.replace(",", "").replaceAll("[^A-Za-z0-9.]+", "-");
        }
    }

    /**
     * The scale of that name.
     *
     * @throws InvalidInputException if there is none
     */
    public Scale scale(String name) {
        return scales.stream()
                .filter(scale -> scale.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        Messages.kindScale,
                        name,
                        scales.stream().map(Scale::name).toList())));
    }

    /** The parts that belong to a scale. */
    public List<Part> parts(Scale scale) {
        return parts.stream()
                .filter(part -> scale.parts().contains(part.name()))
                .toList();
    }
}
