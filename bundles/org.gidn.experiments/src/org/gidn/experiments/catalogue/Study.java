package org.gidn.experiments.catalogue;

import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;

/**
 * A figure or table of a publication, as the experiments that give it and the figures that were printed. Contributed
 * through {@code org.gidn.experiments.studies}.
 *
 * @param id a short name, e.g. {@code table-s2}
 * @param title what it shows
 * @param source whose designs the statistics are of, e.g. {@code inverse}
 * @param statistics names of the statistics to show, see {@link Part#paper}
 * @param figures identifiers of the kinds of figures drawn from each part
 * @param scales how large it can be made, smallest first
 * @param parts its experiments
 */
public record Study(
        String id,
        String title,
        String source,
        List<String> statistics,
        List<String> figures,
        List<Scale> scales,
        List<Part> parts) {
    /** Identifier of the extension point. */
    public static final String POINT = "org.gidn.experiments.studies";

    public Study {
        statistics = List.copyOf(statistics);
        figures = List.copyOf(figures);
        scales = List.copyOf(scales);
        parts = List.copyOf(parts);
    }

    /**
     * How large a study is made.
     *
     * @param name e.g. {@code quick}
     * @param cost how long it takes, for the user
     * @param settings settings of all experiments, by path
     * @param parts names of the parts that belong to it
     */
    public record Scale(String name, String cost, Map<String, String> settings, List<String> parts) {}

    /**
     * One experiment of a study.
     *
     * @param name a column's heading, e.g. {@code 1,000 samples}
     * @param example the example that it varies
     * @param settings its settings, by path
     * @param paper the printed values by name of the statistic: {@code maximum}, {@code mean of the top 1 %}, {@code mean of
     *     the top 10 %}, {@code mean}
     */
    public record Part(String name, String example, Map<String, String> settings, Map<String, Double> paper) {
        /** A name for its folder. */
        public String folder() {
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
                        "scale", name, scales.stream().map(Scale::name).toList())));
    }

    /** The parts that belong to a scale. */
    public List<Part> parts(Scale scale) {
        return parts.stream()
                .filter(part -> scale.parts().contains(part.name()))
                .toList();
    }
}
